import { rewrite, type Span } from '../../html/elements.ts';
import { filledIn, type PagePart, type Piece } from '../../domain/page-part.ts';
import { tagsIn, valueOf, type Tag } from '../../html/tags.ts';
import type { LiveSheet, Names } from './style/live-rules.ts';
import type { Inline } from './policy.ts';
import { factsOf } from './style/tag-facts.ts';

/** What a page is made smaller with. */
export interface Tightening {
  /** The policy of a page with these inline parts. */
  readonly policy: (inline: Inline) => string;
  /** A style sheet without what is scoped to other components than these, with short names of scopes. */
  readonly sheetOf: (css: string, scopes: ReadonlySet<string>) => LiveSheet;
  /** The short name of a scope, the same on every page. */
  readonly shortOf: (scope: string) => string;
}

/**
 * Makes a built page smaller without changing what it shows: no style of components and elements that it does not have, and
 * short names for the scopes of those that it has, where a rule asks for them. Then adds a policy that allows exactly its own inline scripts and styles, right after
 * `<meta charset>`; a page without one is no page of ours and stays as it is. What pages have in common is read once.
 */
export function tightenPage(page: readonly PagePart[], tightening: Tightening): readonly PagePart[] {
  const parts = page.map(readPart);
  const charset = parts.find((part) => part.charset !== undefined);
  if (!charset) return page;
  const here = new Set<string>();
  for (const { scopes } of parts) for (const scope of scopes) here.add(scope);
  const sheets = parts.flatMap(({ html, styles }) =>
    styles.map((span) => tightening.sheetOf(textOf(html, span), here)),
  );
  const names = parts.map((part) => part.names);
  const rules = sheets.map((sheet) => sheet.rulesFor(names));
  const allowed = tightening.policy({
    scripts: parts.flatMap(({ scripts }) => scripts).filter(Boolean),
    styles: rules.filter(Boolean),
  });
  const shorten = shortener(sheets, tightening.shortOf);
  let sheet = 0;
  return parts.map((part, at): PagePart => {
    if (part.shortened) return { piece: shorten.often(part), fill: fillOf(page[at]!) };
    const styles = part.styles.map((span) => ({ ...span, by: rules[sheet++]! }));
    const tag = part === charset ? [{ from: part.charset!, to: part.charset!, by: policyTag(allowed) }] : [];
    return shorten.once(part, [...styles, ...tag]);
  });
}

function fillOf(part: PagePart): string {
  return typeof part === 'string' ? '' : part.fill;
}

/** What is read of a part of a page; places are those in its HTML. */
interface Read {
  readonly html: string;
  /** Those of a piece that others stand in, which has nothing of its own. */
  readonly parts?: readonly { readonly part: PagePart; readonly read: Read }[];
  /** What style sheets may call its elements, each name once. */
  readonly names: Names;
  /** The scopes of its elements, each wherever it stands. */
  readonly marks: readonly (Span & { readonly name: string; readonly on: Names })[];
  /** Each scope once. */
  readonly scopes: readonly string[];
  readonly styles: readonly Span[];
  /** The texts of inline scripts. */
  readonly scripts: readonly string[];
  /** Where `<meta charset>` ends. */
  readonly charset: number | undefined;
  /** What it becomes with some sheets, for what many pages have with the same ones. */
  readonly shortened: Map<string, Piece> | undefined;
}

const readPieces = new WeakMap<Piece, Read>();
const readJoints = new Map<string, Read>();
/** Letters up to which what stands between two pieces is likely to stand there in other pages too, such as the head of those of one symptom, and how much of it is remembered. */
const joints = { letters: 3_000, most: 1_000 };

function readPart(part: PagePart): Read {
  if (typeof part !== 'string') return remembered(readPieces, part.piece, () => readPiece(part.piece));
  if (part.length > joints.letters) return readHtml(part);
  const before = readJoints.get(part);
  if (before) return before;
  if (readJoints.size > joints.most) readJoints.clear();
  // A text of its own: a part of the page itself would hold all of it.
  const own = ` ${part}`.slice(1);
  return remembered(readJoints, own, () => readHtml(own));
}

function remembered<K>(
  known: { readonly get: (key: K) => Read | undefined; readonly set: (key: K, read: Read) => unknown },
  key: K,
  make: () => Read,
): Read {
  const before = known.get(key);
  if (before) return before;
  const read = make();
  // What a page changes in it has to be read each time.
  const isSame = read.styles.length === 0 && read.charset === undefined;
  const made = isSame ? { ...read, shortened: new Map<string, Piece>() } : read;
  known.set(key, made);
  return made;
}

/** A piece that others stand in is what they are, one after the other. */
function readPiece({ html, parts }: Piece): Read {
  if (!parts) return readHtml(html);
  const reads = parts.map((part) => ({ part, read: readPart(part) }));
  const all = <T>(of: (read: Read) => readonly T[]): readonly T[] => [
    ...new Set(reads.flatMap(({ read }) => of(read))),
  ];
  return {
    ...{ html, parts: reads, marks: [], styles: [], scripts: [], charset: undefined, shortened: undefined },
    names: all(({ names }) => names),
    scopes: all(({ scopes }) => scopes),
  };
}

function readHtml(html: string): Read {
  const tags = tagsIn(html);
  const charset = tags.find((tag) => tag.name === 'meta' && valueOf(tag, 'charset') !== undefined);
  const known = tags.map(factsOf);
  const marks = known.flatMap(({ on, marks }, index) =>
    marks.map(({ name, from, to }) => ({
      ...{ name, on },
      from: tags[index]!.at + from,
      to: tags[index]!.at + to,
    })),
  );
  return {
    html,
    names: [...new Set(known.flatMap(({ on }) => on))],
    marks,
    scopes: [...new Set(marks.map(({ name }) => name))],
    styles: tags.filter(({ name }) => name === 'style').map(({ inside }) => inside!),
    scripts: tags.filter(isInlineScript).map(({ inside }) => textOf(html, inside!)),
    charset: charset?.to,
    shortened: undefined,
  };
}

const sheetNumbers = new WeakMap<LiveSheet, number>();
let sheetCount = 0;

function numberOf(sheet: LiveSheet): number {
  const number = sheetNumbers.get(sheet) ?? sheetCount++;
  sheetNumbers.set(sheet, number);
  return number;
}

/** Gives parts of a page that has these sheets short names for the scopes that they ask for, and takes away all others. */
interface Shortener {
  /** A part that many pages have. */
  readonly often: (part: Read) => Piece;
  /** One that no other page has, with other changes. */
  readonly once: (part: Read, changes: readonly (Span & { readonly by: string })[]) => string;
}

function shortener(sheets: readonly LiveSheet[], shortOf: Tightening['shortOf']): Shortener {
  const key = sheets.map(numberOf).join();
  const once: Shortener['once'] = ({ html, marks }, changes) => {
    const names = marks.map(({ name, on, from, to }) => {
      const short = shortOf(name);
      const isAsked = sheets.some((sheet) => sheet.reaches(short, on));
      return isAsked ? { from, to, by: short } : { from: from - 1, to, by: '' };
    });
    return rewrite(html, [...changes, ...names]);
  };
  const textOf = ({ part, read }: { readonly part: PagePart; readonly read: Read }): string =>
    filledIn(read.shortened ? often(read).html : once(read, []), part);
  const often: Shortener['often'] = (part) => {
    const before = part.shortened?.get(key);
    if (before) return before;
    const made = { html: part.parts ? part.parts.map(textOf).join('') : once(part, []) };
    part.shortened?.set(key, made);
    return made;
  };
  return { often, once };
}

/** Data blocks, such as JSON, run nothing and need no leave. */
function isInlineScript(tag: Tag): boolean {
  return (
    tag.name === 'script' &&
    valueOf(tag, 'src') === undefined &&
    /^(?:|module|.*javascript)$/.test(valueOf(tag, 'type') ?? '')
  );
}

function policyTag(policy: string): string {
  return `<meta http-equiv="content-security-policy" content="${policy}">`;
}

function textOf(html: string, { from, to }: Span): string {
  return html.slice(from, to);
}
