import type { TextKind } from '../../domain/knowledge/article.ts';
import { kebabCase } from '../../domain/knowledge/paths.ts';
import type { Anchor } from '../../domain/permalinks/anchors.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { isComponent } from '../../markdown/components.ts';
import type { TextFile, Body, Content, Point } from '../content.ts';
import type { ContentWords } from '../../words/content-words.ts';
import { bracesHint, foreignTagWords } from '../marks/html-tags.ts';
import { checkComponent } from './components.ts';
import { firstLineOf } from './fields.ts';
import { checkImage } from '../pictures/check.ts';

/** What is wrong with the text of an article, its links apart. */
export function checkBody(file: TextFile, body: Body, content: Content): readonly Problem[] {
  const at = (
    kind: Problem['kind'],
    { line, column }: { readonly line: number; readonly column: number },
    message: string,
    hint: string,
  ): Problem => ({ kind, place: file.placeAt(line, column), message, hint });
  return [
    ...(body.words === 0
      ? [
          at(
            'empty-body',
            { line: firstLineOf(file), column: 1 },
            `The ${file.kind === 'page' ? 'page' : 'article'} has no text.`,
            emptyHint(file.kind, content.words.content.headings),
          ),
        ]
      : []),
    ...body.forbidden
      .filter((part) => part.what !== 'html' || !closesOther(file, part, body.forbidden))
      .map((part) =>
        at(
          'forbidden-markup',
          part,
          ...forbiddenWords(part.what, file.lines[part.line - 1]?.slice(part.column - 1) ?? ''),
        ),
      ),
    ...body.titles.map((point) =>
      at(
        'forbidden-markup',
        point,
        'A heading of the first level stands in the text, but the title is the only one of its page.',
        'Begin the line with `## `.',
      ),
    ),
    ...body.components.flatMap((use) => checkComponent(file, content, use)),
    ...body.images.flatMap((image) => checkImage(file, content, image)),
    ...checkAnchors(file, body),
  ];
}

/** Markdown takes each tag for a piece of its own; of an element the opening one is told. */
function closesOther(file: TextFile, part: Point, others: readonly Point[]): boolean {
  const tagAt = ({ line, column }: Point): string =>
    /^<\/?[\w.-]+/.exec(file.lines[line - 1]?.slice(column - 1) ?? '')?.[0] ?? '';
  const tag = tagAt(part);
  return tag.startsWith('</') && others.some((other) => tagAt(other) === tag.replace('/', ''));
}

function emptyHint(kind: TextKind, headings: ContentWords['headings']): string {
  if (kind === 'page') return 'Write it below the front matter.';
  const wanted = {
    symptom: [headings.meaning, headings.tellApart],
    cause: [headings.happens, headings.recognise, headings.ruleOut],
    fix: [headings.does, headings.steps, headings.check, headings.notHelped],
  }[kind].map((heading) => `\`## ${heading}\``);
  return `Write ${wanted.slice(0, -1).join(', ')} and ${wanted.at(-1)} below the front matter.`;
}

function forbiddenWords(what: string, text: string): readonly [message: string, hint: string] {
  if (what === 'import')
    return [
      'Articles do not import or export anything.',
      'Remove the line: every component of the README is at hand without it.',
    ];
  if (what === 'expression') {
    const words = /^\{[^}]*\}+/.exec(text)?.[0] ?? '{…}';
    return [`\`${words}\` is code in MDX, and articles run nothing.`, bracesHint(words)];
  }
  const tag = /^<\/?([\w.-]+)/.exec(text)?.[1] ?? '';
  if (isComponent(tag))
    return [
      `A \`.md\` file holds no components, so \`<${tag}>\` would be lost.`,
      'Rename the file so that it ends in `.mdx`.',
    ];
  if (text.startsWith('<!--'))
    return ['The comment is never closed, so the rest of the text is lost.', 'Write `-->` where it ends.'];
  return tag === ''
    ? ['Articles hold no raw HTML.', 'Write it in Markdown.']
    : foreignTagWords(tag, /^<[^<>]*>/.exec(text)?.[0]);
}

function checkAnchors(file: TextFile, body: Body): readonly Problem[] {
  const seen = new Map<string, number>();
  return body.anchors.flatMap((anchor): Problem[] => {
    if (anchor.explicit && !isAnchorId(anchor.id)) return [wrongId(file, anchor)];
    const earlier = seen.get(anchor.id);
    if (earlier === undefined) {
      seen.set(anchor.id, anchor.line);
      return [];
    }
    const own = file.format === 'mdx' ? `{/* #${anchor.id}-2 */}` : `{#${anchor.id}-2}`;
    return [
      {
        kind: 'duplicate-anchor',
        place: file.placeAt(anchor.line, anchor.column),
        message: `This ${anchor.kind} has the id \`${anchor.id}\`, which line ${earlier} has taken, so links could not tell the two apart.`,
        hint:
          anchor.kind === 'picture'
            ? 'Show each picture once.'
            : `Write other words, or an id at the end of the line: \`${own}\`.`,
      },
    ];
  });
}

/** An id stands in addresses, where capitals and signs get lost on the way. */
function isAnchorId(id: string): boolean {
  return /^[\p{L}\p{M}\p{N}_-]+$/u.test(id) && id === id.toLowerCase();
}

function wrongId(file: TextFile, { id, line, column }: Anchor): Problem {
  const right = kebabCase(id);
  return {
    kind: 'wrong-value',
    place: file.placeAt(line, column),
    message: `\`${id}\` cannot be an id: ids are lower-case words joined by hyphens, because they stand in addresses.`,
    hint: `Write \`${file.format === 'mdx' ? `{/* #${right} */}` : `{#${right}}`}\`.`,
  };
}
