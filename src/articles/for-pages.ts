import type { TextKind } from '../domain/knowledge/article.ts';
import type { BodyPart } from '../domain/body-part.ts';
import type { SymptomView } from '../domain/advice/symptom-view.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { contentDirOf } from './content-dir.ts';
import type { Pieces } from './pieces.ts';
import { sharedPlace, type SharedContent } from './shared-place.ts';

const shared = sharedHere();

/** Everything the pages show. Read once per build; in dev anew when something has been edited, with drafts and with plans that are not proven but quick. */
export async function loadContent(): Promise<SiteContent> {
  return import.meta.env.DEV ? shared.drafted() : shared.built();
}

/** The body of an article or of a page of the owner's own, for `<ArticleBody>`. */
export function bodyOf(kind: TextKind, id: string): readonly BodyPart[] {
  return shared.body(kind, id);
}

/** Draws a piece of a page for `<Piece>`: once for all pages of a build, which hold marks in its place; in dev for each. */
export const drawPiece: Pieces['piece'] = import.meta.env.DEV ? (_, fill, draw) => draw(fill) : shared.piece;

/** A symptom with the addresses of its pages, and those pages, the one that stands for it first. */
export interface PagesOfSymptom {
  readonly symptom: string;
  readonly paths: readonly string[];
  readonly pages: () => readonly [SymptomView, ...SymptomView[]];
}

/** The content that the configuration has read. */
function sharedHere(): SharedContent {
  const { path } = contentDirOf(process.cwd());
  const found = sharedPlace().get(path);
  if (!found) throw new Error(`Nobody has read the content of ${path} for its pages.`);
  return found;
}

/** Every symptom with its pages, for `getStaticPaths`. In dev, where plans are made when a page shows them, only those symptoms have pages after answers and for devices that were asked for lately. */
export async function symptomPages(): Promise<readonly PagesOfSymptom[]> {
  const { views } = await loadContent();
  if (!import.meta.env.DEV)
    return [...views].map(([symptom, pages]) => pagesOf(symptom, pathsIn(pages), () => pages));
  return [...views.keys()].map((symptom) => {
    const pages = (): readonly SymptomView[] => views.get(symptom) ?? [];
    const paths = shared.asked().has(symptom) ? pathsIn(pages()) : [pathOf({ kind: 'symptom', id: symptom })];
    return pagesOf(symptom, paths, pages);
  });
}

function pathsIn(pages: readonly SymptomView[]): readonly string[] {
  return pages.map(({ path }) => path);
}

function pagesOf(
  symptom: string,
  paths: readonly string[],
  pages: () => readonly SymptomView[],
): PagesOfSymptom {
  return {
    symptom,
    paths,
    pages: () => {
      const [first, ...more] = pages();
      if (!first) throw new Error(`The symptom ${symptom} has no page.`);
      return [first, ...more];
    },
  };
}
