import { whyOf } from '../../domain/owners/why.ts';
import { closest } from '../../domain/problems/closest.ts';
import { taskOf } from '../../domain/advice/planning-task.ts';
import { whyLines } from '../../reports/why.ts';
import { loadBase } from './load-base.ts';
import type { Command } from '../command.ts';

/** `why <fix> <symptom>`: why the fix stands where it does in the plan of the symptom, in five lines. */
export const why: Command = async ([fix, symptom, ...more], { root }) => {
  if (fix === undefined || symptom === undefined || more.length > 0)
    return { code: 1, error: 'Use `kb why <fix> <symptom>`.' };
  const loaded = loadBase(root);
  if ('error' in loaded) return { code: 1, error: loaded.error };
  const { base } = loaded;
  const seen = base.symptoms.get(symptom);
  if (!seen) {
    const meant = closest(symptom, base.symptoms.keys());
    return {
      code: 1,
      error: `No symptom has the id \`${symptom}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
    };
  }
  const found = whyOf(base, seen, fix);
  if (found) return { code: 0, output: whyLines(found) };
  const meant = closest(fix, [...taskOf(base, seen).fixes.map(({ id }) => id), ...base.fixes.keys()]);
  return {
    code: 1,
    error: base.fixes.has(fix)
      ? `\`${fix}\` solves none of the causes of \`${symptom}\`, so it is not in its plan.`
      : `No fix has the id \`${fix}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
  };
};
