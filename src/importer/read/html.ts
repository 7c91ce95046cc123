import type { Element, Nodes as HastNodes, Root as HastRoot, RootContent as HastContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { Nodes, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { walk } from '../walk.ts';

/** What HTML has become: Markdown, the anchors that stood in it, and why parts of it were left out. */
export interface CleanHtml {
  readonly nodes: readonly RootContent[];
  readonly anchors: readonly string[];
  readonly removed: readonly string[];
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const pages = unified().use(rehypeParse).freeze();
const toMarkdown = unified().use(rehypeRemark).freeze();

/** Elements that hold no words of the article, and what the report calls them. */
const noise: Readonly<Record<string, string>> = {
  script: 'script',
  style: 'style sheet',
  iframe: 'frame of another site',
  ins: 'advertisement',
  noscript: 'fallback of a script',
  template: 'template',
  object: 'embedded object',
  embed: 'embedded object',
  applet: 'embedded object',
  frame: 'frame of another site',
  frameset: 'frame of another site',
  form: 'form',
  input: 'form',
  select: 'form',
  textarea: 'form',
  button: 'button',
  svg: 'picture',
  math: 'formula',
  canvas: 'picture',
  video: 'video',
  audio: 'sound',
  link: 'style sheet',
  meta: 'sign for machines',
  base: 'sign for machines',
};

/** Parts of a page around the article. */
const frame: Readonly<Record<string, string>> = {
  nav: 'way around the old site',
  header: 'head of the old page',
  footer: 'foot of the old page',
  aside: 'margin of the old page',
};

/** The Markdown of a piece of HTML. Nothing in it runs; scripts, frames, forms, comments and handlers are left out. */
export function cleanHtml(html: string): CleanHtml {
  return convert(parser.parse(html));
}

/** The same for a node of Markdown with HTML between its words. */
export function cleanInlineHtml(node: Nodes): CleanHtml {
  const tree = raw(toHast(node, { allowDangerousHtml: true }));
  return convert(tree.type === 'root' ? tree : { type: 'root', children: [tree as HastContent] });
}

/** An HTML page: its title, its article as one piece for each child, and what stands around it. */
export function cleanPage(html: string): {
  readonly title: string;
  readonly pieces: readonly (CleanHtml & { readonly line: number })[];
} {
  const tree = pages.parse(html);
  const title = textOf(find(tree, ({ tagName }) => tagName === 'title'));
  const body = find(tree, ({ tagName }) => tagName === 'body') ?? tree;
  const article =
    find(body, ({ tagName, properties }) => tagName === 'main' || properties['role'] === 'main') ??
    find(body, ({ tagName }) => tagName === 'article') ??
    body;
  const pieces = piecesOf(article).map((child) => ({
    ...convert({ type: 'root', children: [child] }),
    line: child.position?.start.line ?? 1,
  }));
  const around =
    article === body || !('children' in body)
      ? []
      : body.children.filter(
          (child) => child.type === 'element' && !contains(child, article) && textOf(child).trim() !== '',
        );
  return {
    title: title.trim(),
    pieces: [
      ...around.map((child) => ({
        nodes: [],
        anchors: [],
        removed: ['part of the page around the article'],
        line: child.position?.start.line ?? 1,
      })),
      ...pieces,
    ],
  };
}

/** The children of a container; one that only wraps others is opened. */
function piecesOf(container: HastNodes): readonly HastContent[] {
  const children = ('children' in container ? container.children : []).filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const [only] = children;
  if (
    children.length === 1 &&
    only?.type === 'element' &&
    /^(?:div|section|article|main|body)$/.test(only.tagName)
  )
    return piecesOf(only);
  return children.flatMap((child): readonly HastContent[] =>
    child.type === 'element' && /^(?:div|section|article)$/.test(child.tagName) && holdsHeading(child)
      ? piecesOf(child)
      : [child as HastContent],
  );
}

function holdsHeading(element: Element): boolean {
  return find(element, ({ tagName }) => /^h[1-6]$/.test(tagName)) !== undefined;
}

function convert(tree: HastRoot): CleanHtml {
  const anchors: string[] = [];
  const removed: string[] = [];
  strip(tree, anchors, removed);
  const result: Root = toMarkdown.runSync(tree) as Root;
  walk(result, (node) => {
    if ('position' in node) delete node.position;
  });
  return {
    nodes: result.children.filter((child) => child.type !== 'text' || child.value.trim() !== ''),
    anchors,
    removed,
  };
}

function strip(node: HastNodes, anchors: string[], removed: string[]): void {
  if (!('children' in node)) return;
  const kept: HastContent[] = [];
  for (const child of node.children as HastContent[]) {
    if (child.type === 'comment') removed.push('comment');
    else if (child.type === 'doctype') continue;
    else if (child.type === 'element') {
      const why = noise[child.tagName] ?? frame[child.tagName];
      if (why !== undefined && (child.tagName !== 'ins' || isAdvertisement(child))) {
        removed.push(why);
        continue;
      }
      for (const name of ['id', 'name']) {
        const value = child.properties[name];
        if (typeof value === 'string' && value !== '') anchors.push(value.replace(/^user-content-/, ''));
      }
      strip(child, anchors, removed);
      if (child.tagName === 'table') giveHead(child);
      // A mere target is no link.
      if (child.tagName === 'a' && child.properties['href'] === undefined) kept.push(...child.children);
      else kept.push(child);
    } else kept.push(child);
  }
  node.children = kept as typeof node.children;
}

/** A table without a head gets its first row for one: Markdown has no other. */
function giveHead(table: Element): void {
  if (find(table, ({ tagName }) => tagName === 'th')) return;
  const row = find(table, ({ tagName }) => tagName === 'tr');
  for (const cell of row?.children ?? [])
    if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
}

function isAdvertisement({ properties, children }: Element): boolean {
  return /\bads/i.test(String(properties['className'] ?? '')) || children.length === 0;
}

function find(node: HastNodes, wanted: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && wanted(node)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

function contains(node: HastNodes, wanted: HastNodes): boolean {
  return node === wanted || ('children' in node && node.children.some((child) => contains(child, wanted)));
}

function textOf(node: HastNodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** True for the name of an element of HTML; anything else between angle brackets is a placeholder that the author typed. */
export function isElementName(name: string): boolean {
  return elements.has(name.toLowerCase());
}

const elements: ReadonlySet<string> = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col ' +
    'colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee ' +
    'math menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp ' +
    'script search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea ' +
    'tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);
