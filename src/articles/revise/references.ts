import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { folderOf, type Kind, type TextKind } from '../../domain/knowledge/article.ts';
import { referenceFields } from '../check/references.ts';
import { change, pathBelow, type Desk } from './desk.ts';
import { editFrontMatter, editYaml } from './yaml-edit.ts';

/** "What spoke of `from` now speaks of `to`": both are ids of articles of one kind, or of pages of the owner's own. */
export interface Moved {
  readonly kind: TextKind;
  readonly from: string;
  readonly to: string;
}

/** Where files of fields name articles; `[]` stands for each entry of a list, `{}` for the names of fields. */
const dataFields: readonly {
  readonly file: RegExp;
  readonly path: readonly string[];
  readonly to: Kind;
}[] = [
  { file: /^site\.yaml$/, path: ['groups', '[]', 'symptoms', '[]'], to: 'symptom' },
  { file: /^site\.yaml$/, path: ['unsure', 'symptom'], to: 'symptom' },
  { file: /^site\.yaml$/, path: ['exhausted'], to: 'symptom' },
  { file: /^site\.yaml$/, path: ['support', 'fix'], to: 'fix' },
  { file: /^start\.yaml$/, path: ['common', '{}'], to: 'symptom' },
  { file: /^start\.yaml$/, path: ['questions', '[]', 'answers', '[]', 'likely', '{}'], to: 'symptom' },
  { file: /^questions\//, path: ['answers', '[]', 'likely', '{}'], to: 'cause' },
];

/** Every reference to an article, in articles and in files of fields, and every link to its page. Two references that become one stay one. */
export function moveReferences(desk: Desk, moved: Moved): void {
  const { articles, questions } = desk.content;
  for (const file of articles) {
    const fields = referenceFields.filter(({ of, to }) => of === file.kind && to === moved.kind);
    change(desk, pathBelow(desk, file), (text) =>
      moveLinks(
        editFrontMatter(text, (doc) => fields.forEach(({ path }) => moveIn(doc, path, moved))),
        moved,
      ),
    );
  }
  for (const file of desk.content.pages)
    change(desk, pathBelow(desk, file), (text) => moveLinks(text, moved));
  const files = ['site.yaml', 'start.yaml', ...questions.map(({ id }) => `questions/${id}.yaml`)];
  for (const path of files) {
    const fields = dataFields.filter(({ file, to }) => file.test(path) && to === moved.kind);
    change(desk, path, (text) =>
      editYaml(text, (doc) => fields.forEach((field) => moveIn(doc, field.path, moved))),
    );
  }
  for (const path of ['glossary.yaml', 'queries.yaml', 'asked.yaml'])
    change(desk, path, (text) => moveLinks(text, moved));
  // What was published stays written as it was; only where it leads now moves.
  change(desk, 'tombstones.yaml', (text) => text.replace(/\bnow:[^,}\n]*/g, (now) => moveLinks(now, moved)));
}

/** A copy of a cause or symptom is solved or explained as the first one was, and stands in the same groups. */
export function copyEdges(desk: Desk, { kind, from, to }: Moved): void {
  const edge = {
    symptom: ['cause', 'explains'],
    cause: ['fix', 'solves'],
    fix: undefined,
    page: undefined,
  } as const;
  const [of, name] = edge[kind] ?? [];
  for (const file of desk.content.articles.filter((one) => one.kind === of))
    change(desk, pathBelow(desk, file), (text) =>
      editFrontMatter(text, (fields) => {
        const list = name && fields.get(name);
        const at = isSeq(list) ? list.items.findIndex((item) => isMap(item) && item.get(kind) === from) : -1;
        if (!isSeq(list) || at < 0) return;
        const copy = (list.items[at] as YAMLMap).clone() as YAMLMap;
        copy.set(kind, to);
        list.items.splice(at + 1, 0, copy);
      }),
    );
  if (kind === 'symptom')
    change(desk, 'site.yaml', (text) =>
      editYaml(text, (fields) => {
        for (const list of listsAt(fields, ['groups', '[]', 'symptoms']))
          if (list.items.some((item) => isScalar(item) && item.value === from))
            list.add(fields.createNode(to));
      }),
    );
}

function moveLinks(text: string, { kind, from, to }: Moved): string {
  const folder = folderOf[kind];
  return text.replace(
    new RegExp(String.raw`(?<![\w.:/-])/${folder}/${from}/(?![\w])`, 'g'),
    `/${folder}/${to}/`,
  );
}

function moveIn(doc: Document, path: readonly string[], moved: Moved): void {
  let here: readonly unknown[] = [doc.contents];
  for (const part of path.slice(0, -1))
    here = here.flatMap((node) =>
      part === '[]' ? (isSeq(node) ? node.items : []) : isMap(node) ? (node.get(part, true) ?? []) : [],
    );
  const last = path.at(-1) ?? '';
  if (last !== '[]' && last !== '{}' && path.at(-2) === '[]') {
    const lists = listsAt(doc, path.slice(0, -2));
    for (const list of lists) moveEntries(list, last, moved);
    return;
  }
  for (const node of here) {
    if (last === '[]' && isSeq(node)) moveItems(node, moved);
    else if (last === '{}' && isMap(node)) moveNames(node, moved);
    else if (isMap(node)) setText(node.get(last, true), moved);
  }
}

function listsAt(doc: Document, path: readonly string[]): readonly YAMLSeq[] {
  let here: readonly unknown[] = [doc.contents];
  for (const part of path)
    here = here.flatMap((node) =>
      part === '[]' ? (isSeq(node) ? node.items : []) : isMap(node) ? (node.get(part, true) ?? []) : [],
    );
  return here.filter((node): node is YAMLSeq => isSeq(node));
}

/** `[a, b]`: the id becomes the other, or goes where that stands already. */
function moveItems(list: YAMLSeq, { from, to }: Moved): void {
  const has = list.items.some((item) => isScalar(item) && item.value === to);
  list.items = list.items.filter((item) => !(has && isScalar(item) && item.value === from));
  for (const item of list.items) setText(item as Node, { from, to });
}

/** `- { cause: a, works: often }`: the same by one of its fields. */
function moveEntries(list: YAMLSeq, field: string, { from, to }: Moved): void {
  const idIn = (item: unknown): unknown => (isMap(item) ? item.get(field) : undefined);
  const has = list.items.some((item) => idIn(item) === to);
  list.items = list.items.filter((item) => !(has && idIn(item) === from));
  for (const item of list.items) if (isMap(item)) setText(item.get(field, true), { from, to });
}

/** `{ a: often, b: rarely }`: the same by the names. */
function moveNames(map: YAMLMap, { from, to }: Moved): void {
  if (!map.has(from)) return;
  if (map.has(to)) map.delete(from);
  else for (const pair of map.items) setText(pair.key, { from, to });
}

function setText(node: unknown, { from, to }: Pick<Moved, 'from' | 'to'>): void {
  if (isScalar(node) && node.value === from) node.value = to;
}
