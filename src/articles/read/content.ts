import { join } from 'node:path';
import type { z } from 'astro/zod';
import { folderOf, kinds, type Question } from '../../domain/knowledge/article.ts';
import { parseLedger } from '../../domain/permalinks/ledger.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import type { Content, DataFile, LedgerFile, Unread } from '../content.ts';
import { fileNameIn, type ContentDir } from '../content-dir.ts';
import { checkTopLevel, filesIn, readOnce, readText, type Intake, type Writer } from './files.ts';
import { idOfFile } from './file-name.ts';
import { emptyFile, readData } from './fields.ts';
import { readArticle, readPage } from './article.ts';
import { readStyle } from '../look/read.ts';
import { readPicture } from './picture.ts';
import { isScreenshot, pairScreenshots } from './screenshot.ts';
import {
  drawingEnding,
  screenshotEndings,
  type Picture,
  type Screenshot,
} from '../../domain/knowledge/picture.ts';
import {
  changesSchema,
  askedSchema,
  glossarySchema,
  questionSchema,
  startSchema,
  tombstonesSchema,
  uiPathsSchema,
} from '../schema/schema.ts';
import { evidenceSchema } from '../evidence/schema.ts';
import { siteOf, siteSchema } from '../schema/site.ts';
import { isLanguageTag } from '../../domain/knowledge/language-tag.ts';
import { wordsOf } from '../../words/words-of.ts';

/**
 * Reads a whole content folder. Never throws for bad content: what is wrong becomes a problem; where bodies are parsed when they are
 * asked for, what is wrong with those is not among them.
 */
export function readContent(dir: ContentDir, options: Pick<Intake, 'bodies' | 'recall'> = {}): Content {
  const intake: Intake = { ...options, dir, problems: [] };
  const unread = nothingUnread();
  const questions = readFolder(intake, 'questions', ['.yaml', '.yml'], unread.question, readQuestion);
  const { pictures, screenshots } = readPictures(intake, unread.picture);
  const siteFile = dataIn(intake, 'site.yaml', siteSchema);
  const site = siteFile.read;
  if (siteFile.there && !site) unread.files.add('site.yaml');
  const words = wordsOf(languageIn(siteFile.raw));
  const texts = readTexts(intake, unread, words.content.headings.steps);
  const beside = readBeside(intake, unread);
  const start = dataIn(intake, 'start.yaml', startSchema);
  if (start.there && !start.read) unread.files.add('start.yaml');
  const ledger = readOnce(intake, join(dir.path, 'permalinks.json'), readLedger);
  checkTopLevel(intake);
  if (texts.articles.length === 0 && isEmpty(unread)) intake.problems.push(contentEmpty(dir));
  else if (!siteFile.there) intake.problems.push(siteMissing(dir));
  const style = readStyle(intake);
  return {
    dir,
    words,
    ...texts,
    questions,
    pictures,
    screenshots,
    unread,
    problems: intake.problems,
    site: site && { ...site, value: siteOf(site.value, words.content) },
    ...beside,
    start: start.read,
    style,
    ledger,
  };
}

/** The lists beside the articles, each of which may be missing. */
function readBeside(
  intake: Intake,
  unread: ReturnType<typeof nothingUnread>,
): Pick<Content, 'uiPaths' | 'glossary' | 'asked' | 'tombstones' | 'changes' | 'evidence'> {
  const data = <S extends z.ZodType>(
    name: string,
    schema: S,
    empty: z.output<S>,
    writer: Writer = 'person',
  ): DataFile<z.output<S>> => {
    const { there, read } = dataIn(intake, `${name}.yaml`, schema, empty, writer);
    if (there && !read) unread.files.add(`${name}.yaml`);
    return read ?? emptyFile(intake.dir, name, empty);
  };
  return {
    uiPaths: data('ui-paths', uiPathsSchema, {}),
    glossary: data('glossary', glossarySchema, []),
    asked: data('asked', askedSchema, []),
    tombstones: data('tombstones', tombstonesSchema, []),
    changes: data('changes', changesSchema, []),
    evidence: data('evidence', evidenceSchema, { reports: {}, seen: '' }, 'program'),
  };
}

/** Articles and the owner's own pages. */
function readTexts(
  intake: Intake,
  unread: ReturnType<typeof nothingUnread>,
  stepsHeading: string,
): Pick<Content, 'articles' | 'pages'> {
  const endings = ['.mdx', '.md'];
  return {
    articles: kinds.flatMap((kind) =>
      readFolder(
        intake,
        folderOf[kind],
        endings,
        unread[kind],
        (own, id, path) => readArticle(own, kind, id, path, stepsHeading),
        stepsHeading,
      ),
    ),
    pages: readFolder(
      intake,
      folderOf.page,
      endings,
      unread.page,
      (own, id, path) => readPage(own, id, path, stepsHeading),
      stepsHeading,
    ),
  };
}

function dataIn<S extends z.ZodType>(
  intake: Intake,
  name: string,
  schema: S,
  empty?: z.output<S>,
  writer?: Writer,
): ReturnType<typeof readData<S>> {
  const path = join(intake.dir.path, name);
  return readOnce(intake, path, (own) => readData(own, path, schema, empty, writer));
}

function isEmpty(unread: Unread): boolean {
  return kinds.every((kind) => unread[kind].size === 0);
}

function nothingUnread() {
  return {
    symptom: new Set<string>(),
    cause: new Set<string>(),
    fix: new Set<string>(),
    page: new Set<string>(),
    question: new Set<string>(),
    picture: new Set<string>(),
    files: new Set<string>(),
  } satisfies Unread;
}

/** Reads the files of one folder; the ids of those that cannot be used go into `unread`. `beside` is what they are made of beside their text. */
function readFolder<T>(
  reading: Intake,
  folder: string,
  endings: readonly string[],
  unread: Set<string>,
  read: (intake: Intake, id: string, path: string) => T | undefined,
  beside = '',
): readonly T[] {
  return filesIn(reading, join(reading.dir.path, folder), endings).flatMap((path) => {
    const { id, fine } = idOfFile(reading, path, endings);
    const file = fine ? readOnce(reading, path, (intake) => read(intake, id, path), beside) : undefined;
    if (file === undefined) unread.add(id);
    return file === undefined ? [] : [file];
  });
}

/** The drawings and the screenshots of `pictures/`. */
function readPictures(
  intake: Intake,
  unread: Set<string>,
): {
  readonly pictures: readonly DataFile<Picture>[];
  readonly screenshots: readonly DataFile<Screenshot>[];
} {
  const endings = [drawingEnding, ...screenshotEndings];
  const files = readFolder(intake, 'pictures', endings, unread, (own, id, path) =>
    path.endsWith(drawingEnding)
      ? readPicture(own, id, path)
      : isScreenshot(own, path)
        ? { id, path }
        : undefined,
  );
  const pictures = files.filter((file) => 'value' in file);
  const drawings = new Set(pictures.map(({ id }) => id));
  return {
    pictures,
    screenshots: pairScreenshots(
      intake,
      files.filter((file) => 'path' in file),
      drawings,
    ),
  };
}

function readQuestion(intake: Intake, id: string, path: string): DataFile<Question> | undefined {
  const { read } = readData(intake, path, questionSchema);
  return read && { ...read, id, value: { id, ...read.value } };
}

/** The language that `site.yaml` names, as it was written; English where it names none that there is. */
function languageIn(site: unknown): string {
  const language =
    typeof site === 'object' && site !== null && 'language' in site ? site.language : undefined;
  return typeof language === 'string' && isLanguageTag(language) ? language : 'en';
}

function readLedger(intake: Intake): LedgerFile | undefined {
  const path = join(intake.dir.path, 'permalinks.json');
  const text = readText(intake, path, 'program');
  if (text === undefined) return undefined;
  const file = fileNameIn(intake.dir, path);
  const rows = text.split('\n');
  const placeAt = (line: number): Place => ({ file, line, column: 1, text: rows[line - 1]?.trim() });
  const ledger = parseLedger(text);
  for (const { line, message, hint } of ledger.errors)
    intake.problems.push({ kind: 'bad-ledger', place: placeAt(line), message, hint });
  return { ...ledger, file, placeAt };
}

function siteMissing(dir: ContentDir): Problem {
  return {
    kind: 'site-missing',
    place: { file: `${dir.name}/site.yaml`, line: 1, column: 1 },
    message: 'The knowledge base has no `site.yaml`, so its site has no title.',
    hint: `Create \`${dir.name}/site.yaml\` with at least \`title: …\`.`,
  };
}

function contentEmpty(dir: ContentDir): Problem {
  return {
    kind: 'content-empty',
    place: { file: dir.name, line: 1, column: 1 },
    message: `The content folder \`${dir.name}\` is missing or holds no articles.`,
    hint: 'Put articles into its `symptoms/`, `causes/` and `fixes/`, or let KB_CONTENT name the right folder.',
  };
}
