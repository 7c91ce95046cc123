import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { readContent } from './content.ts';

/** A picture of 40 by 20 dots. */
const pictureAs = (kind: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
    .toFormat(kind)
    .toBuffer();
const png = await pictureAs('png');

/** What is read of a folder of pictures: the screenshots with their looks, and what is wrong, by file. */
function read(files: Readonly<Record<string, Buffer | string>>) {
  const root = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const path = join(root, 'kb');
  try {
    mkdirSync(join(path, 'pictures'), { recursive: true });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(path, 'pictures', name), bytes);
    const { screenshots, problems, unread } = readContent({ path, name: 'kb' });
    return {
      looks: screenshots.map(({ id, value }) => `${id} ${value.dark === undefined ? 'light' : 'light dark'}`),
      unread: [...unread.picture],
      wrong: problems
        .filter(({ place }) => place.file.includes('pictures/'))
        .map(({ kind, place, hint }) => ({ kind, file: place.file.replace('kb/pictures/', ''), hint })),
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('pictures of every kind are read, with the one for dark pages beside them, and drafts are not', async () => {
  const { looks, wrong } = read({
    'a.png': png,
    'a.dark.png': png,
    'b.jpg': await pictureAs('jpeg'),
    'c.webp': await pictureAs('webp'),
    'c.dark.avif': await pictureAs('avif'),
    'd.avif': await pictureAs('avif'),
    '_e.png': 'to be done',
    '_a.dark.png': 'to be done',
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(looks, ['a light dark', 'b light', 'c light dark', 'd light']);
});

test('a file that is empty, cut off or no picture is a problem, and nothing more is said of who shows it', async () => {
  for (const kind of ['png', 'webp', 'avif', 'jpeg'] as const) {
    const whole = await pictureAs(kind);
    const ending = kind === 'jpeg' ? 'jpg' : kind;
    for (const bytes of [
      '',
      whole.subarray(0, 10),
      whole.subarray(0, whole.length - 3),
      '<!doctype html><p>Sign in',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      await pictureAs('gif'),
      'version https://git-lfs.github.com/spec/v1\n',
    ]) {
      const { looks, wrong, unread } = read({ [`x.${ending}`]: bytes });
      assert.deepEqual(
        wrong.map((problem) => problem.kind),
        ['unreadable-file'],
        `${kind}: ${bytes.length} bytes`,
      );
      assert.deepEqual([looks, unread], [[], ['x']]);
    }
  }
});

test('a picture whose name says another kind than it is still shows', async () =>
  assert.deepEqual(read({ 'x.png': await pictureAs('jpeg') }).looks, ['x light']));

test('a name that is no id, or that two pictures have, is a problem with the right one', () => {
  const hints = (files: Readonly<Record<string, Buffer | string>>) =>
    read(files).wrong.map(({ kind, file, hint }) => [kind, file, hint]);
  assert.deepEqual(hints({ 'My Screen.PNG': png }), [
    ['bad-file-name', 'My Screen.PNG', 'Rename it to `kb/pictures/my-screen.png`.'],
  ]);
  assert.deepEqual(hints({ 'Screen.dark.png': png, 'screen.png': png }), [
    ['bad-file-name', 'Screen.dark.png', 'Rename the file to `kb/pictures/screen.dark.png`.'],
  ]);
  assert.deepEqual(hints({ 'x.jpeg': png }), [
    ['bad-file-name', 'x.jpeg', 'Rename it to `kb/pictures/x.jpg`.'],
  ]);
  assert.deepEqual(hints({ 'x.gif': png })[0]?.slice(0, 2), ['bad-file-name', 'x.gif']);
  assert.deepEqual(hints({ 'x.dark.png': png }), [
    ['bad-file-name', 'x.dark.png', 'Put `x.png` beside it, or rename it to that.'],
  ]);
  for (const other of ['x.webp', 'x.svg'])
    assert.deepEqual(
      hints({ 'x.png': png, [other]: other.endsWith('svg') ? '<svg><title>X</title></svg>' : png }).map(
        ([kind]) => kind,
      ),
      ['duplicate-id'],
      other,
    );
});
