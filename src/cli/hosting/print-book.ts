import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { chromium } from 'playwright';
import { contentDirOf } from '../../articles/content-dir.ts';
import { sharedContent } from '../../articles/shared.ts';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { isoDateOf } from '../../domain/values/iso-date.ts';
import { bookPage, type BookOptions } from '../../pack/book.ts';
import { withPictures } from '../../pack/book-pictures.ts';
import { epubFiles } from '../../pack/epub.ts';
import { baseOf } from '../../server/built-site.ts';
import { launchOptionsFor, thisComputer } from '../browser/bring-browser.ts';
import { findBrowser } from '../browser/find-browser.ts';
import type { Outcome } from '../command.ts';

const noDay = new Date(1980, 0, 1);

/** Writes the built site in `dir` as one book into the folder `out`: `book.html`, `book.epub` and, where there is a Chromium, `book.pdf`. */
export async function printBook(
  root: string,
  dir: string,
  out: string,
  { months, day = isoDateOf() }: { readonly months: number; readonly day?: string | undefined },
): Promise<Outcome> {
  const content = sharedContent(contentDirOf(root)).read();
  const site = content.site?.value;
  if (!site)
    return { code: 1, error: 'The content has no `site.yaml` that can be read. `npm run check` says why.' };
  const { words } = content;
  const options: BookOptions = {
    title: site.title,
    language: site.language,
    base: baseOf(dir),
    home: site.url ? homeAddressOf(site.url) : '',
    day,
    expires: laterBy(months, day),
    words: {
      ...words.book,
      edition: (edition, on) => words.book.edition(edition, words.date(on)),
      expiry: (on, address) => words.book.expiry(words.date(on), address),
      kinds: {
        symptoms: words.kinds.symptom.many,
        causes: words.kinds.cause.many,
        fixes: words.kinds.fix.many,
      },
    },
  };
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  const page = join(folder, 'book.html');
  const files = new Map([['', bookPage(dir, options)], ...epubFiles(dir, options)]);
  const { ['']: text = '', ...epub } = Object.fromEntries(await withPictures(files, dir, options.base));
  writeFileSync(page, text);
  writeFileSync(join(folder, 'book.epub'), epubOf(epub));
  const fault = await printPage(root, page, join(folder, 'book.pdf'));
  return {
    code: 0,
    output: fault
      ? `Wrote book.html and book.epub to ${folder}, and no PDF: ${fault}`
      : `Wrote book.html, book.epub and book.pdf to ${folder}.`,
  };
}

/** Prints a page as PDF with a Chromium of this computer; gives a sentence where there is none. */
async function printPage(root: string, page: string, to: string): Promise<string | undefined> {
  const browser = await findBrowser(thisComputer(root, () => undefined));
  if ('error' in browser) return browser.error;
  const started = await chromium.launch(launchOptionsFor(browser.path));
  const [block, inline] = ['18mm', '18mm'];
  try {
    const opened = await started.newPage();
    await opened.goto(pathToFileURL(page).href);
    await opened.pdf({
      path: to,
      format: 'A4',
      margin: { top: block, bottom: block, left: inline, right: inline },
    });
    return undefined;
  } finally {
    await started.close();
  }
}

/** Readers of books look for the first file, at a fixed place and not packed, to know what they have. */
function epubOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        [new TextEncoder().encode(text), { level: name === 'mimetype' ? 0 : 6 }] as const,
      ]),
    ) as Parameters<typeof zipSync>[0],
    { mtime: noDay },
  );
}

function laterBy(months: number, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
