// Steps of a task that run at the same time. Plain JavaScript, since `bootstrap.mjs` needs it before anything is installed.
// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Where the programs of a step put what they print, so that the lines of steps side by side do not mix; no store outside of one.
 * @type {AsyncLocalStorage<Uint8Array[]>}
 */
export const kept = new AsyncLocalStorage();

/**
 * Runs rows of steps side by side, each row in its order, and writes what a step printed when it ends. When a step fails, no row
 * begins another one. Gives the code of the first step that failed, or 0.
 * @param {readonly (readonly (() => Promise<number>)[])[]} rows
 * @param {{ write(piece: Uint8Array): unknown }} output
 * @returns {Promise<number>}
 */
export async function sideBySide(rows, output) {
  let failed = 0;
  await Promise.all(
    rows.map(async (steps) => {
      for (const step of steps) {
        if (failed !== 0) return;
        /** @type {Uint8Array[]} */
        const pieces = [];
        const code = await kept.run(pieces, step);
        for (const piece of pieces) output.write(piece);
        failed ||= code;
      }
    }),
  );
  return failed;
}
