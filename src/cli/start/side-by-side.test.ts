import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { kept, sideBySide } from './side-by-side.mjs';

/** A step that prints a line at its beginning and one at its end. */
const step =
  (name: string, milliseconds: number, code = 0) =>
  async (): Promise<number> => {
    const say = (text: string): void => void kept.getStore()?.push(Buffer.from(`${name} ${text}\n`));
    say('begins');
    await pause(milliseconds);
    say('ends');
    return code;
  };

async function linesOf(...rows: readonly (readonly (() => Promise<number>)[])[]) {
  let text = '';
  const code = await sideBySide(rows, {
    write: (piece: Uint8Array) => (text += Buffer.from(piece).toString()),
  });
  return { code, lines: text.split('\n').filter(Boolean) };
}

test('Steps side by side are told one after the other, in the order in which they end', async () => {
  deepEqual(await linesOf([step('slow', 1_000)], [step('first', 5), step('second', 5)]), {
    code: 0,
    lines: ['first begins', 'first ends', 'second begins', 'second ends', 'slow begins', 'slow ends'],
  });
});

test('When a step fails, what runs is told to its end, nothing else begins, and its code is that of all', async () => {
  deepEqual(
    await linesOf([step('slow', 1_000), step('never', 0)], [step('broken', 5, 3), step('never', 0)]),
    {
      code: 3,
      lines: ['broken begins', 'broken ends', 'slow begins', 'slow ends'],
    },
  );
});

test('A step that runs alone keeps nothing back', () => {
  equal(kept.getStore(), undefined);
});
