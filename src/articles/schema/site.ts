import { z } from 'astro/zod';
import { isLanguageTag } from '../../domain/knowledge/language-tag.ts';
import { defaultRisks, type Site } from '../../domain/knowledge/site.ts';
import { defaultWho, type ContentWords } from '../../words/content-words.ts';
import * as about from './about.ts';
import { flag, id, idOf, object, range, text, texts } from './described.ts';
import { feedbackSchema, siteUrl, url } from './web-address.ts';

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/i, 'colour');
const choice = z.strictObject({ id, label: text });
const burden = choice.extend({ minutes: z.number().min(0) });
const who = choice.extend({ device: z.boolean().optional() });
/** `site.yaml`: only `title` is required. `siteOf` fills in what depends on the language. */
export const siteSchema = object(about.site, {
  title: text,
  promise: text.optional(),
  description: text.default(''),
  language: z.stringFormat('language', isLanguageTag).default('en'),
  url: siteUrl.optional(),
  license: text.optional(),
  credits: text.optional(),
  elsewhere: texts,
  unknown: z.number().min(0).max(0.9).default(0.1),
  vendor: z.strictObject({ name: text }).optional(),
  support: z
    .strictObject({
      name: text,
      url: url.optional(),
      phone: text.optional(),
      minutes: z.number().positive().default(60),
      note: text.optional(),
      fix: idOf('fix').optional(),
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
  groups: z.array(z.strictObject({ title: text, symptoms: z.array(idOf('symptom')) })).default([]),
  unsure: z.strictObject({ text, symptom: idOf('symptom') }).optional(),
  exhausted: idOf('symptom').optional(),
  now: text.optional(),
  mark: idOf('picture').optional(),
  logo: idOf('picture').optional(),
  accent: z.strictObject({ light: hexColour, dark: hexColour }).optional(),
  feedback: feedbackSchema.optional(),
  offline: z.boolean().default(true),
  machines: z.strictObject({ markdown: flag, json: flag, cards: flag }).optional(),
  agent: flag,
  embed: flag,
});

/** What sparing a loss is worth, in minutes, where the site does not say: more with each step of `risks`. */
const minutesOfLoss = 15;

/** What the costs beside time are worth, in minutes: a look that changes nothing comes before a change of about equal time. */
const defaultBurdens = [
  { id: 'setting', minutes: 1 },
  { id: 'charge', minutes: 1 },
  { id: 'money', minutes: 15 },
  { id: 'person', minutes: 3 },
  { id: 'hours', minutes: 15 },
] as const;

/** `site.yaml` as everything else knows it: what its author left out is filled in, with labels in the words of its language. */
export function siteOf(
  { promise, vendor, support, who, risks, burdens, ...fields }: z.output<typeof siteSchema>,
  { site: words, ranges }: ContentWords,
): Site {
  return {
    ...fields,
    promise: promise ?? fields.title,
    vendor: vendor ?? { name: words.vendor },
    support: support ?? { name: words.support, minutes: 60 },
    who: (who ?? defaultWho.map((id) => ({ id, label: words.who[id], device: undefined }))).map((one) => ({
      ...one,
      device: one.device ?? holdsDevice(one.id),
    })),
    risks: (risks ?? defaultRisks.map((id) => ({ id, label: undefined, minutes: undefined }))).map(
      ({ id, label, minutes }, tier) => ({
        id,
        label: label ?? riskLabel(id, words.risks),
        minutes: minutes ?? minutesOfLoss * tier,
      }),
    ),
    burdens: [
      ...defaultBurdens
        .filter(({ id }) => !burdens.some((own) => own.id === id))
        .map(({ id, minutes }) => ({ id, label: words.burdens[id], minutes })),
      ...burdens,
    ],
    ranges,
  };
}

/** Who holds a device of their own, where the site does not say. */
function holdsDevice(id: string): boolean {
  return id === 'you' || id === 'other-person';
}

function riskLabel(id: string, labels: Readonly<Record<string, string>>): string {
  return Object.hasOwn(labels, id) ? (labels[id] ?? id) : id;
}
