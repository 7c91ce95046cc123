/** The parts of an SVG file that a page takes in. */
export interface Picture {
  readonly viewBox: string;
  /** The picture's `<title>` as plain text: its alternative text. */
  readonly title: string;
  /** Everything inside `<svg>` but the title, as markup. */
  readonly shapes: string;
}
