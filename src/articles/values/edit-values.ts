import { folderOf } from '../../domain/knowledge/article.ts';
import type { AuthoredValue } from '../../domain/owners/values.ts';
import type { Change } from '../../domain/owners/sheet.ts';
import type { ArticleFile, Content, FieldPath } from '../content.ts';

/** A file with new values in place of old ones; nothing else of it changes. `missed` are values that do not stand where they should. */
export interface EditedFile {
  readonly path: string;
  readonly file: string;
  readonly text: string;
  readonly written: readonly Change[];
  readonly missed: readonly Change[];
}

/** Puts values into the front matter where they stand; the files are not written. */
export function editValues(content: Content, changes: readonly Change[]): readonly EditedFile[] {
  return [...Map.groupBy(changes, ({ from }) => fileOf(content, from))].flatMap(([file, own]) =>
    file ? [edit(file, own)] : [],
  );
}

function edit(file: ArticleFile, changes: readonly Change[]): EditedFile {
  const lines = [...file.lines];
  const written: Change[] = [];
  const missed: Change[] = [];
  // From the end to the beginning, so that no edit moves a place that is still to come.
  const places = changes
    .map((change) => ({ change, place: file.placeOf(pathIn(file, change.from)) }))
    .sort((a, b) => b.place.line - a.place.line || b.place.column - a.place.column);
  for (const { change, place } of places) {
    const line = lines[place.line - 1] ?? '';
    const head = line.slice(0, place.column - 1);
    const scalar = /^(?:"[^"]*"|'[^']*'|[\w.-]+)/.exec(line.slice(head.length))?.[0];
    const value = scalar?.replace(/^["']|["']$/g, '');
    if (scalar === undefined || value === undefined || !isSame(value, change.from.now)) missed.push(change);
    else {
      lines[place.line - 1] = `${head}${change.to.now}${line.slice(head.length + scalar.length)}`;
      written.push(change);
    }
  }
  return { path: file.path, file: file.file, text: lines.join('\n'), written, missed };
}

function isSame(text: string, value: number | string): boolean {
  return typeof value === 'number' ? Number(text) === value : text === value;
}

function fileOf({ articles }: Content, value: AuthoredValue): ArticleFile | undefined {
  const [kind, id] = value.kind === 'likelihood' ? ['cause', value.cause] : ['fix', value.fix];
  return articles.find((file) => file.kind === kind && file.id === id);
}

function pathIn({ article, kind }: ArticleFile, value: AuthoredValue): FieldPath {
  if (value.kind === 'minutes') return ['minutes'];
  if (value.kind === 'works' && article?.kind === 'fix')
    return ['solves', article.solves.findIndex(({ cause }) => cause === value.cause), 'works'];
  if (value.kind === 'likelihood' && article?.kind === 'cause')
    return ['explains', article.explains.findIndex(({ symptom }) => symptom === value.symptom), 'likelihood'];
  throw new Error(`A value \`${value.kind}\` does not belong in ${folderOf[kind]}.`);
}
