import { extname } from 'node:path';
import type { Article, Kind, OwnPage, TextKind } from '../../domain/knowledge/article.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { once } from '../../domain/values/on-demand.ts';
import {
  partsOfTree,
  rememberedArticle,
  withoutTree,
  type ReadArticle,
} from '../remembered/article-memory.ts';
import { parseArticleBody, type BodyResult } from './body.ts';
import { readText, type Intake } from './files.ts';
import { fileNameIn } from '../content-dir.ts';
import { parseFields } from './fields.ts';
import { closedTooEarly, missingFrontMatter, splitFrontMatter } from './front-matter.ts';
import type { ArticleFile, Body, PageFile, TextFile } from '../content.ts';
import { textSchemas } from '../schema/schema.ts';
import { parseYaml, type YamlSource } from '../faults/yaml-source.ts';

/** Reads one article: as much of it as can be understood; what is wrong becomes a problem. `stepsHeading` is that of its language. */
export function readArticle(
  intake: Intake,
  kind: Kind,
  id: string,
  path: string,
  stepsHeading: string,
): ArticleFile {
  return readFile(intake, kind, id, path, stepsHeading, articleOf);
}

/** Reads a page of the owner's own, in the same way. */
export function readPage(intake: Intake, id: string, path: string, stepsHeading: string): PageFile {
  return readFile(intake, 'page', id, path, stepsHeading, pageOf);
}

/** What can be read of a file, with what its front matter makes. */
type Read<K, A> = Omit<TextFile, 'kind' | 'article'> & {
  readonly kind: K;
  readonly article?: A | undefined;
};

/** Makes what a file is about of its front matter. */
type Make<K, A> = (kind: K, id: string, source: YamlSource, problems: Problem[]) => A | undefined;

function readFile<K extends TextKind, A extends Article | OwnPage>(
  intake: Intake,
  kind: K,
  id: string,
  path: string,
  stepsHeading: string,
  make: Make<K, A>,
): Read<K, A> {
  const text = readText(intake, path);
  const bare = unreadFile(kind, id, path, fileNameIn(intake.dir, path), text ?? '');
  if (text === undefined) return bare;
  const parse = (body: string): BodyResult =>
    parseArticleBody(body, bare.format, stepsHeading, kind === 'fix' && bare.format === 'md');
  if (intake.bodies === 'asked') return laterFile(intake, bare, text, parse, make);
  return rememberedArticle<A, Read<K, A>>(
    [bare.file, kind, stepsHeading, text],
    () => parseFile(bare, text, parse, (source, problems) => make(kind, id, source, problems)),
    ({ fields, raw, article, body, problems }) => {
      intake.problems.push(...problems);
      const source = once(() => parseYaml(splitFrontMatter(text)?.yaml ?? '', bare.file, bare.lines, 2));
      return {
        ...bare,
        raw,
        article,
        ...(fields ? { placeOf: (field) => placeLater(bare.file, () => source().placeOf(field)) } : {}),
        body: body && wholeBody(body, () => parse(splitFrontMatter(text)?.body ?? '')),
      };
    },
  );
}

/** A file whose body is parsed when somebody asks for it; until then nobody knows what is wrong with that. */
function laterFile<K extends TextKind, A>(
  { problems }: Intake,
  bare: Omit<TextFile, 'kind' | 'article'> & { readonly kind: K },
  text: string,
  parse: (body: string) => BodyResult,
  make: Make<K, A>,
): Read<K, A> {
  const nothing: BodyResult = { error: { line: 1, column: 1, message: '', hint: '' } };
  const parts = parseFile(
    bare,
    text,
    () => nothing,
    (source, found) => make(bare.kind, bare.id, source, found),
  );
  const body = once(() => {
    const parsed = parts.fields ? parse(splitFrontMatter(text)?.body ?? '') : nothing;
    return 'body' in parsed ? parsed.body : undefined;
  });
  problems.push(...parts.problems.filter(({ kind }) => kind !== 'mdx-syntax'));
  const source = once(() => parseYaml(splitFrontMatter(text)?.yaml ?? '', bare.file, bare.lines, 2));
  return {
    ...bare,
    raw: parts.raw,
    article: parts.article,
    ...(parts.fields ? { placeOf: (field) => source().placeOf(field) } : {}),
    get body() {
      return body();
    },
  };
}

/** What stands in a file. */
function parseFile<A>(
  { file, lines, placeAt }: Pick<TextFile, 'file' | 'lines' | 'placeAt'>,
  text: string,
  parse: (body: string) => BodyResult,
  make: (source: YamlSource, problems: Problem[]) => A | undefined,
): ReadArticle<A> {
  const parts = splitFrontMatter(text);
  const early = parts && closedTooEarly(parts.yaml, lines, placeAt);
  if (!parts || early)
    return {
      fields: false,
      raw: undefined,
      article: undefined,
      body: undefined,
      problems: [early ?? missingFrontMatter(lines, placeAt)],
    };
  const problems: Problem[] = [];
  const source = parseYaml(parts.yaml, file, lines, 2);
  const article = make(source, problems);
  const body = parse(parts.body);
  if ('error' in body) {
    const { line, column, message, hint } = body.error;
    problems.push({ kind: 'mdx-syntax', place: placeAt(line, column), message, hint });
  }
  return {
    fields: true,
    raw: source.data,
    article,
    body: 'body' in body ? body.body : undefined,
    problems,
  };
}

const trees = new WeakMap<Body, () => void>();

/** A body with its tree, which is parsed again where it is asked for and only the rest is there. */
function wholeBody(body: NonNullable<ReadArticle['body']>, parse: () => BodyResult): Body {
  let whole = 'tree' in body ? (body as Body) : undefined;
  const parsed = (): Body => {
    if (whole) return whole;
    const again = parse();
    if ('error' in again) throw new Error(again.error.message);
    return (whole = again.body);
  };
  const parts = Object.fromEntries(
    partsOfTree.map((name) => [name, { get: () => parsed()[name], enumerable: true, configurable: true }]),
  );
  const lazy = Object.defineProperties({ ...withoutTree(body) }, parts) as Body;
  trees.set(lazy, () => (whole = undefined));
  return lazy;
}

/** Lets go of the tree of a body: it takes most of the room, and is parsed again should somebody ask for it. */
export function forgetTree(body: Body): void {
  trees.get(body)?.();
}

/** A place that is looked up when somebody looks at it: most are asked for, and few are told. */
function placeLater(file: string, find: () => Place): Place {
  const found = once(find);
  return {
    file,
    get line() {
      return found().line;
    },
    get column() {
      return found().column;
    },
    get text() {
      return found().text;
    },
  };
}

/** A file of which nothing is known but where it lies and its lines. */
function unreadFile<K>(
  kind: K,
  id: string,
  path: string,
  file: string,
  text: string,
): Omit<TextFile, 'kind' | 'article'> & { readonly kind: K } {
  const lines = text.split('\n');
  const placeAt = (line: number, column: number): Place => ({
    file,
    line,
    column,
    text: lines[line - 1]?.trim(),
  });
  const format = extname(path) === '.mdx' ? 'mdx' : 'md';
  return { kind, id, file, path, format, lines, placeAt, raw: undefined, placeOf: () => placeAt(1, 1) };
}

function articleOf(kind: Kind, id: string, source: YamlSource, problems: Problem[]): Article | undefined {
  switch (kind) {
    case 'symptom': {
      const fields = parseFields(source, textSchemas.symptom, { problems });
      return fields && { ...fields, kind, id };
    }
    case 'cause': {
      const fields = parseFields(source, textSchemas.cause, { problems });
      return fields && { ...fields, kind, id };
    }
    case 'fix': {
      const fields = parseFields(source, textSchemas.fix, { problems });
      return fields && { ...fields, kind, id };
    }
  }
}

function pageOf(kind: 'page', id: string, source: YamlSource, problems: Problem[]): OwnPage | undefined {
  const fields = parseFields(source, textSchemas.page, { problems });
  return fields && { ...fields, kind, id };
}
