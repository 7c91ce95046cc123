import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePart } from '../domain/values/decode.ts';
import { drawQr } from '../drawing/qr.ts';
import { hashesName } from '../hosting/file-hashes.ts';
import { bookText } from './book-text.ts';
import { xmlText } from '../domain/values/markup.ts';

/** What a book says beside the articles, in the language of the site; days are `YYYY-MM-DD`. */
export interface BookWords {
  readonly contents: string;
  readonly edition: (edition: string, day: string) => string;
  /** `address` is that of the site; '' where the site has none. */
  readonly expiry: (day: string, address: string) => string;
  readonly living: string;
  readonly kinds: { readonly symptoms: string; readonly causes: string; readonly fixes: string };
}

export interface BookOptions {
  readonly title: string;
  readonly language: string;
  /** The path below which the site is served. */
  readonly base: string;
  /** Address of the site's home; '' where `site.yaml` names none: then there are no codes that lead to it. */
  readonly home: string;
  readonly day: string;
  readonly expires: string;
  readonly words: BookWords;
}

/** One article of a book. */
export interface Chapter {
  /** Its id in the book and the name of its file. */
  readonly id: string;
  readonly part: keyof BookWords['kinds'];
  readonly title: string;
  /** XHTML. */
  readonly body: string;
}

export interface Book extends BookOptions {
  /** The beginning of the hash of the list of files: the same for the same site. */
  readonly edition: string;
  readonly chapters: readonly Chapter[];
}

/** Where a link of a book leads: a chapter, and a place in it. */
export type Place = (chapter: string, id: string) => string;

/** Makes a book of a built site: its symptoms with their plans, its causes and fixes. `place` writes the links between its chapters. */
export function bookOf(dir: string, options: BookOptions, place: Place): Book {
  const articles = JSON.parse(readFileSync(join(dir, 'addresses.json'), 'utf8')) as readonly [
    string,
    string,
  ][];
  const ids = new Map(articles.map(([path]) => [path, path.split('/').filter(Boolean).join('-')]));
  const chapters = articles.map(([path, title]) => {
    const id = ids.get(path) ?? '';
    const html = readFileSync(join(dir, path, 'index.html'), 'utf8');
    const linkOf = (href: string): string | undefined => {
      const { origin, pathname, hash } = new URL(href, `https://book.invalid${options.base}${path.slice(1)}`);
      if (origin !== 'https://book.invalid') return /^(?:https?|mailto|tel):/.test(href) ? href : undefined;
      const to = ids.get(`/${pathname.slice(options.base.length)}`);
      if (to === undefined) return undefined;
      const inside = hash.length > 1 && to === id ? `${to}--${decodePart(hash.slice(1))}` : to;
      return place(to, inside);
    };
    const body = bookText(html, { idOf: (anchor) => `${id}--${anchor}`, linkOf });
    const part = path.split('/')[1] as Chapter['part'];
    return { id, part, title, body: body + (part === 'fixes' ? codeOf(options, path) : '') };
  });
  const list = join(dir, hashesName);
  const made = existsSync(list) ? readFileSync(list) : Buffer.from(JSON.stringify(chapters));
  return {
    ...options,
    edition: createHash('sha256').update(made).digest('hex').slice(0, 12),
    // A link to a place that is left out of the book leads to its chapter.
    chapters: withLivePlaces(chapters, place),
  };
}

/** A code that leads from paper to the steps as they stand today. */
function codeOf({ home, words }: BookOptions, path: string): string {
  if (home === '') return '';
  const address = `${home.replace(/\/$/, '')}${path}#steps`;
  return `<figure class="code"><img src="${drawQr(address).image}" alt="${xmlText(address)}" width="120" height="120"/><figcaption>${xmlText(words.living)} <a href="${xmlText(address)}">${xmlText(address)}</a></figcaption></figure>`;
}

function withLivePlaces(chapters: readonly Chapter[], place: Place): readonly Chapter[] {
  return chapters.map((chapter) => {
    const ids = new Set([...chapter.body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? ''));
    const prefix = place(chapter.id, `${chapter.id}--`);
    const body = chapter.body.replace(/ href="([^"]*)"/g, (whole, href: string) => {
      if (!href.startsWith(prefix)) return whole;
      return ids.has(`${chapter.id}--${href.slice(prefix.length)}`)
        ? whole
        : ` href="${place(chapter.id, chapter.id)}"`;
    });
    return { ...chapter, body };
  });
}

/** The lines below the title: which edition it is, of which day, and until when one should go by it. */
export function coverOf({ title, edition, day, expires, home, words }: Book): string {
  return `<h1>${xmlText(title)}</h1><p>${xmlText(words.edition(edition, day))}</p><p><strong>${xmlText(words.expiry(expires, home))}</strong></p>`;
}

/** The list of chapters, by part. */
export function contentsOf({ chapters, words }: Book, place: Place): string {
  const parts = (['symptoms', 'causes', 'fixes'] as const).map((part) => {
    const rows = chapters
      .filter((chapter) => chapter.part === part)
      .map(({ id, title }) => `<li><a href="${place(id, id)}">${xmlText(title)}</a></li>`);
    return rows.length === 0
      ? ''
      : `<li><span>${xmlText(words.kinds[part])}</span><ol>${rows.join('')}</ol></li>`;
  });
  return `<h2>${xmlText(words.contents)}</h2><ol>${parts.join('')}</ol>`;
}

/** How a book looks, on paper and in readers. */
export const bookStyle = `body{font:11pt/1.45 serif;max-width:40em;margin:auto;padding:1em}h1,h2,h3,h4{font-family:sans-serif;line-height:1.2}h1{font-size:1.5em}h2{font-size:1.2em}h3,h4{font-size:1em}a{color:inherit}svg{max-width:16em;height:auto}img{max-width:100%;height:auto}figure{margin:1em 0}figure.code{break-inside:avoid}figure.code img{width:7em;height:7em;padding:.9em;image-rendering:pixelated}li{margin:.25em 0}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .4em;text-align:start}@media print{section{break-before:page}h1,h2,h3{break-after:avoid}body{padding:0}}`;

const onePage: Place = (_, id) => `#${id}`;

/** The whole book as one page of HTML, for paper. */
export function bookPage(dir: string, options: BookOptions): string {
  const book = bookOf(dir, options, onePage);
  const sections = book.chapters.map(({ id, body }) => `<section id="${id}">${body}</section>`).join('\n');
  return `<!doctype html>
<html lang="${xmlText(book.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="content-security-policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>${xmlText(book.title)}</title><style>${bookStyle}</style></head><body>${coverOf(book)}${contentsOf(book, onePage)}
${sections}</body></html>
`;
}
