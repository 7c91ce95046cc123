import type { z } from 'astro/zod';
import type { Evidence } from '../../domain/evidence/report.ts';
import type { evidenceSchema } from './schema.ts';

/** The reports of `evidence.yaml`, as its schema gives them. */
export type EvidenceData = z.output<typeof evidenceSchema>;

/** What `evidence.yaml` says, in the order in which it stands there. */
export function evidenceOf({ reports, seen }: EvidenceData): Evidence {
  return {
    reports: Object.entries(reports).flatMap(([symptom, own]) =>
      own.map((report) => ({ symptom, ...report })),
    ),
    seen: seen.split(/\s+/).filter(Boolean),
  };
}
