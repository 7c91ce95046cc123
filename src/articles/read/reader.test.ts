import { deepEqual, equal, ok } from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { randomEdit, type Files } from '../../../e2e/bench/edits.ts';
import { randomFrom } from '../../domain/plan/random.ts';
import { problemsOf } from '../check-content.ts';
import type { Content } from '../content.ts';
import { readContent } from './content.ts';
import { contentReader } from './reader.ts';

const root = mkdtempSync(join(tmpdir(), 'reader-'));
const dir = { path: join(root, 'content'), name: 'content' };
cpSync(fileURLToPath(new URL('../../../e2e/fixtures/toaster', import.meta.url)), dir.path, {
  recursive: true,
});
after(() => rmSync(root, { recursive: true }));

function files(): Files {
  const names = readdirSync(dir.path, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(dir.path, name)).isFile() && !/\.png$/.test(name))
      .map((name) => [name, readFileSync(join(dir.path, name), 'utf8')]),
  );
}

/** Writes what has changed, and nothing else. */
function write(before: Files, now: Files): void {
  for (const name of before.keys()) if (!now.has(name)) rmSync(join(dir.path, name));
  for (const [name, text] of now) {
    if (before.get(name) === text) continue;
    mkdirSync(dirname(join(dir.path, name)), { recursive: true });
    writeFileSync(join(dir.path, name), text);
  }
}

/** Edits as an author makes them, some of which the check refuses; every third is a slip of the pen. */
function edit(random: () => number, nth: number): string {
  const before = files();
  const now = new Map(before);
  const done = randomEdit(now, random);
  const [name = ''] = [...now.keys()].filter((file) => /^(?:fixes|causes)\//.test(file));
  if (nth % 3 === 0)
    now.set(name, `${now.get(name)}\n${pick(['<Oops>', '[x](/fixes/none/)', '{'], random)}\n`);
  write(before, now);
  return done;
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** All that the content holds, as plain values. */
function plain(content: Content, ...left: readonly (keyof Content)[]): unknown {
  const kept = { ...content, ...Object.fromEntries(left.map((name) => [name, undefined])) };
  return JSON.parse(
    JSON.stringify(kept, (_, value) => (value instanceof Set ? [...value] : (value as unknown))),
  );
}

test('after any edits, a reader that reads only what has changed has what one has that reads all', () => {
  const random = randomFrom(7);
  const [read, later] = [contentReader(dir), contentReader(dir, 'asked')];
  for (let nth = 0; nth < 24; nth++) {
    const done = edit(random, nth);
    const [fresh, now, lazy] = [readContent(dir), read(), later()];
    deepEqual(plain(now), plain(fresh), done);
    equal(
      JSON.stringify(problemsOf(now, '2026-11-24')),
      JSON.stringify(problemsOf(fresh, '2026-11-24')),
      done,
    );
    // Of bodies that nobody has asked for nothing is known.
    deepEqual(plain(lazy, 'problems'), plain(fresh, 'problems'), done);
  }
});

test('files that stay as they are give the same articles again, and nothing changes where no file does', () => {
  const read = contentReader(dir);
  const before = read();
  equal(read(), before);
  const [first, second] = before.articles;
  ok(first && second);
  writeFileSync(first.path, `${readFileSync(first.path, 'utf8')}\nOne more.\n`);
  const now = read();
  ok(now !== before);
  ok(now.articles[0] !== first);
  equal(now.articles[1], second);
});

test('two edits in the same moment that leave a file as long as it was are both seen', () => {
  const read = contentReader(dir);
  const path = join(dir.path, 'fixes', 'quick.md');
  const title = (): string | undefined => read().articles.find(({ id }) => id === 'quick')?.article?.title;
  for (const word of ['One', 'Two', 'Six', 'Ten']) {
    writeFileSync(
      path,
      `---\ntitle: ${word}\nsummary: Short.\nminutes: 1\nprepares: true\nverify: It is so.\nchecked: 2026-11-24\n---\nText.\n`,
    );
    equal(title(), word);
  }
});

test('in another language every article is read anew, since its headings are called otherwise', () => {
  const own = { path: join(root, 'german', 'content'), name: 'content' };
  mkdirSync(join(own.path, 'fixes'), { recursive: true });
  const fields = 'title: One\nsummary: Short.\nminutes: 1\nprepares: true\nverify: Yes.\nchecked: 2026-11-24';
  const text = `---\n${fields}\n---\n## Steps\n\n1. Eat it.\n\n## Schritte\n\n1. Toast it.\n`;
  writeFileSync(join(own.path, 'fixes', 'quick.md'), text);
  const read = contentReader(own);
  const stepsIn = (language: string): string | undefined => {
    writeFileSync(join(own.path, 'site.yaml'), `title: Toast\nlanguage: ${language}\n`);
    return JSON.stringify(read().articles[0]?.body?.procedures);
  };
  const english = stepsIn('en');
  ok(english !== stepsIn('de'));
  equal(stepsIn('en'), english);
});
