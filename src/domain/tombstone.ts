/** A page or anchor that was taken away on purpose; its old links say so instead of dying. */
export interface Tombstone {
  /** Path of the page, as `/fixes/old-fix/`. */
  readonly page: string;
  readonly anchor?: string | undefined;
  /** One sentence for the reader. */
  readonly because: string;
  /** The address that takes its place. */
  readonly now?: string | undefined;
}

/** The address that a tombstone stands for. */
export function addressOf({ page, anchor }: Tombstone): string {
  return anchor === undefined ? page : `${page}#${anchor}`;
}
