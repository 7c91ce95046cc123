import { z } from 'astro/zod';
import { idPattern } from '../../domain/knowledge/paths.ts';
import { object } from '../schema/described.ts';

const aboutEvidence = {
  reports: 'What readers reported, by symptom; reports that say the same stand once.',
  seen: 'Short names of the reports that were read, so that none counts twice.',
} as const;

const aboutReport = {
  tried: 'The fixes that were tried, in order.',
  worked: 'Whether the last one worked.',
  times: 'How many readers said so.',
  answers: 'What they answered on the way, as `question/answer`.',
  truth: 'How often the devices of these readers tell the truth about the last one, where less than always.',
} as const;

/** A move of a plan: the id of a fix, or with whose device it is done on. */
const moveId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:--[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'kebab-case');
/** `evidence.yaml`: what readers reported, by symptom, as `kb learn` writes it. */
export const evidenceSchema = object(aboutEvidence, {
  reports: z
    .record(
      z.string().regex(idPattern, 'kebab-case').meta({ ids: 'symptom' }),
      z
        .array(
          object(aboutReport, {
            tried: z.array(moveId).min(1),
            worked: z.boolean(),
            times: z.number().int().positive().default(1),
            answers: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'answer')).default([]),
            truth: z.number().gt(0.5).max(1).default(1),
          }),
        )
        .min(1),
    )
    .default({}),
  seen: z.string().default(''),
});
