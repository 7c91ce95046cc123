/** A response header, and why hosts send it. */
export interface Header {
  readonly name: string;
  readonly value: string;
  readonly why: string;
}

/** What every answer of a host says, beside the policy that stands in each page. Every configuration and `kb serve` are made of this table. */
export const everyAnswer: readonly Header[] = [
  {
    name: 'Strict-Transport-Security',
    value: 'max-age=31536000',
    why: 'once seen over HTTPS, never again without; browsers pass over it elsewhere',
  },
  { name: 'X-Content-Type-Options', value: 'nosniff', why: 'a file is what its type says' },
  {
    name: 'Referrer-Policy',
    value: 'same-origin',
    why: 'no other site learns which problem a reader has',
  },
  {
    name: 'Permissions-Policy',
    value:
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), browsing-topics=()',
    why: 'pages need no device and no purse',
  },
  {
    name: 'Content-Security-Policy',
    value: "frame-ancestors 'none'",
    why: 'no other site shows a page as its own; this cannot be said in the page',
  },
  { name: 'X-Frame-Options', value: 'DENY', why: 'the same for old browsers' },
  {
    name: 'Cross-Origin-Opener-Policy',
    value: 'same-origin',
    why: 'no window that opened a page gets hold of it',
  },
];

/** What a browser may keep of an answer, by the beginning of its path below the site; the first that fits counts. */
export const keeping: readonly { readonly below: string; readonly value: string }[] = [
  // Their names hold a hash of what is in them.
  { below: '/_astro/', value: 'public, max-age=31536000, immutable' },
  { below: '/', value: 'no-cache' },
];

/** The `Cache-Control` of a file by its path below the site, which begins with a slash. */
export function cacheControlOf(path: string): string {
  return keeping.find(({ below }) => path.startsWith(below))?.value ?? 'no-cache';
}
