import type { Cause } from '../../domain/knowledge/article.ts';
import { isKebabCase } from '../../domain/knowledge/paths.ts';
import { isAcross, labelOf } from '../../domain/knowledge/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { ArticleFile, Content } from '../content.ts';
import { checkChoice } from './data-files.ts';

/** Whose device a fix is done on, and what it costs beside time: every edge says it in words that the card can show. */
export function checkSides(content: Content): readonly Problem[] {
  const site = content.site?.value;
  if (!site) return [];
  const burdens = site.burdens.map(({ id }) => id);
  const causes = causesIn(content);
  return content.articles.flatMap((file): readonly Problem[] => {
    const { article } = file;
    if (article?.kind === 'cause') return checkOn(content, file);
    if (article?.kind !== 'fix') return [];
    return [
      ...article.burdens.flatMap((burden, index) =>
        isKebabCase(burden) ? checkChoice(burden, burdens, 'burdens', file.placeOf(['burdens', index])) : [],
      ),
      ...article.solves.flatMap((_, index) => checkEdge(content, causes, file, index)),
    ];
  });
}

type Causes = ReadonlyMap<string, Cause | undefined>;

/** The causes by id, of two with the same id the first; undefined where one could not be read. */
function causesIn({ articles }: Content): Causes {
  const causes = new Map<string, Cause | undefined>();
  for (const { id, kind, article } of articles)
    if (kind === 'cause' && !causes.has(id)) causes.set(id, article?.kind === 'cause' ? article : undefined);
  return causes;
}

function checkEdge(content: Content, causes: Causes, file: ArticleFile, index: number): readonly Problem[] {
  const { article } = file;
  const who = content.site?.value.who ?? [];
  if (article?.kind !== 'fix') return [];
  const edge = article.solves[index];
  if (!edge || edge.works === 'workaround') return [];
  if (edge.on !== undefined) {
    const ids = who.map(({ id }) => id);
    const place = file.placeOf(['solves', index, 'on']);
    if (!ids.includes(edge.on)) return checkChoice(edge.on, ids, 'on', place);
    return edge.on === article.who || edge.ask !== undefined
      ? []
      : [
          {
            kind: 'side-unsaid',
            place,
            message: `The fix is written for \`${article.who}\` and is done here on the device of \`${edge.on}\`, but no words say how the reader asks for it.`,
            hint: `Add \`ask: "Ask them to …"\`: the card and the page of the fix show it.`,
          },
        ];
  }
  const cause = causes.get(edge.cause);
  const sides = cause?.explains.map(({ on }) => on ?? cause.who) ?? [];
  const [theirs] = sides;
  if (theirs === undefined || !sides.every((side) => isAcross({ who }, side, article.who))) return [];
  return [
    {
      kind: 'side-unsaid',
      place: file.placeOf(['solves', index, 'cause']),
      message: `\`${edge.cause}\` is on the side of \`${theirs}\` (${labelOf(who, theirs)}), and this fix is done by \`${article.who}\`, so its card would send the reader to the wrong device.`,
      hint: `Add \`on: ${theirs}, ask: "Ask them to …"\` if it is done on that device, or \`on: ${article.who}\` if it helps from here.`,
    },
  ];
}

/** `on` of the edges of a cause against the list of `site.yaml`. */
function checkOn(content: Content, file: ArticleFile): readonly Problem[] {
  const ids = content.site?.value.who.map(({ id }) => id) ?? [];
  return file.article?.kind === 'cause'
    ? file.article.explains.flatMap(({ on }, index) =>
        on === undefined ? [] : checkChoice(on, ids, 'on', file.placeOf(['explains', index, 'on'])),
      )
    : [];
}
