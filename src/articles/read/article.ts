import { extname } from 'node:path';
import type { Article, Kind, OwnPage, TextKind } from '../../domain/knowledge/article.ts';
import type { Place } from '../../domain/problems/problem.ts';
import { parseArticleBody } from './body.ts';
import { readText, type Intake } from './files.ts';
import { fileNameIn } from '../content-dir.ts';
import { parseFields } from './fields.ts';
import { closedTooEarly, missingFrontMatter, splitFrontMatter } from './front-matter.ts';
import type { ArticleFile, PageFile, TextFile } from '../content.ts';
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
  return { ...readFile(intake, kind, id, path, stepsHeading, articleOf), kind };
}

/** Reads a page of the owner's own, in the same way. */
export function readPage(intake: Intake, id: string, path: string, stepsHeading: string): PageFile {
  return { ...readFile(intake, 'page', id, path, stepsHeading, pageOf), kind: 'page' };
}

/** What can be read of a file, with what its front matter makes. */
type Read<A> = Omit<TextFile, 'kind' | 'article'> & { readonly article?: A | undefined };

function readFile<K extends TextKind, A>(
  intake: Intake,
  kind: K,
  id: string,
  path: string,
  stepsHeading: string,
  articleOf: (kind: K, id: string, source: YamlSource, intake: Intake) => A | undefined,
): Read<A> {
  const text = readText(intake, path);
  const unread = unreadFile(id, path, fileNameIn(intake.dir, path), text ?? '');
  if (text === undefined) return unread;
  const { file, format, lines, placeAt } = unread;
  const parts = splitFrontMatter(text);
  if (!parts) {
    intake.problems.push(missingFrontMatter(lines, placeAt));
    return unread;
  }
  const early = closedTooEarly(parts.yaml, lines, placeAt);
  if (early) {
    intake.problems.push(early);
    return unread;
  }
  const source = parseYaml(parts.yaml, file, lines, 2);
  const article = articleOf(kind, id, source, intake);
  const body = parseArticleBody(parts.body, format, stepsHeading, kind === 'fix' && format === 'md');
  if ('error' in body) {
    const { line, column, message, hint } = body.error;
    intake.problems.push({ kind: 'mdx-syntax', place: placeAt(line, column), message, hint });
  }
  return {
    ...unread,
    raw: source.data,
    placeOf: source.placeOf,
    article,
    body: 'body' in body ? body.body : undefined,
  };
}

/** A file of which nothing is known but where it lies and its lines. */
function unreadFile(
  id: string,
  path: string,
  file: string,
  text: string,
): Omit<TextFile, 'kind' | 'article'> {
  const lines = text.split('\n');
  const placeAt = (line: number, column: number): Place => ({
    file,
    line,
    column,
    text: lines[line - 1]?.trim(),
  });
  const format = extname(path) === '.mdx' ? 'mdx' : 'md';
  return { id, file, path, format, lines, placeAt, raw: undefined, placeOf: () => placeAt(1, 1) };
}

function articleOf(kind: Kind, id: string, source: YamlSource, intake: Intake): Article | undefined {
  switch (kind) {
    case 'symptom': {
      const fields = parseFields(source, textSchemas.symptom, intake);
      return fields && { ...fields, kind, id };
    }
    case 'cause': {
      const fields = parseFields(source, textSchemas.cause, intake);
      return fields && { ...fields, kind, id };
    }
    case 'fix': {
      const fields = parseFields(source, textSchemas.fix, intake);
      return fields && { ...fields, kind, id };
    }
  }
}

function pageOf(kind: 'page', id: string, source: YamlSource, intake: Intake): OwnPage | undefined {
  const fields = parseFields(source, textSchemas.page, intake);
  return fields && { ...fields, kind, id };
}
