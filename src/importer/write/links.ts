import GithubSlugger from 'github-slugger';
import type { Link, Nodes, Parent } from 'mdast';
import { posix } from 'node:path';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { decodePart } from '../../domain/values/decode.ts';
import { walk } from '../walk.ts';
import type { Block, Draft, ImportedDocument } from '../model.ts';
import { addressOf } from '../shape/symptom.ts';
import type { HeadingIds } from './anchors.ts';

/** Where the old pages and their sections have gone. */
export interface OldAddresses {
  /** Old path without its ending → the document. */
  readonly pages: ReadonlyMap<string, ImportedDocument>;
  /** Old page, `#`, old anchor → the new address. */
  readonly sections: ReadonlyMap<string, string>;
}

/** A link that leads nowhere any more: why, and from which sources. */
export interface DeadLink {
  readonly target: string;
  readonly why: 'not-in-the-folder' | 'no-such-section' | 'site-address' | 'not-allowed';
}

/** A row of `redirects.csv`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Maps every old page, heading and anchor to its new address. Needs ids and headings. */
export function oldAddressesOf(
  documents: readonly ImportedDocument[],
  ids: ReadonlyMap<Draft, HeadingIds>,
): OldAddresses {
  const pages = new Map<string, ImportedDocument>();
  const sections = new Map<string, string>();
  for (const document of documents) {
    const page = pageOf(document.source.path);
    pages.set(page, document);
    const slugger = new GithubSlugger();
    for (const block of document.source.blocks) {
      const anchors =
        block.kind === 'heading' ? [slugger.slug(block.words), ...block.anchors] : block.anchors;
      for (const anchor of anchors) {
        const key = `${page}#${anchor}`;
        const address = addressOfBlock(block, document, ids);
        if (!sections.has(key)) sections.set(key, address);
      }
    }
  }
  return { pages, sections };
}

/** All old addresses with their new ones, in order; whole addresses where the old site's is known. */
export function redirectsOf({ pages, sections }: OldAddresses, baseUrl: string): readonly Redirect[] {
  const old = (page: string): string => (baseUrl ? addressOf(baseUrl, page) : `/${page}`);
  const rows = [...pages].map(([page, { drafts }]): Redirect => ({
    from: old(page),
    to: drafts[0] ? pathOf(drafts[0]) : '/',
  }));
  for (const [key, to] of sections) {
    const at = key.lastIndexOf('#');
    rows.push({ from: `${old(key.slice(0, at))}#${key.slice(at + 1)}`, to });
  }
  return rows.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Leads the links of a draft to where their pages have gone, in place; a link that leads nowhere becomes its words. */
export function leadLinks(
  draft: Draft,
  document: ImportedDocument,
  old: OldAddresses,
  baseUrl: string,
): readonly DeadLink[] {
  const dead: DeadLink[] = [];
  for (const part of draft.parts) {
    const root = { type: 'root', children: part.nodes } as Parent;
    for (const { link, parent } of linksIn(root as Nodes)) {
      const led = lead(link.url, document.source.path, old, baseUrl);
      if (typeof led === 'string') {
        link.url = led;
        continue;
      }
      dead.push(led);
      const at = parent.children.indexOf(link);
      parent.children.splice(at, 1, ...link.children);
    }
  }
  return dead;
}

function linksIn(root: Nodes): readonly { readonly link: Link; readonly parent: Parent }[] {
  const found: { readonly link: Link; readonly parent: Parent }[] = [];
  walk(root, (node, parent) => {
    if (node.type === 'link' && parent) found.push({ link: node, parent });
  });
  return found;
}

function lead(url: string, path: string, old: OldAddresses, baseUrl: string): string | DeadLink {
  const plain = url.replace(/[\u0000-\u0020\u007f]/g, '');
  if (baseUrl !== '' && plain.startsWith(baseUrl)) {
    const found = inFolder(plain.slice(baseUrl.length).replace(/^\/+/, ''), '', old);
    if (typeof found === 'string') return found;
  }
  if (/^(?:https?:\/\/[^/]|mailto:[^,]|tel:|sms:)/i.test(plain)) return plain;
  if (/^[a-z][a-z0-9+.-]*:/i.test(plain) || plain === '')
    return { target: url.slice(0, 100), why: 'not-allowed' };
  if (plain.startsWith('//')) return `https:${plain}`;
  if (plain.startsWith('#')) {
    const anchor = decodePart(plain.slice(1));
    return (
      old.sections.get(`${pageOf(path)}#${anchor}`) ?? { target: `${path}${plain}`, why: 'no-such-section' }
    );
  }
  if (plain.startsWith('/')) {
    const found = inFolder(plain.slice(1), '', old);
    if (typeof found === 'string') return found;
    return baseUrl === '' ? { target: plain, why: 'site-address' } : new URL(plain, baseUrl).href;
  }
  return inFolder(plain, posix.dirname(path.split('#')[0] ?? ''), old);
}

/** The new address of an old one within the folder. */
function inFolder(url: string, from: string, { pages, sections }: OldAddresses): string | DeadLink {
  const [, address = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(url) ?? [];
  const page = pageOf(posix.normalize(posix.join(from, decodePart(address))));
  const document = pages.get(page) ?? pages.get(`${page}/index`) ?? pages.get(`${page}/README`);
  const [symptom] = document?.drafts ?? [];
  if (!symptom) return { target: url, why: 'not-in-the-folder' };
  return (anchor !== undefined && sections.get(`${page}#${decodePart(anchor)}`)) || pathOf(symptom);
}

/** An old path without its ending and trailing slash. */
function pageOf(path: string): string {
  return path.replace(/\.(?:mdx?|markdown|html?)$/i, '').replace(/\/+$/, '');
}

function addressOfBlock(
  block: Block,
  { drafts }: ImportedDocument,
  ids: ReadonlyMap<Draft, HeadingIds>,
): string {
  const home = block.home ?? drafts[0];
  if (!home) return '/';
  const anchor = block.under === undefined ? undefined : ids.get(home)?.get(block.under);
  return anchor === undefined ? pathOf(home) : `${pathOf(home)}#${anchor}`;
}
