import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';

/** The text of an article after a change of its front matter; everything else of it stays byte for byte. */
export function editFrontMatter(text: string, change: (fields: Document) => void): string {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  const yaml = match?.[1];
  if (!match || match.index !== 0 || yaml === undefined) return text;
  const at = match[0].indexOf(yaml);
  return `${text.slice(0, at)}${editYaml(yaml, change)}${text.slice(at + yaml.length)}`;
}

/** The text of a YAML file after a change; comments, quotes and line ends stay, and so does a text in which nothing changed. */
export function editYaml(text: string, change: (fields: Document) => void): string {
  const fields = parseDocument(text);
  const before = JSON.stringify(fields.toJS());
  change(fields);
  if (JSON.stringify(fields.toJS()) === before) return text;
  const written = withTightLists(fields.toString({ lineWidth: 0, flowCollectionPadding: true }));
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

/** A list of texts or of fields, made where it is missing. */
export function listIn(fields: Document, name: string): YAMLSeq {
  const there = fields.get(name);
  if (isSeq(there)) return there;
  const made = fields.createNode([]) as YAMLSeq;
  fields.set(name, made);
  return made;
}

/** Adds texts that a list does not hold yet. A list that is made for them stands on one line. */
export function addTexts(fields: Document, name: string, texts: readonly string[]): void {
  const there = textsOf(fields, name);
  const fresh = [...new Set(texts)].filter((text) => !there.includes(text));
  if (fresh.length === 0) return;
  const list = listIn(fields, name);
  if (list.items.length === 0) list.flow = true;
  for (const text of fresh) list.add(fields.createNode(text));
}

/** Takes a text out of a list. */
export function removeText(fields: Document, name: string, text: string): void {
  const at = textsOf(fields, name).indexOf(text);
  if (at >= 0) fields.deleteIn([name, at]);
}

/** Adds an entry of fields to a list, on one line of its own. */
export function addEntry(fields: Document, name: string, entry: Readonly<Record<string, unknown>>): void {
  listIn(fields, name).add(fields.createNode(entry, { flow: true }));
}

/** The texts of a list; none where there is no such list. */
export function textsOf(fields: Document, name: string): readonly string[] {
  const list = fields.get(name);
  return isSeq(list) ? list.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
}

/** The entries of a list that are fields themselves. */
export function entriesOf(fields: Document, name: string): readonly YAMLMap[] {
  const list = fields.get(name);
  return isSeq(list) ? list.items.filter((item): item is YAMLMap => isMap(item)) : [];
}

/** `[ a ]` as `[a]`, as authors write lists; the braces keep their spaces. */
function withTightLists(yaml: string): string {
  const tight = yaml.replace(
    /(?<![\w])"(?:[^"\\]|\\.)*"|(?<![\w])'(?:[^']|'')*'|(?<=^|\s)#.*|\[ | \]/g,
    (found) => (found === '[ ' ? '[' : found === ' ]' ? ']' : found),
  );
  const same = JSON.stringify(parseDocument(tight).toJS()) === JSON.stringify(parseDocument(yaml).toJS());
  return same ? tight : yaml;
}
