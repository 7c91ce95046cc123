import type { Heading, Link, ListItem, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import type { Article } from '../domain/knowledge/article.ts';
import type { Picture } from '../domain/knowledge/picture.ts';
import type { GlossaryEntry, Platform, UiPaths } from '../domain/knowledge/site.ts';
import { tombstonesOn, type NamedTombstone } from '../domain/permalinks/tombstone.ts';
import { versionsIn } from '../domain/versions/range.ts';
import type { Way } from '../domain/knowledge/way.ts';
import { anchorsIn, attribute, stepsIn, walk, wordsOf } from './anchors.ts';
import { linkTerms } from './glossary.ts';
import { liftBlocks } from './lift-blocks.ts';
import { placeNotes, placeOldAnchors, type MovedNote } from './old-anchors.ts';
import { boxWideBlocks, type BoxWords } from './scroll-boxes.ts';
import { nameNeighbours } from './variant-neighbours.ts';

/** What the plugin needs to know of the knowledge base, and the words it writes. */
export interface ArticleMarkup {
  readonly platforms: readonly Platform[];
  readonly uiPaths: UiPaths;
  readonly glossary: readonly GlossaryEntry[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly tombstones: readonly NamedTombstone[];
  readonly words: BoxWords & {
    readonly linkToHeading: (text: string) => string;
    readonly linkToStep: (number: number) => string;
    readonly stepTitle: (number: number, text: string) => string;
    readonly gonePage: (title: string, because: string) => string;
    readonly gonePlace: (title: string, because: string) => string;
    readonly goOn: string;
  };
}

/**
 * Gives every heading and step its permanent id and its link, and fills in what the components need from the knowledge
 * base, so that components stay plain: names of places per version, pictures, which versions a variant is for.
 */
export function remarkArticle(readMarkup: () => ArticleMarkup) {
  return (tree: Root, file: VFile): void => {
    const markup = readMarkup();
    liftBlocks(tree);
    const numbers = new Map(stepsIn(tree).map(({ item, number }) => [item, number]));
    const { anchors: aliases = [], was = [] } = frontMatterOf(file);
    for (const { node, anchor } of anchorsIn(tree, file.extname === '.md' ? 'md' : 'mdx')) {
      if (node.type === 'heading') anchorHeading(node, anchor.id, markup.words);
      else if (node.type === 'listItem') anchorStep(node, anchor.id, numbers.get(node) ?? 1, markup.words);
      else if (node.type === 'image') node.data = { ...node.data, hProperties: { id: anchor.id } };
      else setAttribute(node, 'anchor', anchor.id);
      placeOldAnchors(tree, node, [
        ...anchor.was,
        ...aliases.filter(({ now }) => bare(now) === anchor.id).map((alias) => bare(alias.anchor)),
      ]);
    }
    placeNotes(tree, notesOf(file, was, markup));
    walk(tree, (node) => {
      if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') fillIn(node, markup);
    });
    nameNeighbours(tree, setAttribute);
    linkTerms(tree, markup.glossary);
    boxWideBlocks(tree, markup.words);
  };
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
  file: VFile,
  was: readonly string[],
  { tombstones, words }: ArticleMarkup,
): readonly MovedNote[] {
  const folder = /([^\\/]+)$/.exec(file.dirname ?? '')?.[1] ?? '';
  const pathOf = (id: string): string => `/${folder}/${id}/`;
  return tombstonesOn(tombstones, pathOf(file.stem ?? ''), was.map(pathOf)).map(
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
  const text = first ? wordsOf(first) : '';
  item.data = {
    ...item.data,
    hProperties: { id, className: ['step'], dataPagefindTitle: words.stepTitle(number, text) },
  };
  // A tight list drops the paragraph around its words; the link must stay inside them.
  if (first?.type === 'paragraph') first.children.push(linkTo(id, words.linkToStep(number)));
  else item.children.unshift({ type: 'paragraph', children: [linkTo(id, words.linkToStep(number))] });
}

function linkTo(id: string, label: string): Link {
  return {
    type: 'link',
    url: `#${id}`,
    data: { hProperties: { className: ['anchor'], ariaLabel: label, dataPagefindIgnore: 'all' } },
    children: [{ type: 'text', value: '#' }],
  };
}

function fillIn(node: MdxJsxTextElement | MdxJsxFlowElement, markup: ArticleMarkup): void {
  if (node.name === 'Path') setAttribute(node, 'ways', JSON.stringify(waysTo(node, markup)));
  if (node.name === 'Picture') {
    const picture = markup.pictures.get(attribute(node, 'id') ?? '');
    for (const name of ['viewBox', 'title', 'shapes'] as const)
      setAttribute(node, name, picture?.[name] ?? '');
  }
  if (node.name === 'Variant') {
    const { ids, label } = versionsFor(
      (attribute(node, 'for') ?? '').split(/\s+/).filter(Boolean),
      attribute(node, 'versions'),
      markup.platforms,
    );
    setAttribute(node, 'ids', ids.join(' '));
    if (!attribute(node, 'label')) setAttribute(node, 'label', label);
  }
}

function waysTo(
  node: MdxJsxTextElement | MdxJsxFlowElement,
  { uiPaths, platforms }: ArticleMarkup,
): readonly Way[] {
  const ways = uiPaths[attribute(node, 'to') ?? ''] ?? [];
  const wanted = attribute(node, 'for') ?? ways[0]?.for;
  const after = (attribute(node, 'then') ?? '')
    .split('›')
    .map((row) => row.trim())
    .filter(Boolean);
  return ways
    .filter((way) => way.for === wanted)
    .map((way) => ({ rows: [...way.path, ...after], ...versionsFor([way.for], way.versions, platforms) }));
}

function versionsFor(
  ids: readonly string[],
  versions: string | undefined,
  platforms: readonly Platform[],
): Pick<Way, 'ids' | 'label'> {
  const found = ids.flatMap((id) => platforms.filter((platform) => platform.id === id));
  return {
    ids: found.flatMap((platform) => versionsIn(platform, versions)),
    label: found.map((platform) => labelOf(platform, versions)).join(', '),
  };
}

/** "OS 15–17" for a range of a platform whose versions are called "OS …"; the platform's name without a range. */
function labelOf(platform: Platform, versions: string | undefined): string {
  if (versions === undefined) return platform.name;
  const exact = platform.versions.find((version) => version.range === versions);
  if (exact) return exact.name;
  const prefix =
    /^(?:[^\d\s]+\s+)*(?=\d)/.exec(platform.versions[0]?.name ?? '')?.[0].trim() || platform.name;
  const readable = versions.replace(/^>=\s*(\S+)$/, '$1 and later').replace(/^<=\s*(\S+)$/, '$1 and earlier');
  return `${prefix} ${readable}`;
}

function setAttribute(node: MdxJsxTextElement | MdxJsxFlowElement, name: string, value: string): void {
  node.attributes = [
    ...node.attributes.filter((part) => part.type !== 'mdxJsxAttribute' || part.name !== name),
    { type: 'mdxJsxAttribute', name, value },
  ];
}
