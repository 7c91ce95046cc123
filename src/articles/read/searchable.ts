import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { handsOnOf } from '../../domain/knowledge/article.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { SearchArticle, SearchPlace } from '../../domain/search/index.ts';
import type { GlossaryEntry, UiPaths } from '../../domain/knowledge/site.ts';
import { attribute } from '../../markdown/anchors.ts';
import type { Content } from '../content.ts';
import { componentOf } from '../../markdown/components.ts';

/** What search is told of every article: symptoms, causes, fixes, each by id. Articles that do not compile are left out; `timeOf` says a fix's minutes in words. */
export function searchableArticles(
  { articles, glossary, uiPaths }: Pick<Content, 'articles' | 'glossary' | 'uiPaths'>,
  timeOf: (minutes: number, wait: number) => string,
): readonly SearchArticle[] {
  return articles.flatMap(({ article, body }) => {
    if (!article || !body) return [];
    const path = pathOf(article);
    const steps = new Map(
      body.stepItems.map(({ item, number }) => [
        item.position?.start.line,
        { text: spokenText(item.children[0] ?? item, firstWays(uiPaths.value)), number },
      ]),
    );
    const places = body.anchors.flatMap((anchor): SearchPlace[] => {
      if (anchor.kind === 'heading') return [{ id: anchor.id, text: anchor.text }];
      const step = anchor.kind === 'step' ? steps.get(anchor.line) : undefined;
      return step ? [{ id: anchor.id, text: step.text, step: step.number }] : [];
    });
    const { kind, title, summary, says, codes, aliases } = article;
    return [
      {
        kind,
        path,
        title,
        summary,
        places,
        short: kind === 'symptom' ? article.short : undefined,
        minutes: kind === 'fix' ? handsOnOf(article) + article.wait : undefined,
        time: kind === 'fix' ? timeOf(handsOnOf(article), article.wait) : undefined,
        loses: kind === 'fix' ? article.loses : undefined,
        says: [...says, ...codes],
        aliases: [...new Set([...aliases, ...glossaryPhrases(glossary.value, path)])],
        body: spokenText(body.tree, uiPaths.value),
      },
    ];
  });
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
    if (part.type === 'text' || part.type === 'inlineCode') parts.push(part.value);
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
