import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { z } from 'astro/zod';
import { folderOf, kinds, type Article, type Kind, type Question } from '../domain/article.ts';
import { isKebabCase } from '../domain/paths.ts';
import { parseLedger, type Ledger } from '../domain/permalinks-ledger.ts';
import type { Place, Problem } from '../domain/problem.ts';
import type { GlossaryEntry, Site, UiPaths } from '../domain/site.ts';
import { parseArticleBody, type Body } from './body.ts';
import { fileNameIn, type ContentDir } from './content-dir.ts';
import type { Tombstone } from '../domain/tombstone.ts';
import { articleSchemas, glossarySchema, questionSchema, siteSchema, tombstonesSchema, uiPathsSchema } from './schema.ts';
import { problemsOfIssues } from './schema-problems.ts';
import { parseYaml, type FieldPath, type YamlSource } from './yaml-source.ts';

/** An article file: what could be read of it, and where its parts stand. */
export interface ArticleFile {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
  readonly path: string;
  readonly format: 'mdx' | 'md';
  readonly lines: readonly string[];
  /** Front matter as written, before the schema; undefined when it does not parse. */
  readonly raw: unknown;
  readonly article?: Article | undefined;
  readonly body?: Body | undefined;
  readonly silence: readonly { readonly rule: string; readonly because: string }[];
  readonly placeOf: (path: FieldPath) => Place;
  readonly placeAt: (line: number, column: number) => Place;
}

/** A YAML or SVG file beside the articles. */
export interface DataFile<T> {
  readonly id: string;
  readonly file: string;
  readonly value: T;
  readonly placeOf: (path: FieldPath) => Place;
}

/** The ledger of permanent links. */
export interface LedgerFile extends Ledger {
  readonly file: string;
  readonly placeAt: (line: number) => Place;
}

/** All that a content folder holds; problems of single files are already found. */
export interface Content {
  readonly dir: ContentDir;
  readonly articles: readonly ArticleFile[];
  readonly site?: DataFile<Site> | undefined;
  readonly questions: readonly DataFile<Question>[];
  readonly pictures: readonly DataFile<string>[];
  readonly uiPaths: DataFile<UiPaths>;
  readonly glossary: DataFile<readonly GlossaryEntry[]>;
  readonly tombstones: DataFile<readonly Tombstone[]>;
  /** Undefined until something was published. */
  readonly ledger?: LedgerFile | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a whole content folder. Never throws for bad content: what is wrong becomes a problem. */
export async function readContent(dir: ContentDir): Promise<Content> {
  const problems: Problem[] = [];
  const articles: ArticleFile[] = [];
  for (const kind of kinds) {
    for (const path of await filesIn(join(dir.path, folderOf[kind]))) {
      const file = await readArticle(dir, kind, path, problems);
      if (file) articles.push(file);
    }
  }
  const questions: DataFile<Question>[] = [];
  for (const path of await filesIn(join(dir.path, 'questions'))) {
    const id = idOfFile(dir, path, ['.yaml', '.yml'], problems);
    const question = id && (await readYaml(dir, path, questionSchema, problems));
    if (question) questions.push({ ...question, id, value: { id, ...question.value } as Question });
  }
  const pictures: DataFile<string>[] = [];
  for (const path of await filesIn(join(dir.path, 'pictures'))) {
    const id = idOfFile(dir, path, ['.svg'], problems);
    const text = id && (await readText(dir, path, problems));
    const file = fileNameIn(dir, path);
    if (id && text) pictures.push({ id, file, value: text, placeOf: () => ({ file, line: 1, column: 1 }) });
  }
  const site = await readYaml(dir, join(dir.path, 'site.yaml'), siteSchema, problems);
  if (!site && !(await exists(join(dir.path, 'site.yaml')))) problems.push(siteMissing(dir));
  const uiPaths = (await readYaml(dir, join(dir.path, 'ui-paths.yaml'), uiPathsSchema, problems)) ?? emptyFile(dir, 'ui-paths', {});
  const glossary = (await readYaml(dir, join(dir.path, 'glossary.yaml'), glossarySchema, problems)) ?? emptyFile(dir, 'glossary', []);
  const tombstones = (await readYaml(dir, join(dir.path, 'tombstones.yaml'), tombstonesSchema, problems)) ?? emptyFile(dir, 'tombstones', []);
  const ledger = await readLedger(dir, problems);
  if (articles.length === 0 && problems.every((problem) => problem.kind === 'site-missing')) problems.push(contentEmpty(dir));
  return {
    dir, articles, questions, pictures, problems,
    site: site && { ...site, value: { promise: site.value.title, ...site.value } as Site },
    uiPaths: uiPaths as DataFile<UiPaths>,
    glossary: glossary as DataFile<readonly GlossaryEntry[]>,
    tombstones, ledger,
  };
}

/** Splits an article into front matter and body. The body keeps the file's line numbers: the lines before it are blank. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | undefined {
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (!match || match.index !== 0) return undefined;
  const head = match[0];
  return { yaml: match[1] ?? '', body: '\n'.repeat(head.split('\n').length - 1) + text.slice(head.length) };
}

async function readArticle(dir: ContentDir, kind: Kind, path: string, problems: Problem[]): Promise<ArticleFile | undefined> {
  const id = idOfFile(dir, path, ['.mdx', '.md'], problems);
  if (!id) return undefined;
  const file = fileNameIn(dir, path);
  const text = await readText(dir, path, problems);
  const lines = (text ?? '').split('\n');
  const placeAt = (line: number, column: number): Place => ({ file, line, column, text: lines[line - 1]?.trim() });
  const format = extname(path) === '.mdx' ? 'mdx' : 'md';
  const base = { kind, id, file, path, format, lines, placeAt, silence: [], raw: undefined, placeOf: () => placeAt(1, 1) } as const;
  if (text === undefined) return base;
  const parts = splitFrontMatter(text);
  if (!parts) {
    problems.push({
      kind: 'missing-front-matter', place: placeAt(1, 1),
      message: 'The article does not start with front matter between two lines of `---`.',
      hint: 'Begin the file with `---`, `title: …`, `summary: …` and a closing `---`.',
    });
    return base;
  }
  const source = parseYaml(parts.yaml, file, lines, 2);
  const article = parseFields(source, articleSchemas[kind], problems);
  const body = parseArticleBody(parts.body, format);
  if ('error' in body) {
    problems.push({
      kind: 'mdx-syntax', place: placeAt(body.error.line, body.error.column),
      message: `The text cannot be compiled here: ${firstSentence(body.error.message)}`,
      hint: 'Close every `<Tag>` that is opened, and write a literal `<` or `{` as `\\<` or `\\{`.',
    });
  }
  const silence = (article as { silence?: ArticleFile['silence'] } | undefined)?.silence ?? [];
  return {
    ...base, raw: source.data, silence, placeOf: source.placeOf,
    article: article && ({ ...article, kind, id } as unknown as Article),
    body: 'body' in body ? body.body : undefined,
  };
}

async function readYaml<S extends z.ZodType>(dir: ContentDir, path: string, schema: S, problems: Problem[]): Promise<DataFile<z.output<S>> | undefined> {
  if (!(await exists(path))) return undefined;
  const text = await readText(dir, path, problems);
  if (text === undefined) return undefined;
  const file = fileNameIn(dir, path);
  const source = parseYaml(text, file, text.split('\n'), 1);
  const value = parseFields(source, schema, problems);
  return value === undefined ? undefined : { id: file, file, value, placeOf: source.placeOf };
}

async function readLedger(dir: ContentDir, problems: Problem[]): Promise<LedgerFile | undefined> {
  const path = join(dir.path, 'permalinks.json');
  const text = (await exists(path)) ? await readText(dir, path, problems) : undefined;
  if (text === undefined) return undefined;
  const file = fileNameIn(dir, path);
  const rows = text.split('\n');
  const placeAt = (line: number): Place => ({ file, line, column: 1, text: rows[line - 1]?.trim() });
  const ledger = parseLedger(text);
  for (const { line, message, hint } of ledger.errors) problems.push({ kind: 'bad-ledger', place: placeAt(line), message, hint });
  return { ...ledger, file, placeAt };
}

function parseFields<S extends z.ZodType>(source: YamlSource, schema: S, problems: Problem[]): z.output<S> | undefined {
  if (source.errors.length > 0) {
    for (const { place, message } of source.errors) {
      problems.push({
        kind: 'bad-yaml', place, message: `This is not valid YAML: ${message}`,
        hint: 'Put text that holds `: `, `#` or quotes into double quotes, and indent with spaces.',
      });
    }
    return undefined;
  }
  const parsed = schema.safeParse(source.data ?? undefined);
  if (!parsed.success) problems.push(...problemsOfIssues(parsed.error.issues, source, schema));
  return parsed.success ? parsed.data : undefined;
}

function idOfFile(dir: ContentDir, path: string, endings: readonly string[], problems: Problem[]): string | undefined {
  const file = fileNameIn(dir, path);
  const folder = file.split('/')[1] ?? '';
  const ending = extname(path);
  const inside = file.split('/').slice(2).join('/');
  const id = inside.slice(0, inside.length - ending.length);
  const wrong = (message: string, hint: string): undefined => {
    problems.push({ kind: 'bad-file-name', place: { file, line: 1, column: 1 }, message, hint });
    return undefined;
  };
  if (!endings.includes(ending)) return wrong(`\`${inside}\` does not belong in \`${folder}/\`.`, `Files here end in ${endings.map((end) => `\`${end}\``).join(' or ')}. Move this one elsewhere.`);
  if (!isKebabCase(id)) return wrong(`\`${id}\` cannot be an id, because it becomes the address of a page.`, `Rename the file to \`${kebabCase(id)}${ending}\`.`);
  return id;
}

function kebabCase(name: string): string {
  const id = name.split('/').at(-1)?.replace(/([a-z0-9])([A-Z])/g, '$1-$2').normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return id || 'new-name';
}

async function readText(dir: ContentDir, path: string, problems: Problem[]): Promise<string | undefined> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    const line = linesBeforeBadByte(bytes);
    problems.push({
      kind: 'not-utf8', place: { file: fileNameIn(dir, path), line, column: 1 },
      message: 'The file is not UTF-8 text.', hint: 'Save it again with the encoding UTF-8.',
    });
    return undefined;
  }
}

function linesBeforeBadByte(bytes: Uint8Array): number {
  let start = 0;
  let line = 1;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Files below a folder in a fixed order; hidden files and those starting with `_` are drafts and left out. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/^[._]/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(() => true, () => false);
}

function emptyFile<T>(dir: ContentDir, id: string, value: T): DataFile<T> {
  const file = `${dir.name}/${id}.yaml`;
  return { id, file, value, placeOf: () => ({ file, line: 1, column: 1 }) };
}

function siteMissing(dir: ContentDir): Problem {
  return {
    kind: 'site-missing', place: { file: `${dir.name}/site.yaml`, line: 1, column: 1 },
    message: 'The knowledge base has no `site.yaml`.', hint: `Create \`${dir.name}/site.yaml\` with at least \`title: …\`.`,
  };
}

function contentEmpty(dir: ContentDir): Problem {
  return {
    kind: 'content-empty', place: { file: dir.name, line: 1, column: 1 },
    message: `The content folder \`${dir.name}\` is missing or holds no articles.`,
    hint: 'Put articles into `symptoms/`, `causes/` and `fixes/`, or point KB_CONTENT to the right folder.',
  };
}

function firstSentence(message: string): string {
  const first = message.split(/(?<=[.!?])\s|\n/)[0] ?? message;
  return first.replace(/[.!]?$/, '.');
}
