import type { z } from 'astro/zod';
import type { Site } from '../../domain/knowledge/site.ts';
import { defaultRisks, defaultWho, type ContentWords } from '../../words/content-words.ts';
import type { siteSchema } from './schema.ts';

/** `site.yaml` as everything else knows it: what its author left out is said in the words of its language. */
export function siteOf(
  { vendor, support, who, risks, promise, ...fields }: z.output<typeof siteSchema>,
  { site: words }: ContentWords,
): Site {
  return {
    ...fields,
    promise: promise ?? fields.title,
    vendor: vendor ?? { name: words.vendor },
    support: support ?? { name: words.support, minutes: 60 },
    who: who ?? defaultWho.map((id) => ({ id, label: words.who[id] })),
    risks: (risks ?? defaultRisks.map((id) => ({ id, label: undefined }))).map(({ id, label }) => ({
      id,
      label: label ?? riskLabel(id, words.risks),
    })),
  };
}

function riskLabel(id: string, labels: Readonly<Record<string, string>>): string {
  return Object.hasOwn(labels, id) ? (labels[id] ?? id) : id;
}
