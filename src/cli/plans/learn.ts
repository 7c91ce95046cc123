import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import { openableFile } from '../../articles/content-dir.ts';
import type { Content } from '../../articles/content.ts';
import { evidenceOf } from '../../articles/evidence/evidence-of.ts';
import { evidenceText } from '../../articles/evidence/evidence-text.ts';
import { learnFrom } from '../../domain/evidence/learn.ts';
import { lessonsOf } from '../../domain/evidence/lessons.ts';
import { readReports } from '../../domain/evidence/read-reports.ts';
import { shareIn, whyNoShare } from '../../domain/evidence/share.ts';
import { takeReports } from '../../domain/evidence/take-reports.ts';
import { taskOf } from '../../domain/advice/planning-task.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { planOf } from '../../domain/plan/plan.ts';
import { triedSign } from '../../domain/reader/tried-sign.ts';
import { lessonLines, takenLines } from '../../reports/lessons.ts';
import { readArguments, type Command } from '../command.ts';
import { loadBase } from './load-base.ts';
import { writeWhole } from '../../files/write-whole.ts';

const usage =
  'Use `kb learn FILE…` with mails, logs or lists of what readers tried (`-` for the standard input); `--dry-run` shows what they teach and writes nothing.';

/** `learn FILE…` reads what readers tried, adds it to `evidence.yaml` and says what plans learn from all of it. */
export const learn: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  if (read.positionals.length === 0) return { code: 1, error: usage };
  const texts = await Promise.all(read.positionals.map(readInput));
  const missing = read.positionals.find((_, index) => texts[index] === undefined);
  if (missing !== undefined) return { code: 1, error: `The file \`${missing}\` cannot be read. ${usage}` };
  const loaded = loadBase(root);
  if ('error' in loaded) return { code: 1, error: loaded.error };
  const words = wordsOf(loaded.content);
  const found = texts.flatMap((text = '') => readReports(text));
  if (found.length === 0) return { code: 1, error: nothingIn(texts.join('\n')) };
  const taken = takeReports(words, evidenceOf(loaded.content.evidence.value), found);
  const learned = learnFrom(words, taken.evidence);
  const lessons = lessonsOf(words, learned);
  const path = join(loaded.content.dir.path, 'evidence.yaml');
  const isNew = taken.added > 0 && !read.values['dry-run'];
  if (isNew) writeWhole(path, evidenceText(taken.evidence, lessons));
  return {
    code: 0,
    output: [
      takenLines(taken),
      lessonLines(lessons, plansMoved(words, learned)),
      isNew
        ? `${existsSync(path) ? openableFile(loaded.content.dir, loaded.content.evidence.file) : path} is written. Look at it as at any change, and commit it.`
        : 'Nothing is written.',
    ].join('\n\n'),
  };
};

async function readInput(path: string): Promise<string | undefined> {
  if (path === '-') return textOf(process.stdin);
  return readFile(path, 'utf8').catch(() => undefined);
}

/** The knowledge base as its words alone have it. */
function wordsOf(content: Content): KnowledgeBase {
  return knowledgeBaseOf({
    ...content,
    evidence: { ...content.evidence, value: { reports: {}, seen: '' } },
  })!;
}

const exampleReport = `/symptoms/<id>/#${triedSign}1.<fix>_n_0.<fix>_w_0`;

function nothingIn(text: string): string {
  const share = shareIn(text);
  return share
    ? `“${share.part} of ${share.whole}” is no report. ${whyNoShare} \`kb learn\` takes what each reader tried, as their devices keep it: \`${exampleReport}\`.`
    : `No report was found. A report is the address of a plan with what was tried, as readers copy it for support: \`${exampleReport}\`.`;
}

function plansMoved(
  words: KnowledgeBase,
  learned: KnowledgeBase,
): readonly { readonly symptom: string; readonly before: string; readonly after: string }[] {
  const orderOf = (base: KnowledgeBase, id: string): string =>
    planOf(taskOf(base, base.symptoms.get(id)!), 'quick').order.join(', ');
  return [...words.symptoms.keys()].flatMap((symptom) => {
    const [before, after] = [orderOf(words, symptom), orderOf(learned, symptom)];
    return before === after ? [] : [{ symptom, before, after }];
  });
}
