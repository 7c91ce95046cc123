import { compareAddresses, type PlaceKind, type Published } from './compare.ts';
import { isIsoDate } from '../values/iso-date.ts';

/** A ledger as read: its lines, where each stands, and what could not be read. */
export interface Ledger {
  readonly entries: readonly Published[];
  /** address → line, from 1 */
  readonly lines: ReadonlyMap<string, number>;
  readonly errors: readonly { readonly line: number; readonly message: string; readonly hint: string }[];
}

const about =
  'Every address that was ever published, one a line. `npm run kb -- permalinks --write` adds lines; nothing takes one away.';
const end = 'Every line above ends in a comma, so that branches merge without a conflict.';

/** The text of `permalinks.json`: JSON, sorted, one entry a line, the same for the same entries on every machine. */
export function formatLedger(entries: readonly Published[]): string {
  const lines = [...entries]
    .sort(compareAddresses)
    .map(
      ({ address, is, text, after, since }) =>
        `${JSON.stringify(address)}: ${JSON.stringify({ is, text: clip(text), ...(after === undefined ? {} : { after }), since })},`,
    );
  return `{\n"about": ${JSON.stringify(about)},\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}"end": ${JSON.stringify(end)}\n}\n`;
}

/**
 * Reads a ledger line by line, so that every fault has its line. Order does not matter, and of two lines for one address
 * the older counts: merging two branches with `merge=union` gives both.
 */
export function parseLedger(text: string): Ledger {
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const whole = jsonOf(rows.join('\n'));
  const isObject = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
  const found = rows
    .map((row, index) => ({ line: index + 1, row: row.trim() }))
    .filter(({ row }) => !isFrame(row))
    .map(({ line, row }) => ({ line, read: parseRow(row) }));
  // Another program may have laid the same JSON out differently.
  const read =
    isObject && found.some((item) => item.read === 'json')
      ? parseWhole(whole as Record<string, unknown>, rows)
      : found;
  const errors = read.flatMap(({ line, read: result }) =>
    typeof result === 'string' ? [{ line, ...faults[result] }] : [],
  );
  if (errors.length === 0 && !isObject)
    errors.push({ line: Math.max(1, rows.findLastIndex((row) => row.trim() !== '') + 1), ...faults.frame });
  const entries = new Map<string, Published>();
  const lines = new Map<string, number>();
  for (const { line, read: entry } of read) {
    if (typeof entry === 'string' || (entries.get(entry.address)?.since ?? '9') <= entry.since) continue;
    entries.set(entry.address, entry);
    lines.set(entry.address, line);
  }
  return { entries: [...entries.values()].sort(compareAddresses), lines, errors };
}

const kinds: ReadonlySet<string> = new Set<PlaceKind>([
  'symptom',
  'cause',
  'fix',
  'heading',
  'step',
  'picture',
  'answer',
  'page',
  'section',
  'term',
  'text',
]);

const restore = 'Take the line from the last good version of the file; git keeps it.';
const faults = {
  conflict: {
    message: 'The ledger holds a merge conflict.',
    hint: 'Keep the lines of both sides and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.',
  },
  json: {
    message: 'This line of the ledger is not an entry of the form `"/address/": {…},`.',
    hint: restore,
  },
  address: { message: 'The address in this line does not begin with a slash.', hint: restore },
  fields: {
    message: 'This entry lacks `is`, `text` or `since`, or one of them is not right.',
    hint: `${restore} An entry looks like \`{"is":"step","text":"Open Settings.","since":"2026-11-24"}\`.`,
  },
  frame: {
    message: 'The ledger is not valid JSON: a brace or a comma at the end of a line is missing.',
    hint: 'Run `npm run kb -- permalinks --write`, which writes the file anew with the same entries.',
  },
} as const;

type Read = Published | keyof typeof faults;

function isFrame(row: string): boolean {
  return row === '' || row === '{' || row === '}' || /^"(?:about|end)"\s*:/.test(row);
}

function parseRow(row: string): Read {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(row)) return 'conflict';
  const pair = jsonOf(`{${row.replace(/,$/, '')}}`);
  const [entry, ...more] =
    typeof pair === 'object' && pair !== null ? Object.entries(pair as Record<string, unknown>) : [];
  return entry && more.length === 0 ? entryOf(...entry) : 'json';
}

function parseWhole(
  whole: Readonly<Record<string, unknown>>,
  rows: readonly string[],
): readonly { readonly line: number; readonly read: Read }[] {
  return Object.entries(whole)
    .filter(([key]) => key !== 'about' && key !== 'end')
    .map(([address, value]) => ({
      line: rows.findIndex((row) => row.includes(JSON.stringify(address))) + 1 || 1,
      read: entryOf(address, value),
    }));
}

function entryOf(address: string, value: unknown): Read {
  if (!address.startsWith('/')) return 'address';
  const { is, text, after, since } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (
    typeof is !== 'string' ||
    !kinds.has(is) ||
    typeof text !== 'string' ||
    typeof since !== 'string' ||
    !isIsoDate(since)
  )
    return 'fields';
  return { address, is: is as PlaceKind, text, after: typeof after === 'string' ? after : undefined, since };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
