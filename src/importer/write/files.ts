import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Import } from '../import-folder.ts';
import { digestOf, type ImportLedger, type LedgerEntry } from './ledger.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { hasCode } from '../../files/error-code.ts';

/**
 * What a run did with a file: `written` new, `updated` because only the source has changed, `same`, `edited` by its author and
 * left, `incoming` put beside it because both have changed, `deleted` by its author and not written again, `foreign`: not ours.
 */
export type FileState = 'written' | 'updated' | 'same' | 'edited' | 'incoming' | 'deleted' | 'foreign';

/** Writes the files of an import below a content folder and tells what became of each; with `dry` it only tells. */
export function writeImport(
  content: string,
  made: Import,
  before: ImportLedger,
  dry: boolean,
): { readonly states: ReadonlyMap<string, FileState>; readonly ledger: ImportLedger } {
  const states = new Map<string, FileState>();
  const ledger = new Map<string, LedgerEntry>(before);
  const ids = new Map(
    made.documents.map(({ source, drafts }) => [source.path, { sha: source.sha, id: drafts[0]?.id ?? '' }]),
  );
  for (const [path, files] of Map.groupBy(made.files, ({ source }) => source)) {
    const known = before.get(path)?.files ?? {};
    const entries: Record<string, LedgerEntry['files'][string]> = { ...known };
    for (const { path: file, text } of files) {
      const { state, entry } = writeOne(content, file, text, known[file], dry);
      states.set(file, state);
      if (entry) entries[file] = entry;
    }
    ledger.set(path, { ...(ids.get(path) ?? { sha: '', id: '' }), files: entries });
  }
  return { states, ledger };
}

function writeOne(
  content: string,
  file: string,
  text: string,
  known: LedgerEntry['files'][string] | undefined,
  dry: boolean,
): { readonly state: FileState; readonly entry?: LedgerEntry['files'][string] } {
  const path = join(content, file);
  const sha = digestOf(text);
  if (!isThere(path)) {
    if (known) return { state: 'deleted', entry: known };
    if (!dry) putNew(path, text);
    return { state: 'written', entry: { sha } };
  }
  const now = digestOf(readFileSync(path, 'utf8'));
  if (now === sha) return { state: 'same', entry: { sha } };
  if (!known) return { state: 'foreign' };
  if (now === known.sha) {
    if (!dry) writeWhole(path, text);
    return { state: 'updated', entry: { sha } };
  }
  if (sha === known.sha || sha === known.incoming) return { state: 'edited', entry: known };
  if (!dry) writeWhole(`${path}.incoming`, text);
  return { state: 'incoming', entry: { sha: known.sha, incoming: sha } };
}

/** Writes a text only where it differs from what is there; says whether it did. */
export function putWhereChanged(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  writeWhole(path, text);
  return true;
}

/** A file that was not there; where something has been laid meanwhile, it fails rather than writes into that. */
function putNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
