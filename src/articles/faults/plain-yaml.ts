type Fields = Record<string, unknown>;
/** A value in the middle of a line, and the number of the letter behind it. */
interface Found {
  readonly value: unknown;
  readonly end: number;
}

/** What makes a reference, a tag or a note of what follows it. */
const silent = /(?:^|[\s[{,:])[&*!]\S|(?:^|\s)#/;
const field = /^([A-Za-z][\w-]*):(?: (?=\S)|$)/;
const item = /^ {2}- (?=\S)/;
/** What YAML takes for a truth value or nothing, in one of its spellings. */
const noText = /^(?:true|false|null)$/i;

/**
 * What the plainest YAML says, as most front matter is: fields with texts, whole numbers, `true` and `false` on one line, lists and maps of those
 * in brackets, and lists below their field. Undefined where there may be anything else, a mistake among it: for that, `yaml` is there, which takes ten times as long.
 */
export function plainYaml(text: string): Fields | undefined {
  if (!text.endsWith('\n') || silent.test(text)) return undefined;
  const lines = text.slice(0, -1).split('\n');
  const fields: Fields = {};
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    const [opening, key] = field.exec(line) ?? [];
    if (!opening || !key || !isNewKey(key, fields)) return undefined;
    at += 1;
    let value = opening.endsWith(' ') ? valueOf(line.slice(opening.length)) : undefined;
    if (!opening.endsWith(' ')) {
      const from = at;
      while (at < lines.length && item.test(lines[at]!)) at += 1;
      value = listOf(lines.slice(from, at));
    }
    if (value === undefined) return undefined;
    fields[key] = value;
  }
  return fields;
}

function isNewKey(key: string, fields: Fields): boolean {
  return !noText.test(key) && !Object.hasOwn(fields, key);
}

function listOf(lines: readonly string[]): unknown[] | undefined {
  const values = lines.map((line) => valueOf(line.slice('  - '.length)));
  return values.length === 0 || values.includes(undefined) ? undefined : values;
}

/** The value that fills the rest of a line. */
function valueOf(text: string): unknown {
  const found = bracketsAt(text, 0) ?? quotedAt(text, 0);
  if (found) return found.end === text.length ? found.value : undefined;
  return wholePlain.test(text) ? scalarOf(text) : undefined;
}

// Letters that end a line to YAML or to an editor, or are not seen at all, are left to the parser.
const odd = String.raw`\p{Cc}\p{Cs}\u2028\u2029\ufeff`;
/** A text without quotes: what may stand in it depends on whether it stands in brackets. */
const wholePlain = new RegExp(
  String.raw`^[\p{L}\p{N}](?:(?:[^${odd}#:]|:(?=[^\s${odd}]))*[^\s${odd}#:])?$`,
  'u',
);
const plainInside = new RegExp(String.raw`[\p{L}\p{N}][^${odd}#:,[\]{}"]*`, 'uy');
const quoted = new RegExp(String.raw`"([^"\\${odd}]*)"|'([^'${odd}]*)'`, 'uy');
const keyInside = /([A-Za-z][\w-]*): (?=\S)/y;

function quotedAt(text: string, at: number): Found | undefined {
  quoted.lastIndex = at;
  const match = quoted.exec(text);
  return match ? { value: match[1] ?? match[2], end: at + match[0].length } : undefined;
}

/** A list or a map in brackets without others inside. */
function bracketsAt(text: string, at: number): Found | undefined {
  const close = { '[': ']', '{': '}' }[text[at] ?? ''];
  if (close === undefined) return undefined;
  const list: unknown[] = [];
  const map: Fields = {};
  for (let next = afterSpaces(text, at + 1); ; next = afterSpaces(text, next + 1)) {
    if (close === '}') {
      keyInside.lastIndex = next;
      const [whole, key] = keyInside.exec(text) ?? [];
      if (!whole || !key || !isNewKey(key, map)) return undefined;
      const found = scalarAt(text, next + whole.length);
      if (!found) return undefined;
      map[key] = found.value;
      next = afterSpaces(text, found.end);
    } else {
      const found = scalarAt(text, next);
      if (!found) return undefined;
      list.push(found.value);
      next = afterSpaces(text, found.end);
    }
    if (text[next] === close) return { value: close === '}' ? map : list, end: next + 1 };
    if (text[next] !== ',') return undefined;
  }
}

function scalarAt(text: string, at: number): Found | undefined {
  const found = quotedAt(text, at);
  if (found) return found;
  plainInside.lastIndex = at;
  const plain = plainInside.exec(text)?.[0].trimEnd();
  const value = plain === undefined ? undefined : scalarOf(plain);
  return plain === undefined || value === undefined ? undefined : { value, end: at + plain.length };
}

function afterSpaces(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end += 1;
  return end;
}

const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
const date = /^\d{4}-\d\d-\d\d$/;
/** What no number has, however it is written. */
const wordLike = /[^\d.+_a-fox-]/i;

/** What a text without quotes is; undefined for what may be a number of another kind. */
function scalarOf(text: string): unknown {
  if (wholeNumber.test(text)) return Number(text);
  if (noText.test(text)) return text === 'true' ? true : text === 'false' ? false : undefined;
  return !/^\p{N}/u.test(text) || date.test(text) || wordLike.test(text) ? text : undefined;
}
