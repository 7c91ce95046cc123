import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomFrom } from '../../src/domain/plan/random.ts';
import { vocabularies, type Vocabulary } from './vocabulary.ts';

/** What a generated knowledge base is like. */
export interface Shape {
  /** Symptoms, causes and fixes together. */
  readonly articles: number;
  readonly seed?: number;
  /** Questions of each symptom. */
  readonly questions?: number;
  /** What each cause explains and each fix solves, at most. */
  readonly edges?: number;
  /** Words of each body, about. */
  readonly words?: readonly [least: number, most: number];
  readonly language?: string;
}

interface Plan {
  readonly vocabulary: Vocabulary;
  readonly random: () => number;
  readonly symptoms: number;
  readonly causes: number;
  readonly fixes: number;
  readonly questions: number;
  readonly edges: number;
  readonly words: readonly [number, number];
}

const checked = '2026-11-24';
const likelihoods = ['almost-always', 'often', 'sometimes', 'seldom'] as const;
const places = 12;
const kinds = { symptom: 'symptoms', cause: 'causes', fix: 'fixes' } as const;
type Kind = keyof typeof kinds;

/**
 * The files of a knowledge base that the check has no error in, path by text, the same for the same shape. Symptoms, causes
 * and fixes stand 20 to 33 to 40; edges lead to neighbours, so that plans stay as long as they are however many articles there are.
 */
export function generate(shape: Shape): ReadonlyMap<string, string> {
  const plan = planOf(shape);
  const { vocabulary } = plan;
  const files = new Map<string, string>();
  files.set('site.yaml', siteOf(plan));
  files.set('ui-paths.yaml', uiPathsOf(vocabulary));
  files.set('glossary.yaml', glossaryOf(vocabulary));
  for (let at = 0; at < plan.symptoms; at++) files.set(fileOf('symptom', at), symptomOf(plan, at));
  for (let at = 0; at < plan.causes; at++) files.set(fileOf('cause', at), causeOf(plan, at));
  for (let at = 0; at < plan.fixes; at++) files.set(fileOf('fix', at), fixOf(plan, at));
  for (let at = 0; at < plan.symptoms; at++)
    for (let nth = 0; nth < plan.questions; nth++)
      files.set(`questions/${questionId(at, nth)}.yaml`, questionOf(plan, at, nth));
  return files;
}

/** Writes the files of a knowledge base into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function planOf({
  articles,
  seed = 1,
  questions = 0,
  edges = 3,
  words = [150, 350],
  language = 'en',
}: Shape): Plan {
  const vocabulary = vocabularies[language];
  if (!vocabulary)
    throw new Error(`There are no words for ${language}: ${Object.keys(vocabularies).join(', ')}.`);
  const symptoms = Math.max(1, Math.round((articles * 20) / 93));
  const causes = Math.max(1, Math.round((articles * 33) / 93));
  const fixes = Math.max(1, articles - symptoms - causes);
  return { vocabulary, random: randomFrom(seed), symptoms, causes, fixes, questions, edges, words };
}

function symptomOf(plan: Plan, at: number): string {
  const { vocabulary, symptoms, questions } = plan;
  const { headings } = vocabulary;
  const asked = Array.from({ length: questions }, (_, nth) => questionId(at, nth));
  const other = (at + 1) % symptoms;
  return [
    '---',
    `title: ${titleOf(vocabulary, 'symptom', at)}`,
    `summary: ${sentence(plan, at)}`,
    `says: ["E-${1000 + at}"]`,
    `aliases: [${wordOf(vocabulary.parts, at).toLowerCase()} ${1 + at}, ${wordOf(vocabulary.signs, at)} ${1 + at}]`,
    ...(asked.length > 0 ? [`questions: [${asked.join(', ')}]`] : []),
    ...(other === at
      ? []
      : ['similar:', `  - { symptom: ${idOf('symptom', other)}, difference: "${sentence(plan, other)}" }`]),
    `checked: ${checked}`,
    '---',
    `## ${headings.meaning}`,
    paragraphs(plan, at, 0.6),
    tableOf(plan, at),
    `## ${headings.apart}`,
    `${paragraphs(plan, at, 0.4)}\n\n${linkTo(plan, 'symptom', other)}`,
    '',
  ].join('\n');
}

function causeOf(plan: Plan, at: number): string {
  const { vocabulary } = plan;
  const { headings } = vocabulary;
  const reached = neighbours(plan, at, plan.causes, plan.symptoms);
  return [
    '---',
    `title: ${titleOf(vocabulary, 'cause', at)}`,
    `summary: ${sentence(plan, at)}`,
    'explains:',
    ...reached.map(
      (symptom) =>
        `  - { symptom: ${idOf('symptom', symptom)}, likelihood: ${pick(plan, likelihoods)}, because: "${sentence(plan, at)}" }`,
    ),
    `checked: ${checked}`,
    '---',
    `## ${headings.happens}`,
    paragraphs(plan, at, 0.5),
    `## ${headings.recognise}`,
    `<Callout kind="tip">${sentence(plan, at)}</Callout>`,
    '',
    `${paragraphs(plan, at, 0.5)}\n\n${linkTo(plan, 'symptom', reached[0] ?? 0)}`,
    '',
  ].join('\n');
}

function fixOf(plan: Plan, at: number): string {
  const { vocabulary, random } = plan;
  const { headings } = vocabulary;
  const solved = neighbours(plan, at, plan.fixes, plan.causes);
  const steps = vocabulary.steps.slice(0, 4 + Math.floor(random() * 4));
  const minutes = 1 + Math.floor(random() * 30);
  return [
    '---',
    `title: ${titleOf(vocabulary, 'fix', at)}`,
    `summary: ${sentence(plan, at)}`,
    `minutes: ${minutes}`,
    ...(at % 7 === 6 ? ['loses: settings', `lost: [${wordOf(vocabulary.parts, at)}]`] : []),
    'solves:',
    ...solved.map(
      (cause) =>
        `  - { cause: ${idOf('cause', cause)}, works: ${pick(plan, likelihoods)}, because: "${sentence(plan, at)}" }`,
    ),
    ...(at % 11 === 10 && (at - 1) % 7 !== 6 ? [`requires: [${idOf('fix', at - 1)}]`] : []),
    `verify: ${fill(vocabulary, vocabulary.verify, at)}`,
    `applies: { device: ">=2019" }`,
    `checked: ${checked}`,
    '---',
    `## ${headings.does}`,
    paragraphs(plan, at, 0.6),
    ...(at % 7 === 6
      ? [`<Callout kind="warning">${vocabulary.lost} ${wordOf(vocabulary.parts, at)}.</Callout>`, '']
      : []),
    `## ${headings.steps}`,
    '<Steps>',
    ...steps.flatMap((step, nth) => [
      `${nth + 1}. ${fill(vocabulary, step, at + nth)}`,
      ...(nth === 1 ? [`   ${sentence(plan, at)} <Path to="place-${at % places}" />`] : []),
    ]),
    '</Steps>',
    '',
    tableOf(plan, at),
    `## ${headings.worked}`,
    `${paragraphs(plan, at, 0.4)}\n\n${linkTo(plan, 'cause', solved[0] ?? 0)}`,
    '',
  ].join('\n');
}

/** A question about the causes of a symptom: each answer speaks for some of those near it. */
function questionOf(plan: Plan, at: number, nth: number): string {
  const { vocabulary, random, causes, symptoms } = plan;
  const near = Math.floor((at * causes) / symptoms);
  const around = [0, 1, 2].map((step) => idOf('cause', (near + step) % causes));
  const rows = vocabulary.answers
    .slice(0, 2 + Math.floor(random() * 2))
    .flatMap((label, index) => [
      `  - id: answer-${index}`,
      `    label: ${label === 'No' || label === 'Yes' ? `"${label}"` : label}`,
      '    likely:',
      `      ${around[index % around.length]}: almost-always`,
    ]);
  return [
    `title: ${fill(vocabulary, vocabulary.ask, at * 7 + nth)}`,
    'minutes: 0.5',
    'answers:',
    ...rows,
    '',
  ].join('\n');
}

function siteOf({ vocabulary, symptoms }: Plan): string {
  const size = 12;
  const groups = Array.from({ length: Math.ceil(symptoms / size) }, (_, group) => {
    const ids = Array.from({ length: Math.min(size, symptoms - group * size) }, (_unused, nth) =>
      idOf('symptom', group * size + nth),
    );
    return `  - { title: "${wordOf(vocabulary.places, group)} ${group + 1}", symptoms: [${ids.join(', ')}] }`;
  });
  return [
    `title: ${vocabulary.title}`,
    `language: ${vocabulary.language}`,
    'platforms:',
    '  - id: device',
    '    name: Model',
    '    versions:',
    '      - { id: m1, name: Model M1, range: 2019–2021 }',
    '      - { id: m2, name: Model M2, range: ">=2022" }',
    'groups:',
    ...groups,
    '',
  ].join('\n');
}

function uiPathsOf({ places: names, parts }: Vocabulary): string {
  return Array.from(
    { length: places },
    (_, at) => `place-${at}:\n  - { for: device, path: [${wordOf(names, at)}, ${wordOf(parts, at)}] }\n`,
  ).join('');
}

function glossaryOf({ parts, sentences }: Vocabulary): string {
  return parts
    .map(
      (part, at) =>
        `- { id: term-${at}, term: ${part}, meaning: "${sentences[2]?.replace('{part}', part)}" }\n`,
    )
    .join('');
}

/** As many different indexes of `of` as edges are wanted, near the same place of the list, the nearest always among them. */
function neighbours({ random, edges }: Plan, at: number, all: number, of: number): readonly number[] {
  const near = Math.floor((at * of) / all);
  const many = 1 + Math.floor(random() * edges);
  const found = new Set([near]);
  for (let tries = 0; found.size < many && tries < 4 * many; tries++)
    found.add((near + Math.floor(random() * 2 * edges)) % of);
  return [...found];
}

function paragraphs(plan: Plan, at: number, share: number): string {
  const [least, most] = plan.words;
  const wanted = share * (least + plan.random() * (most - least));
  const found: string[] = [''];
  let words = 0;
  for (let nth = 0; words < wanted; nth++) {
    const next = sentence(plan, at + nth);
    words += next.split(' ').length;
    found[found.length - 1] += `${found.at(-1) ? ' ' : ''}${next}`;
    if (nth % 4 === 3) found.push('');
  }
  return `${found.filter(Boolean).join('\n\n')}\n`;
}

function tableOf(plan: Plan, at: number): string {
  const { vocabulary } = plan;
  const row = (nth: number): string =>
    `| ${wordOf(vocabulary.parts, at + nth)} | ${wordOf(vocabulary.places, at + 2 * nth)} | **${wordOf(vocabulary.signs, at + nth)}** |`;
  return [
    `| ${vocabulary.headings.table.join(' | ')} |`,
    '| --- | --- | --- |',
    ...[0, 1, 2, 3].map(row),
    '',
  ].join('\n');
}

function linkTo(plan: Plan, kind: Kind, at: number): string {
  return `${plan.vocabulary.see} [${titleOf(plan.vocabulary, kind, at)}](/${kinds[kind]}/${idOf(kind, at)}/).`;
}

function sentence(plan: Plan, at: number): string {
  return fill(plan.vocabulary, pick(plan, plan.vocabulary.sentences), at + Math.floor(plan.random() * 9));
}

/** Every number gives other words until all of the three lists have met. */
function titleOf(vocabulary: Vocabulary, kind: Kind, at: number): string {
  const all = vocabulary.parts.length * vocabulary.places.length * vocabulary.signs.length;
  return `${fill(vocabulary, vocabulary[kind], at)}${at >= all ? ` ${Math.floor(at / all)}` : ''}`;
}

function fill({ parts, places: names, signs }: Vocabulary, text: string, at: number): string {
  const place = Math.floor(at / parts.length);
  return text
    .replaceAll('{part}', wordOf(parts, at))
    .replaceAll('{place}', wordOf(names, place))
    .replaceAll('{sign}', wordOf(signs, Math.floor(place / names.length) + at));
}

function idOf(kind: Kind, at: number): string {
  return `${kind}-${at}`;
}

function questionId(at: number, nth: number): string {
  return `ask-${at}-${nth}`;
}

function fileOf(kind: Kind, at: number): string {
  return `${kinds[kind]}/${idOf(kind, at)}.mdx`;
}

function wordOf(list: readonly string[], at: number): string {
  return list[at % list.length] ?? '';
}

function pick<T>({ random }: Plan, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}
