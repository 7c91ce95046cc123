import { lookup, mimes } from 'mrmime';

// The package leaves it to a vendor's name that no browser prefers.
mimes['ico'] ??= 'image/x-icon';
mimes['sha256'] ??= 'text/plain';

/** The content type of a file by its name, with the charset of text; what no browser has to know is `application/octet-stream`. */
export function contentTypeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** Whether a type is text, which packs well. */
export function isText(type: string): boolean {
  return /^text\/|(?:json|xml|javascript|yaml)(?:;|$)/.test(type);
}
