import { twinSchemas } from '../../articles/twins/schemas.ts';
import type { Article } from '../../domain/knowledge/article.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { LeadsOn } from '../../domain/permalinks/leads-on.ts';
import { hole, wholeOf, type PagePart } from '../../domain/page-part.ts';
import type { SiteContent } from '../../domain/site-content.ts';
import { factsOf } from '../../domain/twins/article-facts.ts';
import { articleAt, factsPathOf, graphFileOf, type FactSources } from '../../domain/twins/graph-file.ts';
import { indexPath, twinPathOf } from '../../domain/twins/twin-address.ts';
import { treeIn, type Tree } from '../../html/tree.ts';
import { movedTwin, twinOf } from '../../twins/page-twin.ts';
import { stepsIn } from '../../twins/steps.ts';
import { wordsOf } from '../../words/words-of.ts';
import type { Base } from '../step.ts';
import { wholeAddress } from '../whole-address.ts';

/** A file by its path in the site. */
export type NamedText = readonly [file: string, text: string];

/** What stands beside pages for programs; whatever it reads of the content is watched like what pages read. */
export interface Beside {
  /** The files beside the page at a path, before it is drawn. */
  readonly namesOf: (path: string) => readonly string[];
  /** The same with their texts, from the drawn page. */
  readonly textsOf: (page: readonly PagePart[], path: string) => readonly NamedText[];
  /** What stands beside a page that only leads on. */
  readonly movedTexts: (leads: LeadsOn) => readonly NamedText[];
  /** What belongs to no page. */
  readonly looseTexts: () => readonly NamedText[];
}

/** The files for programs of a site, as many kinds as it has. */
export function besidePages(base: Base): Beside {
  const { shared } = base;
  const addressOf = wholeAddress(base);
  const sources = (): FactSources => ({ content: shared.built(), addressOf });
  const factsOn = ({ base: graph, machines }: SiteContent, path: string): Article | undefined =>
    machines.json ? articleAt(graph, path) : undefined;
  const textsFrom = (page: readonly PagePart[], path: string): readonly NamedText[] => {
    const content = shared.built();
    const { markdown } = content.machines;
    const article = factsOn(content, path);
    // To read a page takes as long as to draw it; without a twin, only the steps of a fix are asked for.
    const main = markdown || article?.kind === 'fix' ? treeIn(page, 'main') : undefined;
    const twin = { address: addressOf(path), note: noteOf(content, path, addressOf) };
    return [
      ...(markdown && main ? [[fileAt(twinPathOf(path)), twinOf(main, twin)] as const] : []),
      ...(article ? [[fileAt(factsPathOf(path)), factsFile(article, main, sources())] as const] : []),
    ];
  };
  return {
    namesOf: (path) => {
      const content = shared.built();
      return [
        ...(content.machines.markdown ? [fileAt(twinPathOf(path))] : []),
        ...(factsOn(content, path) ? [fileAt(factsPathOf(path))] : []),
      ];
    },
    textsOf: (page, path) => {
      const texts = textsFrom(page, path);
      // What differs from page to page in a piece is no part of a text but where a reader came from, which is left out.
      return texts.some(([, text]) => text.includes(hole)) ? textsFrom([wholeOf(page)], path) : texts;
    },
    // Short ways in, such as `/go/x/`, are for pages; whoever has the address of a twin had that of an article.
    movedTexts: (leads) => {
      const content = shared.built();
      if (!content.machines.markdown || !/^\/(?:symptoms|causes|fixes|pages)\/[^/]+\/$/.test(leads.from))
        return [];
      const moved = { ...leads, to: addressOf(leads.to), note: noteOf(content, leads.from, addressOf) };
      return [[fileAt(twinPathOf(leads.from)), movedTwin(moved)]];
    },
    looseTexts: () => [
      ['graph.json', `${JSON.stringify(graphFileOf(sources()))}\n`],
      ...Object.entries(twinSchemas()).map(([name, schema]): NamedText => [
        `schemas/${name}.json`,
        `${JSON.stringify({ $id: addressOf(`/schemas/${name}.json`), ...schema }, undefined, 1)}\n`,
      ]),
    ],
  };
}

function fileAt(path: string): string {
  return path.slice(1);
}

function noteOf({ site }: SiteContent, path: string, addressOf: FactSources['addressOf']): string {
  return wordsOf(site.language).twins.note(addressOf(path), addressOf(indexPath));
}

/** The facts of an article, with the steps of its finished page where it is a fix. */
function factsFile(article: Article, main: Tree | undefined, sources: FactSources): string {
  const found = article.kind === 'fix' && main ? stepsIn(main) : [];
  const steps = found.map(({ id, number, text, variant }) => ({
    number,
    text,
    url: `${sources.addressOf(pathOf(article))}#${id}`,
    variant,
  }));
  return `${JSON.stringify(factsOf(article, steps, sources))}\n`;
}
