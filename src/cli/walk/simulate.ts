import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../articles/read/content.ts';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import { contentDirOf } from '../../articles/content-dir.ts';
import { planFileOf, takePlansOf } from '../../articles/remembered/plan-cache.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import type { Symptom } from '../../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { expectedMinutesOf } from '../../domain/simulation/expected.ts';
import type { Offers } from '../../domain/simulation/offer.ts';
import { agrees, walkSymptom, type Walked } from '../../domain/simulation/walk.ts';
import { readOffers } from './built-offers.ts';
import { readArguments, type Command } from '../command.ts';
import { siteFolder } from '../builds/site-folder.ts';

const usage = 'Use `kb simulate [--dir dist] [--readers 10000] [--seed 1]`.';
/** A mean may lie outside of two standard errors by chance, once in 20 times: then others walk, three times as many each time. */
const turns = 3;

interface Row {
  readonly id: string;
  readonly expected?: number | undefined;
  readonly walked?: Walked | undefined;
  readonly problem?: string;
}

/** `simulate` lets 10,000 readers of every symptom walk the built site, and fails where they take other minutes than the engine expects. */
export const simulate: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      dir: { type: 'string' },
      readers: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { dir, ...numbers } = read.values;
  const options = { readers: Number(numbers.readers), seed: Number(numbers.seed) };
  if (!Number.isInteger(options.readers) || options.readers < 2 || !Number.isInteger(options.seed))
    return { code: 1, error: usage };
  const dist = siteFolder(root, dir);
  if (!existsSync(join(dist, 'index.html')))
    return { code: 1, error: `There is no built site in \`${dist}\`. Build one with \`npm run build\`.` };
  const content = contentDirOf(root);
  takePlansOf(planFileOf(root, content));
  const base = knowledgeBaseOf(publishedOf(readContent(content)));
  if (!base)
    return { code: 1, error: 'The content cannot be read without errors. Run `npm run check` to see them.' };
  const offers = readOffers(dist);
  const rows = [...base.symptoms.values()].map((symptom) => walkRow(base, offers, symptom, options));
  const off = rows.filter((row) => row.problem !== undefined);
  return {
    code: off.length > 0 ? 1 : 0,
    output: [
      'minutes: engine  readers   ± 2 errors',
      ...rows.map(lineOf),
      off.length > 0
        ? `The built site does not do what the engine expects for ${off.length} of ${rows.length} symptoms.`
        : `Readers of all ${rows.length} symptoms take what the engine expects.`,
    ].join('\n'),
  };
};

interface Options {
  readonly readers: number;
  readonly seed: number;
}

function walkRow(base: KnowledgeBase, offers: Offers, symptom: Symptom, options: Options): Row {
  const { id } = symptom;
  try {
    const expected = expectedMinutesOf(base, symptom);
    let walked: Walked | undefined;
    for (let turn = 0; turn < turns; turn++) {
      const crowd = { readers: options.readers * 3 ** turn, seed: options.seed + turn };
      walked = walkSymptom(base, offers, symptom, crowd);
      if (agrees(walked, expected)) return { id, expected, walked };
    }
    return { id, expected, walked, problem: 'not what the engine expects' };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

function lineOf({ id, expected, walked, problem }: Row): string {
  const numbers =
    expected === undefined || walked === undefined
      ? ''
      : `${expected.toFixed(2).padStart(15)} ${walked.mean.toFixed(2).padStart(8)}   ± ${(2 * walked.error).toFixed(2)}`;
  return [numbers, ` ${id}`, problem && `: ${problem}`].filter(Boolean).join(' ').replace(' : ', ': ');
}
