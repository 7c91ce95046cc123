import type { ElementContent, Nodes as HtmlNodes, Root as HtmlRoot, RootContent } from 'hast';
import type { Parents, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toHast, type State } from 'mdast-util-to-hast';
import { find, html } from 'property-information';
import type { BodyPart } from '../../domain/body-part.ts';
import { codeBlock, isComponent } from '../components.ts';
import { rehypeTaskLabels } from './rehype-task-labels.ts';
import { htmlAttribute, htmlText } from '../../domain/values/markup.ts';

/**
 * The body of an article as the page writes it: HTML, and between it the components, which pages draw. The same HTML as
 * `@astrojs/mdx` compiles from the same tree, without a module for each article.
 */
export function bodyParts(tree: Root, words: BodyWords): readonly BodyPart[] {
  const page = toHast(tree, {
    allowDangerousHtml: true,
    handlers: mdxHandlers,
    footnoteLabel: words.footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (note, again) => words.backFromNote(note + 1, again),
  }) as HtmlRoot;
  rehypeTaskLabels(words.task)(page);
  const written = new Written();
  for (const child of page.children) write(child, written);
  return written.parts();
}

/** The words of the interface that stand in bodies. */
export interface BodyWords {
  /** What a box of a task list is called that has no words. */
  readonly task: string;
  /** The heading above footnotes. */
  readonly footnotes: string;
  /** What leads from footnote `note` back to the text; `again` counts the places that name it, from 1. */
  readonly backFromNote: (note: number, again: number) => string;
}

/** A component, kept as it is: Markdown has no say in it. */
interface Kept {
  readonly type: 'mdxJsxFlowElement';
  readonly name: string | null;
  readonly attributes: MdxJsxFlowElement['attributes'];
  readonly children: readonly ElementContent[];
}

const keep = (state: State, node: MdxJsxFlowElement | MdxJsxTextElement): ElementContent =>
  ({
    type: 'mdxJsxFlowElement',
    name: node.name,
    attributes: node.attributes,
    children: state.all(node as Parents),
  }) satisfies Kept as unknown as ElementContent;
const drop = (): undefined => undefined;

/** What is no Markdown: components stay, and comments go. The check lets nothing else in. */
const mdxHandlers = {
  mdxJsxFlowElement: keep,
  mdxJsxTextElement: keep,
  mdxFlowExpression: drop,
  mdxTextExpression: drop,
  mdxjsEsm: drop,
  html: drop,
};

/** HTML with the components between it, while it is being written. */
class Written {
  readonly #parts: BodyPart[] = [];
  /** Joined at the end: a text that grows piece by piece keeps all of its pieces. */
  #pieces: string[] = [];

  add(text: string): void {
    this.#pieces.push(text);
  }

  put(part: BodyPart): void {
    this.#end();
    this.#parts.push(part);
  }

  parts(): readonly BodyPart[] {
    this.#end();
    return this.#parts;
  }

  #end(): void {
    const text = this.#pieces.join('');
    if (text) this.#parts.push(text);
    this.#pieces = [];
  }
}

function write(node: RootContent | HtmlNodes, to: Written): void {
  if (node.type === 'text') to.add(htmlText(node.value));
  else if (node.type === 'element') writeElement(node.tagName, attributesOf(node), node.children, to);
  else if ((node as { type: string }).type === 'mdxJsxFlowElement')
    writeComponent(node as unknown as Kept, to);
}

function writeComponent({ name, attributes, children }: Kept, to: Written): void {
  if (!isComponent(name) && name !== codeBlock) return writeElement(name ?? '', '', children, to);
  const props: Record<string, string | true> = {};
  for (const part of attributes)
    if (part.type === 'mdxJsxAttribute' && typeof part.value === 'string') props[part.name] = part.value;
    else if (part.type === 'mdxJsxAttribute' && !part.value) props[part.name] = true;
  const inside = new Written();
  for (const child of children) write(child, inside);
  to.put({ name, props, inside: inside.parts() });
}

function writeElement(
  name: string,
  attributes: string,
  children: readonly ElementContent[],
  to: Written,
): void {
  if (name === '') return children.forEach((child) => write(child, to));
  if (children.length === 0 && isVoid.test(name)) return to.add(`<${name}${attributes}/>`);
  to.add(`<${name}${attributes}>`);
  // As MDX has it: in a table, space between its rows and cells is left out.
  const inTable = isTablePart.test(name);
  for (const child of children)
    if (!inTable || child.type !== 'text' || child.value.trim() !== '') write(child, to);
  to.add(`</${name}>`);
}

const isTablePart = /^(?:table|thead|tbody|tfoot|tr)$/;
const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Attributes as Astro writes them. The alignment of a cell becomes a style, since HTML has no such attribute any more. */
function attributesOf({
  tagName,
  properties,
}: {
  tagName: string;
  properties: Record<string, unknown>;
}): string {
  let written = '';
  let align = '';
  for (const [property, value] of Object.entries(properties)) {
    const { attribute, boolean, commaSeparated } = find(html, property);
    if (value === null || value === undefined || value === false || (!value && boolean)) continue;
    const text = Array.isArray(value) ? value.join(commaSeparated ? ', ' : ' ') : String(value);
    if (value === true || text === '') written += ` ${attribute}`;
    else if (attribute === 'align' && /^t[dh]$/.test(tagName)) align = ` style="text-align:${text}"`;
    else written += ` ${attribute}="${htmlAttribute(text)}"`;
  }
  return written + align;
}
