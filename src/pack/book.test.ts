import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { withPictures } from './book-pictures.ts';
import { bookPage, type BookOptions } from './book.ts';
import { epubFiles } from './epub.ts';

const dir = mkdtempSync(join(tmpdir(), 'book-'));
after(() => rmSync(dir, { recursive: true }));

const hostile = 'Pull & "tip" <script>alert(1)</script>';
const files = {
  'addresses.json': JSON.stringify([
    ['/symptoms/cold/', 'It stays cold'],
    ['/fixes/tray/', hostile],
  ]),
  'symptoms/cold/index.html':
    '<main><h1>It stays cold</h1><svg viewBox="0 0 1 1" class="x" onload="alert(1)"><path d="M0 0"/></svg><ol><li><span class="place">1</span><a href="/help/fixes/tray/?from=cold#steps">Pull</a><button>It worked</button></ol><p>a &amp; b &lt; c<br>d<details><summary>More</summary><a href="/help/map/">Map</a></details></main>',
  'fixes/tray/index.html':
    '<main><h1>Pull &amp; "tip" &lt;script&gt;</h1><h2 id="steps">Steps<a href="#steps" class="anchor">#</a></h2><ol><li id="one">Pull, then <a href="#one">again</a> or <a href="#gone">else</a>.</ol><p class="no-print" id="gone">x</p><script>alert(2)</script><a href="https://example.org/?a=1&amp;b=2">out</a> <a href="javascript:alert(3)">in</a></main>',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
}

const options: BookOptions = {
  title: hostile,
  language: 'en',
  base: '/help/',
  home: 'https://toast.example/help/',
  day: '2026-11-27',
  expires: '2027-05-27',
  words: {
    contents: 'Contents',
    edition: (edition, day) => `Edition ${edition}, ${day}`,
    expiry: (day, address) => `Until ${day}, see ${address}`,
    living: 'Today:',
    kinds: { symptoms: 'Symptoms', causes: 'Causes', fixes: 'Fixes' },
  },
};

test('A book says which edition it is and until when it holds, and each fix leads to its steps of today', () => {
  const html = bookPage(dir, options);
  match(html, /Edition [0-9a-f]{12}, 2026-11-27/);
  match(html, /<strong>Until 2027-05-27, see https:\/\/toast\.example\/help\/<\/strong>/);
  equal(html.match(/<figure class="code">/g)?.length, 1);
  match(
    html,
    /src=\"data:image\/png;base64,[\w+\/=]+\" alt=\"https:\/\/toast\.example\/help\/fixes\/tray\/#steps\"/,
  );
  ok(!bookPage(dir, { ...options, home: '' }).includes('figure class="code"'));
  equal(html, bookPage(dir, options));
});

test('Links lead to places in the book or to other hosts, and what paper cannot do is left out', () => {
  const html = bookPage(dir, options);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  equal(new Set(ids).size, ids.length);
  deepEqual(
    [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href),
    [
      '#symptoms-cold',
      '#fixes-tray',
      '#fixes-tray',
      '#fixes-tray--one',
      '#fixes-tray',
      'https://example.org/?a=1&amp;b=2',
      'https://toast.example/help/fixes/tray/#steps',
    ],
  );
  ok(!/<script|<button|onload|javascript:|class="place"|>#</.test(html));
  match(html, /<h4>More<\/h4>Map/);
});

test('Every page of the EPUB is well-formed, named in its list, and its first file says what it is', () => {
  const epub = epubFiles(dir, options);
  equal([...epub.keys()][0], 'mimetype');
  equal(epub.get('mimetype'), 'application/epub+zip');
  match(epub.get('META-INF/container.xml') ?? '', /full-path="EPUB\/book\.opf"/);
  const opf = epub.get('EPUB/book.opf') ?? '';
  match(opf, /<dc:title>Pull &amp; &quot;tip&quot; &lt;script&gt;/);
  const named = [...opf.matchAll(/ href="([^"]*)"/g)].map(([, href]) => `EPUB/${href}`);
  deepEqual(
    named.sort(),
    [...epub.keys()].filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf')).sort(),
  );
  for (const [name, text] of epub)
    if (/\.(?:xhtml|opf|xml)$/.test(name)) equal(faultOf(text), undefined, name);
  for (const [name, text] of epub)
    for (const [, href = ''] of text.matchAll(/ href="([^":]*)"/g)) {
      const [file = '', id] = href.split('#');
      const to = epub.get(`EPUB/${file}`) ?? (name.endsWith('.opf') ? '' : undefined);
      ok(to !== undefined, `${name}: ${href}`);
      if (id !== undefined) ok(to.includes(` id="${id}"`), `${name}: ${href}`);
    }
});

test('A book brings its screenshots along, in the look of paper; of one that is not there its words stay', async () => {
  const site = mkdtempSync(join(tmpdir(), 'book-pictures-'));
  mkdirSync(join(site, 'fixes/tray'), { recursive: true });
  mkdirSync(join(site, '_astro'));
  const image = (name: string, look: string) =>
    `<img data-look="${look}" src="/help/_astro/${name}.webp" srcset="/help/_astro/${name}.webp 8w" alt="The ${name}">`;
  writeFileSync(join(site, 'addresses.json'), JSON.stringify([['/fixes/tray/', 'Pull']]));
  writeFileSync(
    join(site, 'fixes/tray/index.html'),
    `<main>${image('tray', 'light')}${image('night', 'dark')}${image('gone', 'light')}</main>`,
  );
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  writeFileSync(join(site, '_astro/tray.webp'), await picture.webp().toBuffer());
  const texts = new Map([['', bookPage(site, { ...options, home: '' })], ...epubFiles(site, options)]);
  const drawn = await withPictures(texts, site, options.base);
  for (const name of ['', 'EPUB/fixes-tray.xhtml']) {
    const text = drawn.get(name)!;
    match(text, /<img src="data:image\/jpeg;base64,[\w+/=]+" alt="The tray"\/>The gone/);
    ok(!/_astro|The night/.test(text));
  }
  rmSync(site, { recursive: true });
});

test('A text that is not well-formed is noticed', () => {
  for (const text of ['<a><b></a></b>', '<a x=1/>', '<a>&nbsp;</a>', '<a>1 < 2</a>', '<a', '<br>'])
    ok(faultOf(text) !== undefined, text);
});

/** Where an XML text without comments is not well-formed. */
function faultOf(text: string): string | undefined {
  const open: string[] = [];
  const parts = text.split(/(<[^<>]*>)/);
  for (const part of parts) {
    if (/[<>]/.test(part) && !/^<[^<>]*>$/.test(part)) return part;
    if (!part.startsWith('<')) {
      if (/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/.test(part)) return part;
      continue;
    }
    if (/^<(?:\?xml .*\?|!DOCTYPE html)>$/.test(part)) continue;
    const [, end, name = '', attributes, alone] =
      /^<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>$/.exec(part) ?? [];
    if (attributes === undefined || /&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(attributes)) return part;
    if (end) {
      if (open.pop() !== name) return part;
    } else if (!alone) open.push(name);
  }
  return open[0];
}
