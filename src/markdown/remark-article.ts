import type { Heading, Link, ListItem, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from './visit.ts';
import type { VFile } from 'vfile';
import type { Article } from '../domain/knowledge/article.ts';
import type { Picture } from '../domain/knowledge/picture.ts';
import type { GlossaryEntry, Platform, RangeWords, UiPaths } from '../domain/knowledge/site.ts';
import { tombstonesOn, type NamedTombstone } from '../domain/permalinks/tombstone.ts';
import { sayRange, versionsIn } from '../domain/versions/range.ts';
import type { Way } from '../domain/knowledge/way.ts';
import { anchorsIn, attribute, stepsIn, wordsOf, type AnchoredNode, type Step } from './find-anchors.ts';
import { drawImages, pictureParts } from './drawn-images.ts';
import { linkTerms } from './glossary.ts';
import { liftBlocks } from './lift-blocks.ts';
import { placeNotes, placeOldAnchors, type MovedNote } from './old-anchors.ts';
import { isComponent, type ComponentName } from './components.ts';
import { boxWideBlocks } from './scroll-boxes.ts';
import { nameNeighbours } from './variant-neighbours.ts';

/** What the plugin needs to know of the knowledge base, and the words it writes. */
export interface ArticleMarkup {
  readonly platforms: readonly Platform[];
  readonly uiPaths: UiPaths;
  readonly glossary: readonly GlossaryEntry[];
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The ids of pictures that are made of dots. */
  readonly screenshots: ReadonlySet<string>;
  readonly tombstones: readonly NamedTombstone[];
  readonly words: {
    /** What the box of a table is called. */
    readonly table: string;
    readonly linkToHeading: (text: string) => string;
    readonly linkToStep: (number: number) => string;
    readonly gonePage: (title: string, because: string) => string;
    readonly gonePlace: (title: string, because: string) => string;
    readonly goOn: string;
    /** The heading above the steps. */
    readonly steps: string;
    readonly ranges: RangeWords;
  };
}

/** Options of the plugin: `readMarkup` gives what stands in the knowledge base now. */
export interface ArticleOptions {
  readonly readMarkup: () => ArticleMarkup;
}

/**
 * Gives every heading and step its permanent id and its link, and fills in what the components need from the knowledge
 * base, so that components stay plain: names of places per version, pictures, which versions a variant is for.
 */
export function remarkArticle({ readMarkup }: ArticleOptions) {
  return (tree: Root, file: VFile): void => {
    const markup = readMarkup();
    liftBlocks(tree);
    const steps = stepsIn(tree, markup.words.steps);
    const anchored = anchorsIn(tree, file.extname === '.md' ? 'md' : 'mdx', markup.words.steps);
    const folder = /([^\\/]+)$/.exec(file.dirname ?? '')?.[1] ?? '';
    const { anchors = [], was = [] } = frontMatterOf(file);
    markArticle({ tree, anchored, steps }, { folder, id: file.stem ?? '', anchors, was }, markup);
  };
}

/** What the plugin does, for a body that has been read already. `folder` is that of its kind. */
export function markArticle(
  { tree, anchored, steps }: ReadBody,
  article: Pick<Article, 'id' | 'anchors' | 'was'> & { readonly folder: string },
  markup: ArticleMarkup,
): void {
  const numbers = new Map(steps.map(({ item, number }) => [item, number]));
  numberLists(tree, numbers);
  for (const { node, anchor } of anchored) {
    if (node.type === 'heading') anchorHeading(node, anchor.id, markup.words);
    else if (node.type === 'listItem') anchorStep(node, anchor.id, numbers.get(node) ?? 1, markup.words);
    else if (node.type === 'image') node.data = { ...node.data, hProperties: { id: anchor.id } };
    else setAttribute(node, 'anchor', anchor.id);
    placeOldAnchors(tree, node, [
      ...anchor.was,
      ...article.anchors.filter(({ now }) => bare(now) === anchor.id).map((alias) => bare(alias.anchor)),
    ]);
  }
  placeNotes(tree, notesOf(article, markup));
  visit(tree, ['mdxJsxTextElement', 'mdxJsxFlowElement'], (node) =>
    fillIn(node as MdxJsxFlowElement, markup),
  );
  nameNeighbours(tree, setAttribute);
  drawImages(tree, markup);
  linkTerms(tree, markup.glossary);
  boxWideBlocks(tree, markup.words);
}

/** Lists begin with the numbers of their steps, and those of plain Markdown look like steps too. */
function numberLists(tree: Root, numbers: ReadonlyMap<ListItem, number>): void {
  visit(tree, 'list', (list) => {
    const first = list.children[0] && numbers.get(list.children[0]);
    if (first !== undefined) list.start = first;
  });
  tree.children = tree.children.map((node) =>
    node.type === 'list' && node.children[0] && numbers.has(node.children[0])
      ? { type: 'mdxJsxFlowElement', name: 'Steps', attributes: [], children: [node] }
      : node,
  );
}

/** The tree of a body, and the places in it that have ids. */
export interface ReadBody {
  readonly tree: Root;
  readonly anchored: readonly AnchoredNode[];
  readonly steps: readonly Step[];
}

function frontMatterOf(file: VFile): Partial<Pick<Article, 'anchors' | 'was'>> {
  const { astro } = file.data as { astro?: { frontmatter?: Partial<Article> } };
  return astro?.frontmatter ?? {};
}

function bare(anchor: string): string {
  return anchor.replace(/^#/, '');
}

/** What the page tells those who come by a link to something that was taken away. */
function notesOf(
  { folder, id: own, was }: Pick<Article, 'id' | 'was'> & { readonly folder: string },
  { tombstones, words }: ArticleMarkup,
): readonly MovedNote[] {
  const pathOf = (id: string): string => `/${folder}/${id}/`;
  return tombstonesOn(tombstones, pathOf(own), was.map(pathOf)).map(
    ({ id, tombstone: { anchor, title, because, now } }) => ({
      id,
      text: anchor === undefined ? words.gonePage(title, because) : words.gonePlace(title, because),
      link: anchor !== undefined && now !== undefined ? { href: now, label: words.goOn } : undefined,
    }),
  );
}

function anchorHeading(heading: Heading, id: string, words: ArticleMarkup['words']): void {
  const text = wordsOf(heading);
  heading.data = { ...heading.data, hProperties: { id } };
  heading.children.push(linkTo(id, words.linkToHeading(text)));
}

function anchorStep(item: ListItem, id: string, number: number, words: ArticleMarkup['words']): void {
  const first = item.children[0];
  item.data = {
    ...item.data,
    hProperties: {
      id,
      className: ['step'],
      dataStep: String(number),
    },
  };
  // A tight list drops the paragraph around its words; the link must stay inside them.
  if (first?.type === 'paragraph') first.children.push(linkTo(id, words.linkToStep(number)));
  else item.children.unshift({ type: 'paragraph', children: [linkTo(id, words.linkToStep(number))] });
}

function linkTo(id: string, label: string): Link {
  return {
    type: 'link',
    url: `#${id}`,
    data: { hProperties: { className: ['anchor'], ariaLabel: label } },
    children: [{ type: 'text', value: '#' }],
  };
}

function fillIn(node: MdxJsxTextElement | MdxJsxFlowElement, markup: ArticleMarkup): void {
  if (isComponent(node.name)) fills[node.name]?.(node, markup);
}

type Fill = (node: MdxJsxTextElement | MdxJsxFlowElement, markup: ArticleMarkup) => void;

/** What each component needs of the knowledge base beside what the author wrote; most need nothing. */
const fills: { readonly [N in ComponentName]?: Fill } = {
  Path: (node, markup) => setAttribute(node, 'ways', JSON.stringify(waysTo(node, markup))),
  Picture: (node, markup) => {
    const given = pictureParts(attribute(node, 'id') ?? '', attribute(node, 'alt'), markup);
    for (const [name, value] of Object.entries(given)) setAttribute(node, name, value);
  },
  Variant: (node, markup) => {
    const wanted = (attribute(node, 'for') ?? '').split(/\s+/).filter(Boolean);
    const { ids, label } = versionsFor(wanted, attribute(node, 'versions'), markup);
    setAttribute(node, 'ids', ids.join(' '));
    if (!attribute(node, 'label')) setAttribute(node, 'label', label);
  },
};

function waysTo(node: MdxJsxTextElement | MdxJsxFlowElement, markup: ArticleMarkup): readonly Way[] {
  const ways = markup.uiPaths[attribute(node, 'to') ?? ''] ?? [];
  const wanted = attribute(node, 'for') ?? ways[0]?.for;
  const after = (attribute(node, 'then') ?? '')
    .split('›')
    .map((row) => row.trim())
    .filter(Boolean);
  return ways
    .filter((way) => way.for === wanted)
    .map((way) => ({ rows: [...way.path, ...after], ...versionsFor([way.for], way.versions, markup) }));
}

function versionsFor(
  ids: readonly string[],
  versions: string | undefined,
  { platforms, words: { ranges } }: Pick<ArticleMarkup, 'platforms' | 'words'>,
): Pick<Way, 'ids' | 'label'> {
  const found = ids.flatMap((id) => platforms.filter((platform) => platform.id === id));
  return {
    ids: found.flatMap((platform) => versionsIn(platform, versions, ranges)),
    label: found.map((platform) => labelOf(platform, versions, ranges)).join(', '),
  };
}

/** "OS 15–17" for a range of a platform whose versions are called "OS …"; the platform's name without a range. */
function labelOf(platform: Platform, versions: string | undefined, ranges: RangeWords): string {
  if (versions === undefined) return platform.name;
  const exact = platform.versions.find((version) => version.range === versions);
  if (exact) return exact.name;
  const prefix =
    /^(?:[^\d\s]+\s+)*(?=\d)/.exec(platform.versions[0]?.name ?? '')?.[0].trim() || platform.name;
  return `${prefix} ${sayRange(versions, ranges)}`;
}

function setAttribute(node: MdxJsxTextElement | MdxJsxFlowElement, name: string, value: string): void {
  node.attributes = [
    ...node.attributes.filter((part) => part.type !== 'mdxJsxAttribute' || part.name !== name),
    { type: 'mdxJsxAttribute', name, value },
  ];
}
