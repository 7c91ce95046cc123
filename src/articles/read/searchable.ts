import type { Nodes } from 'mdast';
import { visit } from '../../markdown/visit.ts';
import { handsOnOf, type Article, type OwnPage } from '../../domain/knowledge/article.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { SearchArticle } from '../../domain/search/index.ts';
import type { GlossaryEntry, UiPaths } from '../../domain/knowledge/site.ts';
import { attribute } from '../../markdown/find-anchors.ts';
import { componentOf } from '../../markdown/components.ts';
import type { Body, Content } from '../content.ts';
import { digestOf } from '../digest.ts';
import { foundBeside } from '../remembered/article-memory.ts';

/** What search is told of every article (symptoms, causes, fixes, each by id) and of every term of the glossary and of the owner's own pages. What does not compile is left out; `timeOf` says a fix's minutes in words. */
export function searchableArticles(
  { articles, pages, glossary, uiPaths }: Pick<Content, 'articles' | 'pages' | 'glossary' | 'uiPaths'>,
  timeOf: (minutes: number, wait: number) => string,
): readonly SearchArticle[] {
  const made = digestOf(uiPaths.value);
  const places = { seen: (note: (cell: string) => void) => note('ui-paths'), digest: () => made };
  const found = articles.flatMap((file) => {
    const { article, body } = file;
    if (!article || !body) return [];
    const path = pathOf(article);
    const { kind, title, summary, says, codes, aliases } = article;
    const fix = kind === 'fix' ? article : undefined;
    return [
      {
        kind,
        path,
        title,
        summary,
        short: kind === 'symptom' ? article.short : undefined,
        picture: kind === 'symptom' ? article.picture : undefined,
        time: fix && timeOf(handsOnOf(fix), fix.wait),
        loses: fix?.loses,
        says: [...says, ...codes],
        aliases: [...new Set([...aliases, ...glossaryPhrases(glossary.value, path)])],
        facts: factsOf(article),
        twins:
          kind === 'symptom'
            ? article.similar.map(
                ({ symptom, difference }) => [pathOf({ kind, id: symptom }), difference] as const,
              )
            : [],
        ...foundBeside(file, 'search', places, () => textOf(body, uiPaths.value)),
      },
    ];
  });
  const own = pages.flatMap(({ article, body }) =>
    article && body ? [{ ...searchablePage(article), ...textOf(body, uiPaths.value) }] : [],
  );
  return [...found, ...glossary.value.map(searchableTerm), ...own];
}

function searchablePage(page: OwnPage): Omit<SearchArticle, 'places' | 'body'> {
  const { kind, title, summary, short, aliases } = page;
  return { kind, path: pathOf(page), title, summary, short, says: [], aliases, facts: [], twins: [] };
}

/** Its other names are synonyms of the search already. */
function searchableTerm({ id, term, meaning }: GlossaryEntry): SearchArticle {
  return {
    kind: 'term',
    path: `/glossary/#${id}`,
    title: term,
    summary: meaning,
    says: [],
    aliases: [],
    places: [],
    facts: [],
    body: [],
    twins: [],
  };
}

/** What the page shows of the front matter beside title and summary. */
function factsOf(article: Article): readonly string[] {
  if (article.kind === 'symptom') return [];
  if (article.kind === 'cause') return article.explains.flatMap(({ because = [] }) => because);
  const { lost, kept, needs, cost = [], verify, solves } = article;
  return [
    ...lost,
    ...kept,
    ...needs,
    cost,
    verify,
    ...solves.flatMap(({ because = [], ask = [] }) => [because, ask].flat()),
  ].flat();
}

/** Headings and steps as places, and the text block by block, each below its place. */
function textOf(body: Body, uiPaths: UiPaths): Pick<SearchArticle, 'places' | 'body'> {
  const steps = new Map(
    body.stepItems.map(({ item, number }) => [item.position?.start.line, { item, number }]),
  );
  const places = body.anchors.flatMap((anchor) => {
    if (anchor.kind === 'heading') return [{ line: anchor.line, id: anchor.id, text: anchor.text }];
    const step = anchor.kind === 'step' ? steps.get(anchor.line) : undefined;
    const words = step && spokenText(step.item.children[0] ?? step.item, firstWays(uiPaths));
    return step && words ? [{ line: anchor.line, id: anchor.id, text: words, step: step.number }] : [];
  });
  const blocks: [number, string][] = [];
  for (const { node, line } of blocksIn(body.tree)) {
    const place = places.findLastIndex((each) => each.line <= line);
    // A heading or the first words of a step are the place itself.
    const text = spokenText(node, uiPaths);
    if (text !== '' && text !== places[place]?.text) blocks.push([place, text]);
  }
  return { places: places.map(({ line: _line, ...place }) => place), body: blocks };
}

/** The smallest parts of a text that stand for themselves: paragraphs, rows of tables, code, and what components say themselves. */
function blocksIn(tree: Nodes): readonly { readonly node: Nodes; readonly line: number }[] {
  const found: { node: Nodes; line: number }[] = [];
  const look = (node: Nodes): void => {
    const line = node.position?.start.line ?? 1;
    const isBlock = /^(?:paragraph|tableRow|code|heading)$/.test(node.type);
    const isComponent = node.type === 'mdxJsxFlowElement';
    if (isBlock || isComponent) found.push({ node: isComponent ? { ...node, children: [] } : node, line });
    if (!isBlock && 'children' in node) for (const child of node.children) look(child);
  };
  look(tree);
  return found;
}

/** The names of a word whose explanation leads to this article. */
function glossaryPhrases(glossary: readonly GlossaryEntry[], path: string): readonly string[] {
  return glossary
    .filter(({ link }) => link?.split('#')[0] === path)
    .flatMap(({ term, also }) => [term, ...also]);
}

/** Each place in the interface by its first way only, for a text that is shown. */
function firstWays(uiPaths: UiPaths): UiPaths {
  return Object.fromEntries(
    Object.entries(uiPaths).map(([id, ways]) => [
      id,
      ways.slice(0, 1).map((way) => ({ ...way, path: [way.path.join(' › ')] })),
    ]),
  );
}

/** The text as the page shows it: places in the interface by their names, the rows of drawn screens with their labels. */
function spokenText(node: Nodes, uiPaths: UiPaths): string {
  const parts: string[] = [];
  visit(node, (part) => {
    if (part.type === 'text' || part.type === 'inlineCode' || part.type === 'code') parts.push(part.value);
    if (part.type !== 'mdxJsxTextElement' && part.type !== 'mdxJsxFlowElement') return;
    for (const [name, { names, said }] of Object.entries(componentOf(part.name)?.attributes ?? {})) {
      const value = attribute(part, name) ?? '';
      if (names === 'place') parts.push(...(uiPaths[value] ?? []).flatMap(({ path }) => path));
      else if (said) parts.push(value);
    }
  });
  return parts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;!?])/g, '$1')
    .trim();
}
