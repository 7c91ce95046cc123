import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withCase } from '../fixtures/fixture-case.ts';
import { readContent } from '../read/content.ts';

/** What the check says of the address of a site, and on which line. */
async function saidOf(url: string): Promise<string> {
  let said = '';
  await withCase(undefined, async (path) => {
    writeFileSync(join(path, 'site.yaml'), `title: Toaster help\nurl: "${url}"\n`);
    said = readContent({ path, name: 'content' })
      .problems.map(({ place, hint }) => `${place.line}: ${hint}`)
      .join('\n');
  });
  return said;
}

test('An address that no browser understands is an error with its line, and with the right one where that can be told', async () => {
  for (const url of [
    'https://[',
    'https://',
    'https://:80/',
    'http://a b.example/',
    'https://%',
    'https://x:99999/',
  ])
    assert.match(await saidOf(url), /^2: Copy it from the address bar/, url);
  assert.equal(await saidOf('toast.example/help'), '2: Write it in full: `https://toast.example/help`.');
  assert.equal(await saidOf('//toast.example'), '2: Write it in full: `https://toast.example`.');
});

test('An address that would be written in two ways cannot be that of a site', async () => {
  for (const path of ['hilfe-ü/', '%zz/', 'a%20b/', '帮助/', "it's/", '@me/'])
    assert.match(await saidOf(`https://x.example/${path}`), /^2: Name the folder of the site/, path);
});

test('An address of a site holds no password, since every page would show it', async () => {
  assert.equal(await saidOf('https://me:secret@x.example/help/'), '2: Write `https://x.example/help/`.');
  assert.equal(await saidOf('https://:secret@x.example'), '2: Write `https://x.example/`.');
  assert.equal(await saidOf('https://me@x.example'), '2: Write `https://x.example/`.');
});

test('Any other address is one, with or without a path', async () => {
  for (const url of [
    'https://x.example',
    'https://x.example/',
    'http://localhost:4321/help/me',
    'https://someone.github.io/toast-help_2.0/index.html',
    'https://тостер.рф/help/',
  ])
    assert.equal(await saidOf(url), '', url);
});
