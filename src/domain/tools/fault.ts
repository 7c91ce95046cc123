import { closest } from '../problems/closest.ts';
import { didYouMean, few, sentences } from '../problems/say.ts';

/** What a program asked for and cannot have, in a sentence with the remedy. */
export interface Fault {
  readonly fault: string;
}

/** Whether an answer is none. */
export function isFault(answer: object): answer is Fault {
  return 'fault' in answer;
}

/** An id that nobody knows, with the nearest one, or some of those there are. */
export function unknownId(what: string, id: string, ids: Iterable<string>): Fault {
  const all = [...ids];
  // A title or a link is no id, but is near to one.
  const last =
    id
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '';
  const plain = last.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const meant = closest(id, all) ?? closest(plain, all);
  return {
    fault: sentences(
      `No ${what} has the id \`${id}\`.`,
      didYouMean(meant) ?? (all.length > 0 ? `There are ${few(all, 12)}.` : 'There is none.'),
    ),
  };
}
