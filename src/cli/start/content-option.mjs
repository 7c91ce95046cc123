// What every command understands beside its own words. Plain JavaScript, since `bootstrap.mjs` needs it before anything is installed.
// @ts-check
import { resolve } from 'node:path';

/**
 * Takes `--content FOLDER` out of the words of a command. `content` is an absolute path, or undefined where nobody said so;
 * a relative one is meant from `from`, the folder in which the command was typed.
 * @param {readonly string[]} args
 * @param {string} from
 * @returns {{ readonly args: string[], readonly content?: string, readonly error?: string }}
 */
export function takeContent(args, from) {
  const at = args.findIndex((word) => word === '--content' || word.startsWith('--content='));
  const word = args[at];
  if (word === undefined) return { args: [...args] };
  const inOne = word.startsWith('--content=');
  const folder = inOne ? word.slice('--content='.length) : args[at + 1];
  if (!folder || (!inOne && folder.startsWith('--')))
    return {
      args: [...args],
      error: '`--content` takes the folder of a knowledge base: `--content ../other-base`.',
    };
  return { args: args.toSpliced(at, inOne ? 1 : 2), content: resolve(from, folder) };
}

/**
 * Makes the folder that a build is to write to absolute: it is meant from where the command was typed.
 * @param {readonly string[]} args
 * @param {string} from
 * @returns {string[]}
 */
export function placeOutput(args, from) {
  return args.map((word, at) => {
    const [, name, folder] = /^(--out-?dir=)(.*)$/i.exec(word) ?? [];
    if (folder) return `${name}${resolve(from, folder)}`;
    return /^--out-?dir$/i.test(args[at - 1] ?? '') ? resolve(from, word) : word;
  });
}
