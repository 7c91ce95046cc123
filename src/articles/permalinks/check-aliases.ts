import { folderOf } from '../../domain/knowledge/article.ts';
import { closest } from '../../domain/problems/closest.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { aliasesOf, formerIdsOf } from './aliases.ts';
import { takenBy } from '../../domain/permalinks/sections.ts';
import { textsOf, type Content, type TextFile } from '../content.ts';
import { didYouMean, few } from '../../domain/problems/say.ts';

/** Earlier ids of pages and anchors that clash with something, or lead nowhere. */
export function checkAliases(content: Content): readonly Problem[] {
  return [
    ...checkFormerIds(content),
    ...textsOf(content).flatMap((file) => [...checkSections(file), ...checkAnchorAliases(file)]),
  ];
}

function checkFormerIds(content: Content): readonly Problem[] {
  const owners = new Map(textsOf(content).map((file) => [file.id, file]));
  const claims = new Map<string, Place>();
  return textsOf(content).flatMap((file) =>
    formerIdsOf(file).flatMap(({ id, place }): Problem[] => {
      const owner = owners.get(id);
      const earlier = claims.get(id);
      claims.set(id, place);
      if (owner === file)
        return [
          taken(
            place,
            `\`${id}\` is the id that this article has now.`,
            'Remove it from `was`, which lists earlier ids only.',
          ),
        ];
      if (owner)
        return [
          taken(
            place,
            `\`${id}\` is the id of \`${owner.file}\`, so its address cannot lead here.`,
            `Remove \`${id}\` from \`was\`, or rename \`${owner.file}\`.`,
          ),
        ];
      if (earlier)
        return [
          taken(
            place,
            `\`${id}\` stands in \`was\` twice: here and in ${earlier.file}, line ${earlier.line}.`,
            `Keep it where readers of /${folderOf[file.kind]}/${id}/ find what they came for.`,
          ),
        ];
      return [];
    }),
  );
}

/** Ids of the text that belong to sections which the page adds itself. */
function checkSections(file: TextFile): readonly Problem[] {
  const sections = takenBy(file.kind);
  return (file.body?.anchors ?? [])
    .filter(({ id }) => sections.includes(id))
    .map(({ id, kind, line, column }): Problem => ({
      kind: 'duplicate-anchor',
      place: file.placeAt(line, column),
      message: `The id \`${id}\` of this ${kind} is taken by a section that ${file.kind} pages have of their own.`,
      hint: `Write other words, or an id of its own at the end of the line: \`${file.format === 'mdx' ? `{/* #the-${id} */}` : `{#the-${id}}`}\`.`,
    }));
}

function checkAnchorAliases(file: TextFile): readonly Problem[] {
  if (!file.body) return [];
  const living = new Map(file.body.anchors.map((anchor) => [anchor.id, anchor]));
  const sections = takenBy(file.kind);
  const claims = new Map<string, Place>();
  return aliasesOf(file).flatMap(({ anchor, now, place, placeOfNow }): Problem[] => {
    const owner = living.get(anchor);
    const earlier = claims.get(anchor);
    claims.set(anchor, place);
    const found: Problem[] = [];
    if (owner)
      found.push(
        taken(
          place,
          `\`${anchor}\` is the id of the ${owner.kind} on line ${owner.line}, so it cannot lead elsewhere.`,
          'Remove the alias, or give that place another id.',
        ),
      );
    else if (sections.includes(anchor))
      found.push(
        taken(
          place,
          `\`${anchor}\` is the id of a section that ${file.kind} pages have of their own.`,
          'Remove the alias.',
        ),
      );
    else if (earlier)
      found.push(
        taken(
          place,
          `\`${anchor}\` is claimed twice: here and on line ${earlier.line}.`,
          'Keep one of the two.',
        ),
      );
    if (!living.has(now)) {
      const meant = closest(now, living.keys());
      found.push({
        kind: 'broken-anchor',
        place: placeOfNow,
        message: `The text of this page has no anchor \`#${now}\`, so \`#${anchor}\` leads nowhere.`,
        hint: didYouMean(meant) ?? `It has: ${few(living.keys(), 12)}.`,
      });
    }
    return found;
  });
}

function taken(place: Place, message: string, hint: string): Problem {
  return { kind: 'permalink-alias-taken', place, message, hint };
}
