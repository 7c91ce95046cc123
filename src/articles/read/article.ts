import { extname } from 'node:path';
import type { Article, Kind } from '../../domain/knowledge/article.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { partsOfTree, rememberedArticle, withoutTree, type ReadArticle } from './article-memory.ts';
import { parseArticleBody, type BodyResult } from './body.ts';
import { readText, type Intake } from './files.ts';
import { fileNameIn } from '../content-dir.ts';
import { parseFields } from './fields.ts';
import { closedTooEarly, missingFrontMatter, splitFrontMatter } from './front-matter.ts';
import type { ArticleFile, Body } from '../content.ts';
import { articleSchemas } from '../schema/schema.ts';
import { parseYaml, type YamlSource } from '../faults/yaml-source.ts';

/** Reads one article: as much of it as can be understood; what is wrong becomes a problem. `stepsHeading` is that of its language. */
export function readArticle(
  intake: Intake,
  kind: Kind,
  id: string,
  path: string,
  stepsHeading: string,
): ArticleFile {
  const text = readText(intake, path);
  const bare = unreadArticle(kind, id, path, fileNameIn(intake.dir, path), text ?? '');
  if (text === undefined) return bare;
  const parse = (body: string): BodyResult =>
    parseArticleBody(body, bare.format, stepsHeading, kind === 'fix' && bare.format === 'md');
  return rememberedArticle(
    [bare.file, kind, stepsHeading, text],
    () => parseArticle(bare, text, parse),
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

/** What stands in an article. */
function parseArticle(
  { kind, id, file, lines, placeAt }: ArticleFile,
  text: string,
  parse: (body: string) => BodyResult,
): ReadArticle {
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
  const article = articleOf(kind, id, source, problems);
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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** An article of which nothing is known but where it lies and its lines. */
function unreadArticle(kind: Kind, id: string, path: string, file: string, text: string): ArticleFile {
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
      const fields = parseFields(source, articleSchemas.symptom, { problems });
      return fields && { ...fields, kind, id };
    }
    case 'cause': {
      const fields = parseFields(source, articleSchemas.cause, { problems });
      return fields && { ...fields, kind, id };
    }
    case 'fix': {
      const fields = parseFields(source, articleSchemas.fix, { problems });
      return fields && { ...fields, kind, id };
    }
  }
}
