import { isKebabCase } from '../knowledge/paths.ts';

/** Whether a text may be the id of a move: a fix's own id, or with whose device it is done on. */
export function isMoveId(text: string): boolean {
  const [fix = '', on, ...more] = text.split('--');
  return more.length === 0 && isKebabCase(fix) && (on === undefined || isKebabCase(on));
}
