import { createHash } from 'node:crypto';
import { compareText } from '../../domain/values/compare.ts';
import { isRecord } from '../read/front-matter.ts';

/** What an earlier run wrote for a source: its id, and each file with the digest of its text; `incoming` where it could not be put in place. */
export interface LedgerEntry {
  readonly id: string;
  readonly sha: string;
  readonly files: Readonly<Record<string, { readonly sha: string; readonly incoming?: string | undefined }>>;
}

/** `import-ledger.json`: source → what it has become. */
export type ImportLedger = ReadonlyMap<string, LedgerEntry>;

/** Reads the ledger; an entry that cannot be understood is left out, so that its files count as somebody else's and are never overwritten. */
export function parseImportLedger(text: string): ImportLedger {
  const entries = new Map<string, LedgerEntry>();
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return entries;
  }
  const sources = isRecord(data) && isRecord(data['sources']) ? data['sources'] : {};
  for (const [path, entry] of Object.entries(sources)) {
    if (!isRecord(entry) || typeof entry['id'] !== 'string' || !isRecord(entry['files'])) continue;
    const files: Record<string, { sha: string; incoming?: string }> = {};
    for (const [file, state] of Object.entries(entry['files'])) {
      if (
        !isRecord(state) ||
        typeof state['sha'] !== 'string' ||
        !/^(?:symptoms|causes|fixes)\/[a-z0-9-]+\.md$/.test(file)
      )
        continue;
      files[file] = {
        sha: state['sha'],
        ...(typeof state['incoming'] === 'string' ? { incoming: state['incoming'] } : {}),
      };
    }
    entries.set(path, { id: entry['id'], sha: String(entry['sha']), files });
  }
  return entries;
}

/** The ledger as text, in a fixed order. */
export function formatImportLedger(ledger: ImportLedger): string {
  const sources = Object.fromEntries([...ledger].sort((a, b) => compareText(a[0], b[0])));
  return `${JSON.stringify({ version: 1, sources }, null, 1)}\n`;
}

/** A short digest of a text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
