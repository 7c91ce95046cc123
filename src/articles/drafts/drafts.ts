import { Lexer } from 'yaml';
import { visit } from '../../markdown/visit.ts';
import { textsOf, type Content, type Point, type TextFile } from '../content.ts';
import { rawField } from '../read/raw-fields.ts';

/** Something to decide, as its author wrote it: `TODO minutes: a guess`. `word` is what stands before the colon. */
export interface Todo extends Point {
  readonly word: string;
  readonly ask: string;
}

/** True for an article with `draft: true`. */
export function isDraft(file: TextFile): boolean {
  return rawField(file, 'draft') === true;
}

/** Content without its drafts: what is built, recorded and planned. The same content where there are none. */
export function publishedOf(content: Content): Content {
  if (!textsOf(content).some(isDraft)) return content;
  const isFinished = (file: TextFile): boolean => !isDraft(file);
  return {
    ...content,
    articles: content.articles.filter(isFinished),
    pages: content.pages.filter(isFinished),
  };
}

/** Everything in an article that is still to be decided: comments that begin with `TODO`, in its fields and in its text. */
export function todosIn(file: TextFile): readonly Todo[] {
  return [...todosInFields(file), ...todosInText(file)];
}

function todosInFields({ lines }: TextFile): readonly Todo[] {
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (lines[0]?.trimEnd() !== '---' || end < 1) return [];
  const head = lines.slice(1, end);
  // Most articles hold no comment at all.
  if (!head.some((line) => /#[ \t]*TODO\b/.test(line))) return [];
  return commentsIn(head.join('\n')).flatMap(({ offset, text }) => {
    const before = head.join('\n').slice(0, offset).split('\n');
    return todoOf(text.slice(1), { line: before.length + 1, column: (before.at(-1) ?? '').length + 1 });
  });
}

/** The comments of YAML; a sharp in a text is none. */
function commentsIn(yaml: string): readonly { readonly offset: number; readonly text: string }[] {
  const found: { offset: number; text: string }[] = [];
  let offset = 0;
  let scalar = false;
  for (const token of new Lexer().lex(yaml)) {
    if (token === '\u001f') {
      scalar = true;
      continue;
    }
    if (token === '\u0002' || token === '\u0018') continue;
    if (!scalar && token.startsWith('#')) found.push({ offset, text: token });
    scalar = false;
    offset += token.length;
  }
  return found;
}

function todosInText({ body, lines }: TextFile): readonly Todo[] {
  // Most articles hold no such comment.
  if (!body || !lines.some((line) => line.includes('TODO'))) return [];
  const found: Todo[] = [];
  visit(body.tree, (node) => {
    const text =
      node.type === 'html'
        ? /^<!--([\s\S]*?)-->/.exec(node.value.trim())?.[1]
        : node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'
          ? /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(node.value)?.[1]
          : undefined;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    if (text !== undefined) found.push(...todoOf(text, { line, column }));
  });
  return found;
}

function todoOf(comment: string, at: Point): readonly Todo[] {
  const match = /^\s*TODO\b:?\s*(?:([a-z]+)\s*:\s*)?([\s\S]*)$/.exec(comment);
  if (!match) return [];
  const [, word = 'text', ask = ''] = match;
  return [{ ...at, word, ask: ask.replace(/\s+/g, ' ').trim() }];
}
