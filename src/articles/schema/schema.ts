import { z } from 'astro/zod';
import { likelihoodWords } from '../../domain/knowledge/likelihood.ts';
import { defaultRisks } from '../../domain/knowledge/site.ts';
import * as about from './about.ts';
import { described, flag, id, idOf, isoDate, object, range, text, texts } from './described.ts';
import { url } from './web-address.ts';

const weight = z.union([z.enum(likelihoodWords), z.number().min(0).max(1)]).meta({ example: 'often' });
const source = object(about.source, { title: text, url: url.optional(), checked: isoDate.optional() });

const shared = described(about.shared, {
  title: text,
  summary: text,
  draft: flag,
  aliases: texts,
  says: texts,
  codes: texts,
  sources: z.array(source).default([]),
  checked: isoDate.optional(),
  checkedOn: text.optional(),
  owner: text.optional(),
  was: z.array(id).default([]),
  anchors: z.array(object(about.anchor, { anchor: text, now: text })).default([]),
  silence: z.array(object(about.silence, { rule: text, because: text })).default([]),
});

const explanation = object(about.explanation, {
  symptom: idOf('symptom'),
  likelihood: weight,
  because: text.optional(),
  source: text.optional(),
  on: idOf('who').optional(),
});
const solution = object(about.solution, {
  cause: idOf('cause'),
  works: z
    .union([z.enum([...likelihoodWords, 'workaround', 'confirms']), z.number().min(0).max(1)])
    .meta({ example: 'often' }),
  because: text.optional(),
  source: text.optional(),
  on: idOf('who').optional(),
  ask: text.optional(),
});

/** Front matter of each kind of article. Strict: an unknown key is an error. */
export const articleSchemas = {
  symptom: z.strictObject({
    ...shared,
    ...described(about.symptom, {
      short: text.optional(),
      picture: idOf('picture').optional(),
      solved: idOf('picture').optional(),
      applies: z.record(idOf('platform'), range).default({}),
      questions: z.array(idOf('question')).default([]),
      similar: z.array(object(about.similar, { symptom: idOf('symptom'), difference: text })).default([]),
      order: z.enum(['computed', 'author']).default('computed'),
      because: text.optional(),
      fixes: z.array(idOf('fix')).default([]),
    }),
  }),
  cause: z.strictObject({
    ...shared,
    ...described(about.cause, {
      if: text.optional(),
      who: idOf('who').optional(),
      explains: z.array(explanation).default([]),
    }),
  }),
  fix: z.strictObject({
    ...shared,
    ...described(about.fix, {
      minutes: z.number().min(0),
      check: z.number().min(0).default(0),
      wait: z.number().min(0).default(0),
      loses: idOf('risk').default(defaultRisks[0]),
      lost: texts,
      kept: texts,
      cost: text.optional(),
      burdens: z.array(idOf('burden')).default([]),
      needs: texts,
      who: idOf('who').default('you'),
      solves: z.array(solution).default([]),
      requires: z.array(idOf('fix')).default([]),
      prepares: z.boolean().default(false),
      disconnects: z.boolean().optional(),
      verify: text.default(''),
      applies: z.record(idOf('platform'), range).default({}),
    }),
  }),
} as const;

const { says: _says, codes: _codes, sources: _sources, checkedOn: _checkedOn, ...ofPages } = shared;
/** Front matter of everything that has an address of its own: articles, and pages of the owner's own. */
export const textSchemas = {
  ...articleSchemas,
  page: z.strictObject({
    ...ofPages,
    ...described(about.page, { short: text.optional(), report: z.boolean().default(false) }),
  }),
} as const;

/** `questions/*.yaml` */
export const questionSchema = object(about.question, {
  title: text,
  help: text.optional(),
  minutes: z.number().positive().default(0.25),
  answers: z
    .array(object(about.answer, { id, label: text, likely: z.record(idOf('cause'), weight).default({}) }))
    .min(2),
});

/** `start.yaml`: the first questions, whose answers speak of symptoms. */
export const startSchema = object(about.start, {
  title: text,
  text: text.optional(),
  common: z.record(idOf('symptom'), weight).default({}),
  questions: z
    .array(
      object(about.firstQuestion, {
        id,
        title: text,
        help: text.optional(),
        minutes: z.number().positive().default(0.25),
        answers: z
          .array(
            object(about.firstAnswer, {
              id,
              label: text,
              picture: idOf('picture').optional(),
              likely: z.record(idOf('symptom'), weight).default({}),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
});

/** `ui-paths.yaml`: the place → the ways to it. */
export const uiPathsSchema = z.record(
  id,
  z
    .array(
      object(about.way, { for: idOf('platform'), versions: range.optional(), path: z.array(text).min(1) }),
    )
    .min(1),
);

/** `glossary.yaml` */
export const glossarySchema = z.array(
  object(about.term, {
    id,
    term: text,
    also: texts,
    typed: texts,
    meaning: text,
    link: z.string().startsWith('/').optional(),
  }),
);

/** `asked.yaml`: what readers typed, by the page that they meant. */
export const askedSchema = z.array(object(about.asked, { page: z.string().startsWith('/'), queries: texts }));

/** `tombstones.yaml`: pages and anchors that were taken away on purpose. */
export const tombstonesSchema = z.array(
  object(about.tombstone, {
    page: z.string().regex(/^\/(?:[^\s#?]+\/)?$/, 'page'),
    anchor: text.optional(),
    because: text,
    now: z.string().startsWith('/').optional(),
  }),
);

/** `changes.yaml`: what has changed in the world, and when; each names one version, one place of `ui-paths.yaml` or one source. */
export const changesSchema = z.array(
  object(about.change, {
    date: isoDate,
    version: id.optional(),
    place: id.optional(),
    source: url.optional(),
    note: text.optional(),
  }),
);
