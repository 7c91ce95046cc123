import { kinds } from '../knowledge/article.ts';
import { articlesOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { mapPathOf } from '../knowledge/paths.ts';
import { saidTextsOf } from '../permalinks/said-texts.ts';
import type { GlossaryEntry } from '../knowledge/site.ts';
import { glossaryPartsOf } from './glossary-parts.ts';
import { listPartsOf, partsByLetter } from './list-parts.ts';

/** A page that is made of others and goes with them; then its address leads to the list or the map. */
export interface PassingPage {
  readonly path: string;
  readonly text: string;
}

/** The parts of long lists, and the map of each symptom, under its earlier ids too. */
export function passingPagesOf(
  base: KnowledgeBase,
  glossary: readonly GlossaryEntry[],
): readonly PassingPage[] {
  const said = saidTextsOf(articlesOf(base)).map(({ text }) => ({ title: text }));
  return [
    ...kinds.flatMap((kind) => listPartsOf(base, kind, '')),
    ...partsByLetter('says', said, base.site.language),
    ...glossaryPartsOf(glossary, base.site.language),
    ...[...base.symptoms.values()].flatMap(({ id, was, title }) =>
      [id, ...was].map((one) => ({ path: mapPathOf(one), title })),
    ),
  ].map(({ path, title }) => ({ path, text: title }));
}
