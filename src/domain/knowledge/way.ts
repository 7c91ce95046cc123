/** One way to a place, ready to print: its rows, the version ids it is for, and their name. */
export interface Way {
  readonly rows: readonly string[];
  readonly ids: readonly string[];
  readonly label: string;
}
