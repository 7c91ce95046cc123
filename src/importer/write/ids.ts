import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { slugOf } from '../../domain/values/slug.ts';
import type { ImportedDocument } from '../model.ts';

/**
 * Gives every draft its id: the words of the source's file name, never of its title. An id that an earlier run gave stays; a name
 * that is taken gets the folder before it, then a number.
 */
export function giveIds(
  documents: readonly ImportedDocument[],
  given: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): void {
  const used = new Set(taken);
  const known = documents.filter(({ source }) => given.has(source.path));
  for (const document of known) take(document, given.get(document.source.path) ?? '', used);
  for (const document of documents) {
    if (given.has(document.source.path)) continue;
    const { name, path } = document.source;
    const own = idFrom(name);
    const folder = posix.basename(posix.dirname(path.split('#')[0] ?? ''));
    const names = [own, ...(folder === '' || folder === '.' ? [] : [idFrom(`${folder} ${name}`)])];
    const free = names.find((id) => isFree(document, id, used)) ?? numbered(document, own, used);
    take(document, free, used);
  }
}

/** A name in lower-case words joined by hyphens; CamelCase is split, German letters are written out. */
export function idFrom(name: string): string {
  const plain = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .normalize('NFC')
    .replace(/[äöüÄÖÜ]/g, (letter) => umlauts[letter.toLowerCase()] ?? letter);
  const id = slugOf(plain, { length: 60 })
    .normalize('NFKD')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return id || `page-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

function idsOf({ drafts }: ImportedDocument, base: string): readonly string[] {
  return drafts.map(({ suffix }) => (suffix === '' ? base : `${base}-${suffix}`));
}

function isFree(document: ImportedDocument, base: string, used: ReadonlySet<string>): boolean {
  return idsOf(document, base).every((id) => !used.has(id));
}

function numbered(document: ImportedDocument, base: string, used: ReadonlySet<string>): string {
  let number = 2;
  while (!isFree(document, `${base}-${number}`, used)) number += 1;
  return `${base}-${number}`;
}

function take(document: ImportedDocument, base: string, used: Set<string>): void {
  for (const [index, id] of idsOf(document, base).entries()) {
    const draft = document.drafts[index];
    if (draft) draft.id = id;
    used.add(id);
  }
}
