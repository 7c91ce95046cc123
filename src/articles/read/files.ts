import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { folderOf } from '../../domain/knowledge/article.ts';
import { closest } from '../../domain/problems/closest.ts';
import type { ProblemKind } from '../../domain/problems/catalogue.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { fileNameIn, type ContentDir } from '../content-dir.ts';
import { didYouMean } from '../../domain/problems/say.ts';
import { isDeadLink, isLeftover, statOf } from './files-below.ts';

/** When the text of an article is parsed: with its front matter, so that everything wrong with it is known, or when somebody asks for it. */
export type Bodies = 'now' | 'asked';

/** A content folder that is being read, and the problems found so far. */
export interface Intake {
  readonly dir: ContentDir;
  readonly problems: Problem[];
  /** With the front matter, if nothing is said. */
  readonly bodies?: Bodies;
  readonly recall?: Recall;
}

/** What a file gave when it was read. */
export interface ReadFile {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** What the file at `path` gave when it was read before, else what `read` finds; `beside` is what it is made of beside its text. */
export type Recall = (path: string, beside: string, read: () => ReadFile) => ReadFile;

/** Reads a file, unless it is known what it gave before; `read` must depend on the text of the file and on `beside` alone. */
export function readOnce<T>(intake: Intake, path: string, read: (intake: Intake) => T, beside = ''): T {
  if (!intake.recall) return read(intake);
  const found = intake.recall(path, beside, () => {
    // Without the memory: what is read may live longer than this reading.
    const { dir, bodies = 'now' } = intake;
    const own: Intake = { dir, bodies, problems: [] };
    return { value: read(own), problems: own.problems };
  });
  intake.problems.push(...found.problems);
  // The same function has read it, so it is of the same type.
  return found.value as T;
}

/** Who writes a file: a program writes as much as there is to say. */
export type Writer = 'person' | 'program';

/** No text that a person wrote is as long as this, in bytes. */
const longest = 1_000_000;

/** What no text holds: control characters other than tab and line ends, of which text in UTF-16 is full, and what Unicode keeps for the inside of programs. */
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufdd0-\ufdef\ufffe\uffff]/;

/** Files below a folder in a fixed order. Drafts (`_name`, and all in a folder `drafts`), notes (`README.md`) and what nobody wrote are left out. */
export function filesIn(intake: Intake, folder: string, endings: readonly string[]): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(path)) {
      const below = join(path, name);
      if (isLeftover(name) || isNote(name)) continue;
      const stats = attempt(intake, below, () => statOf(below) ?? reportDeadLink(intake, below));
      if (!stats) continue;
      if (stats.isDirectory() && endings.includes(extname(name)))
        report(
          intake,
          'bad-file-name',
          below,
          `\`${name}\` is a folder with the name of a file.`,
          `Put the text into a file \`${name}\`, or delete the folder.`,
        );
      else if (stats.isDirectory() && !isForDrafts(name)) attempt(intake, below, () => visit(below));
      else if (stats.isFile() && !name.startsWith('_')) found.push(below);
    }
  };
  if (isDeadLink(folder)) reportDeadLink(intake, folder);
  if (statOf(folder)?.isDirectory()) attempt(intake, folder, () => visit(folder));
  return found.sort();
}

/** A text for those who work on a folder, not for its readers. In small letters it may be an article. */
function isNote(name: string): boolean {
  return (
    /^[A-Z]/.test(name) &&
    /^(?:readme|changelog|contributing|licen[cs]e|copying|notice|authors|security|code_of_conduct|todo)\.(?:mdx?|txt)$/i.test(
      name,
    )
  );
}

/** At the top, where no articles lie, any Markdown with a name in capitals is such a text. */
function isNoteAtTop(name: string): boolean {
  return isNote(name) || /^(?:readme|[A-Z][A-Z_-]+)\.mdx?$/.test(name);
}

/** A folder of what is not to be shown yet, or only copied from. */
function isForDrafts(name: string): boolean {
  return /^(?:_.*|drafts|templates)$/.test(name);
}

function reportDeadLink(intake: Intake, path: string): undefined {
  return report(
    intake,
    'unreadable-file',
    path,
    'This link leads to a file that does not exist.',
    'Delete the link, or put the file itself here.',
  );
}

/** The text of a file with Unix line ends, or undefined where it does not exist or cannot be read, which is then reported. */
export function readText(intake: Intake, path: string, writer: Writer = 'person'): string | undefined {
  const stats = statOf(path);
  if (!stats) return isDeadLink(path) ? reportDeadLink(intake, path) : undefined;
  if (stats.isDirectory())
    return report(
      intake,
      'bad-file-name',
      path,
      `\`${basename(path)}\` is a folder with the name of a file.`,
      `Put the text into a file \`${basename(path)}\`, or delete the folder.`,
    );
  if (writer === 'person' && stats.size > longest)
    return report(
      intake,
      'unreadable-file',
      path,
      `The file has ${(stats.size / 1e6).toFixed(1)} million bytes, and no article is that long.`,
      'Split it, or keep it outside of the content folder.',
    );
  return attempt(intake, path, () => {
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) return reportEncoding(intake, path, bytes);
    const text = bytes
      .toString('utf8')
      .replace(/^\uFEFF+/, '')
      .replace(/\r\n?/g, '\n');
    const control = controlCharacter.exec(text);
    return control ? reportControl(intake, path, text, control.index) : text;
  });
}

/** What lies in the content folder itself and was probably meant to be something else. */
export function checkTopLevel(intake: Intake): void {
  const folders = [...Object.values(folderOf), 'questions', 'pictures'];
  const data = 'site start ui-paths glossary queries asked tombstones changes evidence'.split(' ');
  const files = [...data.map((name) => `${name}.yaml`), 'permalinks.json', 'style.css'];
  const { path } = intake.dir;
  if (!statOf(path)?.isDirectory()) return;
  for (const name of attempt(intake, path, () => readdirSync(path).sort()) ?? []) {
    if (isLeftover(name) || isNoteAtTop(name) || isForDrafts(name) || [...folders, ...files].includes(name))
      continue;
    const below = join(path, name);
    const isFolder = statOf(below)?.isDirectory() === true;
    const meant = closest(isFolder ? name : name.replace(/\.yml$/, '.yaml'), isFolder ? folders : files);
    if (meant)
      report(
        intake,
        'bad-file-name',
        below,
        `\`${name}\` is no ${isFolder ? 'folder' : 'file'} of a knowledge base, so nothing in it would be shown.`,
        didYouMean(meant),
      );
    else if (isFolder ? holdsArticles(below) : /\.mdx?$/.test(name))
      report(
        intake,
        'bad-file-name',
        below,
        `\`${name}\` lies outside of the folders for articles, so it would not be shown.`,
        `Move ${isFolder ? 'its articles' : 'it'} to \`symptoms/\`, \`causes/\` or \`fixes/\`.`,
      );
  }
}

function holdsArticles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /^[^._].*\.mdx?$/.test(name) && !isNote(name));
  } catch {
    return false;
  }
}

function reportEncoding(intake: Intake, path: string, bytes: Uint8Array): undefined {
  const before = new TextDecoder().decode(bytes).split('\uFFFD')[0]?.split(/\r?\n/) ?? [''];
  const text = before.at(-1) ?? '';
  intake.problems.push({
    kind: 'not-utf8',
    place: {
      file: fileNameIn(intake.dir, path),
      line: before.length,
      column: text.length + 1,
      text: `${text.trimStart()}�`,
    },
    message: 'From here on the file is not UTF-8 text, so its letters cannot be told.',
    hint: 'Open it in an editor and save it with the encoding UTF-8.',
  });
  return undefined;
}

function reportControl(intake: Intake, path: string, text: string, at: number): undefined {
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  intake.problems.push({
    kind: 'not-utf8',
    place: {
      file: fileNameIn(intake.dir, path),
      line: before.length,
      column,
      text: `${before.at(-1)?.trimStart()}�`,
    },
    message: `The control character U+${code} stands here, which no text holds.`,
    hint: 'Remove it, or save the file with the encoding UTF-8.',
  });
  return undefined;
}

/** What `read` gives; a problem and undefined where the system refuses. */
export function attempt<T>(intake: Intake, path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return report(
      intake,
      'unreadable-file',
      path,
      `The system does not let this be read (${String(error.code)}).`,
      'Allow everyone to read it, then check again.',
    );
  }
}

/** Notes a problem of a whole file. */
export function report(
  { dir, problems }: Intake,
  kind: ProblemKind,
  path: string,
  message: string,
  hint: string,
): undefined {
  problems.push({ kind, place: { file: fileNameIn(dir, path), line: 1, column: 1 }, message, hint });
  return undefined;
}
