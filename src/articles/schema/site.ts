import type { z } from 'astro/zod';
import { defaultRisks, type Site } from '../../domain/knowledge/site.ts';
import { defaultWho, type ContentWords } from '../../words/content-words.ts';
import type { siteSchema } from './schema.ts';

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
