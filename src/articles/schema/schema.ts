import { z } from 'astro/zod';
import { isLanguageTag } from '../../domain/knowledge/language-tag.ts';
import { likelihoodWords } from '../../domain/knowledge/likelihood.ts';
import { idPattern } from '../../domain/knowledge/paths.ts';
import { defaultRisks } from '../../domain/knowledge/site.ts';

const text = z.string().trim().min(1);
const texts = z.array(text).default([]);
const id = z.string().regex(idPattern, 'kebab-case');
const isoDate = z.iso.date();
/** A version or a span of versions; 26 may stand without quotes, as every text that looks like a number. */
const range = text.meta({ example: '">=1"' });
const weight = z.union([z.enum(likelihoodWords), z.number().min(0).max(1)]).meta({ example: 'often' });
/** A BCP 47 tag of a language that exists. */
const languageTag = z.stringFormat('language', isLanguageTag);
const url = z.string().regex(/^https?:\/\/\S+$/, 'https');

const source = z.strictObject({ title: text, url: url.optional(), checked: isoDate.optional() });
const silence = z.strictObject({ rule: text, because: text });
const anchorAlias = z.strictObject({ anchor: text, now: text });

const shared = {
  title: text,
  summary: text,
  draft: z.boolean().optional(),
  aliases: texts,
  says: texts,
  codes: texts,
  sources: z.array(source).default([]),
  checked: isoDate.optional(),
  checkedOn: text.optional(),
  owner: text.optional(),
  was: z.array(id).default([]),
  anchors: z.array(anchorAlias).default([]),
  silence: z.array(silence).default([]),
};

const explanation = z.strictObject({
  symptom: id,
  likelihood: weight,
  because: text.optional(),
  source: text.optional(),
  on: id.optional(),
});
const solution = z.strictObject({
  cause: id,
  works: z
    .union([z.enum([...likelihoodWords, 'workaround', 'confirms']), z.number().min(0).max(1)])
    .meta({ example: 'often' }),
  because: text.optional(),
  source: text.optional(),
  on: id.optional(),
  ask: text.optional(),
});

/** Front matter of each kind of article. Strict: an unknown key is an error. */
export const articleSchemas = {
  symptom: z.strictObject({
    ...shared,
    short: text.optional(),
    picture: id.optional(),
    applies: z.record(id, range).default({}),
    questions: z.array(id).default([]),
    similar: z.array(z.strictObject({ symptom: id, difference: text })).default([]),
    order: z.enum(['computed', 'author']).default('computed'),
    because: text.optional(),
    fixes: z.array(id).default([]),
  }),
  cause: z.strictObject({
    ...shared,
    if: text.optional(),
    who: id.optional(),
    explains: z.array(explanation).default([]),
  }),
  fix: z.strictObject({
    ...shared,
    minutes: z.number().min(0),
    check: z.number().min(0).default(0),
    wait: z.number().min(0).default(0),
    loses: id.default(defaultRisks[0]),
    lost: texts,
    kept: texts,
    cost: text.optional(),
    burdens: z.array(id).default([]),
    needs: texts,
    who: id.default('you'),
    solves: z.array(solution).default([]),
    requires: z.array(id).default([]),
    prepares: z.boolean().default(false),
    verify: text.default(''),
    applies: z.record(id, range).default({}),
  }),
} as const;

/** `questions/*.yaml` */
export const questionSchema = z.strictObject({
  title: text,
  help: text.optional(),
  minutes: z.number().positive().default(0.25),
  answers: z.array(z.strictObject({ id, label: text, likely: z.record(id, weight).default({}) })).min(2),
});

/** `start.yaml`: the first questions, whose answers speak of symptoms. */
export const startSchema = z.strictObject({
  title: text,
  text: text.optional(),
  common: z.record(id, weight).default({}),
  questions: z
    .array(
      z.strictObject({
        id,
        title: text,
        help: text.optional(),
        minutes: z.number().positive().default(0.25),
        answers: z
          .array(
            z.strictObject({
              id,
              label: text,
              picture: id.optional(),
              likely: z.record(id, weight).default({}),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
});

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/i, 'colour');
const choice = z.strictObject({ id, label: text });
const burden = choice.extend({ minutes: z.number().min(0) });
const who = choice.extend({ device: z.boolean().optional() });
/** `site.yaml`: only `title` is required. `siteOf` fills in what depends on the language. */
export const siteSchema = z.strictObject({
  title: text,
  promise: text.optional(),
  description: text.default(''),
  language: languageTag.default('en'),
  url: url.optional(),
  license: text.optional(),
  credits: text.optional(),
  unknown: z.number().min(0).max(0.9).default(0.1),
  vendor: z.strictObject({ name: text }).optional(),
  support: z
    .strictObject({
      name: text,
      url: url.optional(),
      phone: text.optional(),
      minutes: z.number().positive().default(60),
      note: text.optional(),
      fix: id.optional(),
    })
    .optional(),
  who: z.array(who).min(1).optional(),
  risks: z
    .array(
      z.union([
        choice.extend({ minutes: z.number().min(0).optional() }),
        id.transform((name) => ({ id: name, label: undefined, minutes: undefined })),
      ]),
    )
    .min(1)
    .optional(),
  burdens: z.array(burden).default([]),
  platforms: z
    .array(
      z.strictObject({
        id,
        name: text,
        system: text.optional(),
        agent: z.array(text).min(1).optional(),
        touch: z.boolean().optional(),
        versions: z.array(z.strictObject({ id, name: text, range })).default([]),
      }),
    )
    .default([]),
  groups: z.array(z.strictObject({ title: text, symptoms: z.array(id) })).default([]),
  unsure: z.strictObject({ text, symptom: id }).optional(),
  exhausted: id.optional(),
  now: text.optional(),
  mark: id.optional(),
  accent: z.strictObject({ light: hexColour, dark: hexColour }).optional(),
  feedback: z.strictObject({ endpoint: url.optional(), mail: z.email().optional() }).optional(),
});

/** `ui-paths.yaml`: the place → the ways to it. */
export const uiPathsSchema = z.record(
  id,
  z.array(z.strictObject({ for: id, versions: range.optional(), path: z.array(text).min(1) })).min(1),
);

/** `glossary.yaml` */
export const glossarySchema = z.array(
  z.strictObject({
    id,
    term: text,
    also: texts,
    typed: texts,
    meaning: text,
    link: z.string().startsWith('/').optional(),
  }),
);

/** `tombstones.yaml`: pages and anchors that were taken away on purpose. */
export const tombstonesSchema = z.array(
  z.strictObject({
    page: z.string().regex(/^\/(?:[^\s#?]+\/)?$/, 'page'),
    anchor: text.optional(),
    because: text,
    now: z.string().startsWith('/').optional(),
  }),
);

/** `changes.yaml`: what has changed in the world, and when; each names one version, one place of `ui-paths.yaml` or one source. */
export const changesSchema = z.array(
  z.strictObject({
    date: isoDate,
    version: id.optional(),
    place: id.optional(),
    source: url.optional(),
    note: text.optional(),
  }),
);
