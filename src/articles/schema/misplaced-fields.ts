import type { z } from 'astro/zod';
import { folderOf, kinds, type Kind } from '../../domain/knowledge/article.ts';
import { articleSchemas, textSchemas } from './schema.ts';

/** Edges point upwards; authors who think downwards write them on the wrong side. */
const upwards: Readonly<Record<string, { readonly [K in Kind]?: readonly [message: string, hint: string] }>> =
  {
    causes: {
      symptom: [
        'A symptom does not list its causes: each cause says what it explains.',
        'Remove it, and write `explains: [{ symptom: …, likelihood: often }]` in the causes.',
      ],
      fix: ['A fix names its causes in `solves`.', 'Write `solves: [{ cause: …, works: often }]`.'],
    },
    fixes: {
      cause: [
        'A cause does not list its fixes: each fix says what it solves.',
        'Remove it, and write `solves: [{ cause: …, works: often }]` in the fixes.',
      ],
    },
    symptoms: {
      cause: [
        'A cause names its symptoms in `explains`.',
        'Write `explains: [{ symptom: …, likelihood: often }]`.',
      ],
      fix: [
        'A fix does not name symptoms: it solves causes, and they explain symptoms.',
        'Remove it, and write `solves: [{ cause: …, works: often }]`.',
      ],
    },
  };

/** What to say of a field that belongs elsewhere: to another kind of article, or to the other end of an edge. */
export function homeOf(
  key: string,
  schema: z.ZodType,
): { readonly message: string; readonly hint: string } | undefined {
  const kind = ([...kinds, 'page'] as const).find((one) => (textSchemas[one] as unknown) === schema);
  if (!kind) return undefined;
  const edge = kind !== 'page' && Object.hasOwn(upwards, key) ? upwards[key]?.[kind] : undefined;
  if (edge) return { message: edge[0], hint: edge[1] };
  const home = kinds.find((one) => Object.hasOwn(articleSchemas[one].shape, key));
  return (
    home && {
      message: `\`${key}\` is a field of ${folderOf[home]}, not of ${folderOf[kind]}.`,
      hint: 'Remove it here.',
    }
  );
}

/** Names that authors bring along from elsewhere, and ours for the same. */
const strangers: Readonly<Record<string, string>> = {
  name: 'title',
  heading: 'title',
  headline: 'title',
  description: 'summary',
  intro: 'summary',
  excerpt: 'summary',
  abstract: 'summary',
  keywords: 'aliases',
  tags: 'aliases',
  synonyms: 'aliases',
  image: 'picture',
  icon: 'picture',
  time: 'minutes',
  duration: 'minutes',
  risk: 'loses',
  date: 'checked',
  updated: 'checked',
  reviewed: 'checked',
  check: 'verify',
  depends: 'requires',
  after: 'requires',
  lang: 'language',
};

/** A remedy for a field that is known elsewhere under another name, or not needed here at all. */
export function strangerHint(key: string, known: readonly string[]): string | undefined {
  if (key === 'id' || key === 'slug') return 'Remove it: the name of the file is the id.';
  if (key === 'kind' || key === 'type' || key === 'layout')
    return 'Remove it: the folder says what kind of article this is.';
  if (key === 'steps') return 'Remove it: steps stand below the front matter, in `<Steps>`.';
  if (key === 'draft') return 'Remove it: a file whose name begins with `_` is left out.';
  const ours = ourNameFor(key, known);
  return ours && `Here it is called \`${ours}\`.`;
}

/** Our name for a field that is called otherwise elsewhere. */
export function ourNameFor(key: string, known: readonly string[]): string | undefined {
  const ours = Object.hasOwn(strangers, key) ? strangers[key] : undefined;
  return ours && known.includes(ours) ? ours : undefined;
}
