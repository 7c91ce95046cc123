import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kinds } from '../../domain/knowledge/article.ts';
import { articlesOf } from '../../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { SiteContent } from '../../domain/site-content.ts';
import { indexFilesOf, type IndexEntry, type IndexSection } from '../../domain/twins/llms-index.ts';
import { fullPath, twinPathOf } from '../../domain/twins/twin-address.ts';
import { textOf, treeIn } from '../../html/tree.ts';
import { wordsOf } from '../../words/words-of.ts';
import type { AfterBuild } from '../step.ts';
import { wholeAddress } from '../whole-address.ts';
import { isForSearchEngines } from './site-map.ts';

/** Bytes up to which all texts stand in one file: hosts take 25 MB, and no program reads as much. */
const mostBytes = 20_000_000;

/** Writes what programs read first: the index of all pages, and the text of all articles in one file where pages have twins. */
export const indexForPrograms: AfterBuild = (base, { out, pages, logger }) => {
  const content = base.shared.built();
  const { machines, site } = content;
  const words = wordsOf(site.language);
  const addressOf = wholeAddress(base);
  const hasFull = machines.markdown && writeFull(content, out);
  const files = indexFilesOf({
    title: site.title,
    description: site.description,
    notes: [
      ...(machines.markdown ? [words.twins.twins] : []),
      words.twins.steps,
      words.twins.facts(addressOf('/graph.json')),
      ...(hasFull ? [words.twins.full(addressOf(fullPath))] : []),
    ],
    sections: [
      ...articleSections(content, (path) => addressOf(machines.markdown ? twinPathOf(path) : path)),
      {
        name: 'other',
        title: words.twins.others,
        entries: otherPages(content, pages.addresses, out, (path) =>
          addressOf(machines.markdown ? twinPathOf(path) : path),
        ),
      },
    ],
    addressOf,
  });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), text);
  }
  if (!machines.markdown)
    logger.info(
      'pages have no twins in Markdown: `machines` in site.yaml says so, or hosts would not take as many files',
    );
};

function articleSections(
  { base, site }: Pick<SiteContent, 'base' | 'site'>,
  addressOf: (path: string) => string,
): readonly IndexSection[] {
  const words = wordsOf(site.language).kinds;
  return kinds.map((kind) => ({
    name: kind,
    title: words[kind].many,
    entries: articlesOf(base)
      .filter((article) => article.kind === kind)
      .map((article) => ({
        title: article.title,
        address: addressOf(pathOf(article)),
        summary: article.summary,
      })),
  }));
}

/** The pages that search engines are told of beside the articles, by their headings. */
function otherPages(
  { base }: Pick<SiteContent, 'base'>,
  addresses: readonly string[],
  out: string,
  addressOf: (path: string) => string,
): readonly IndexEntry[] {
  const articles = new Set(articlesOf(base).map(pathOf));
  return addresses
    .filter((path) => isForSearchEngines(path) && !articles.has(path))
    .map((path) => ({
      title: headingOf(readFileSync(join(out, path, 'index.html'), 'utf8')) || path,
      address: addressOf(path),
    }));
}

function headingOf(html: string): string {
  const heading = treeIn(html, 'h1');
  return heading ? textOf(heading).replace(/\s+/g, ' ').trim() : '';
}

/** Puts the twins of all articles and own pages into one file; false where that would be too large. */
function writeFull({ base, pages }: Pick<SiteContent, 'base' | 'pages'>, out: string): boolean {
  const paths = [...articlesOf(base), ...pages].map(pathOf);
  const texts = [...paths, '/glossary/']
    .map((path) => join(out, twinPathOf(path)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  if (texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) > mostBytes) return false;
  writeFileSync(join(out, fullPath), texts.join('\n---\n\n'));
  return true;
}
