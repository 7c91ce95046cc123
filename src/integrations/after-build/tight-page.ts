import { rewrite, type Span } from '../../html/elements.ts';
import { filledIn, wholeOf, type PagePart, type Piece } from '../../domain/page-part.ts';
import { tagsIn, valueOf, type Tag } from '../../html/tags.ts';
import type { LiveSheet, Names } from './style/live-rules.ts';
import type { Inline } from './policy.ts';
import { factsOf } from './style/tag-facts.ts';
import { scopesNamed } from './style/tight-style.ts';

/** What a page is made smaller with. */
export interface Tightening {
  /** The policy of a page with these inline parts. */
  readonly policy: (inline: Inline) => string;
  /** A style sheet without what is scoped to other components than these. */
  readonly sheetOf: (css: string, scopes: ReadonlySet<string>) => LiveSheet;
}

/**
 * Makes a built page smaller without changing what it shows: no style of components and elements that it does not have, and
 * short names for the scopes of those that it has, where a rule asks for them. Then adds a policy that allows exactly its own inline scripts and styles, right after
 * `<meta charset>`; a page without one is no page of ours and stays as it is. What pages have in common is read once.
 */
export function tightenPage(page: readonly PagePart[], { policy, sheetOf }: Tightening): string {
  const parts = page.map(readPart);
  const charset = parts.find((part) => part.charset !== undefined);
  if (!charset) return wholeOf(page);
  const here = new Set(parts.flatMap(({ scopes }) => scopes));
  const sheets = parts.flatMap(({ html, styles }) => styles.map((span) => sheetOf(textOf(html, span), here)));
  const key = sheets.map(numberOf).join();
  const asked = parts.map((part) => askedIn(part, sheets, key));
  const scopes = new Map<string, string>();
  for (const { scopes: own } of asked)
    for (const name of own) if (!scopes.has(name)) scopes.set(name, `data-${scopes.size}`);
  const short = (scope: string): string => scopes.get(scope) ?? scope;
  const names = parts.map((part) => part.names);
  const rules = sheets.map((sheet) => shortenIn(sheet.rulesFor(names), scopes));
  const allowed = policy({
    scripts: parts.flatMap(({ scripts }) => scripts).filter(Boolean),
    styles: rules.filter(Boolean),
  });
  let sheet = 0;
  return parts
    .map((part, at) => {
      const styles = part.styles.map((span) => ({ ...span, by: rules[sheet++]! }));
      const tag =
        part === charset ? [{ from: part.charset!, to: part.charset!, by: policyTag(allowed) }] : [];
      return filledIn(asked[at]!.shortened(short, [...styles, ...tag]), page[at]!);
    })
    .join('');
}

/** What is read of a part of a page; places are those in its HTML. */
interface Read {
  readonly html: string;
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
  /** What sheets ask of it, for what many pages have with the same sheets. */
  readonly asked: Map<string, Asked> | undefined;
}

const readPieces = new WeakMap<Piece, Read>();
const readJoints = new Map<string, Read>();
/** Letters up to which what stands between two pieces is likely to stand there in other pages too, such as the head of those of one symptom, and how much of it is remembered. */
const joints = { letters: 3_000, most: 1_000 };

function readPart(part: PagePart): Read {
  if (typeof part !== 'string') return remembered(readPieces, part.piece, part.piece.html);
  if (part.length > joints.letters) return readHtml(part);
  const before = readJoints.get(part);
  if (before) return before;
  if (readJoints.size > joints.most) readJoints.clear();
  // A text of its own: a part of the page itself would hold all of it.
  const own = ` ${part}`.slice(1);
  return remembered(readJoints, own, own);
}

function remembered<K>(
  known: { readonly get: (key: K) => Read | undefined; readonly set: (key: K, read: Read) => unknown },
  key: K,
  html: string,
): Read {
  const before = known.get(key);
  if (before) return before;
  const read = readHtml(html);
  // What a page changes in it has to be read each time.
  const isSame = read.styles.length === 0 && read.charset === undefined;
  const made = isSame ? { ...read, asked: new Map<string, Asked>() } : read;
  known.set(key, made);
  return made;
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
    asked: undefined,
  };
}

/** What style sheets ask for in a part. */
interface Asked {
  /** The scopes that they ask for, in the order in which they come. */
  readonly scopes: readonly string[];
  /** The HTML with short names for these and without all others, and with other changes. */
  readonly shortened: (
    short: (scope: string) => string,
    changes: readonly (Span & { readonly by: string })[],
  ) => string;
}

const sheetNumbers = new WeakMap<LiveSheet, number>();
let sheetCount = 0;

function numberOf(sheet: LiveSheet): number {
  const number = sheetNumbers.get(sheet) ?? sheetCount++;
  sheetNumbers.set(sheet, number);
  return number;
}

/** `key` stands for the sheets. */
function askedIn(part: Read, sheets: readonly LiveSheet[], key: string): Asked {
  const before = part.asked?.get(key);
  if (before) return before;
  if (!part.asked) return askFor(part, sheets);
  const made = rememberedBy(askFor(part, sheets));
  part.asked.set(key, made);
  return made;
}

function askFor({ html, marks }: Read, sheets: readonly LiveSheet[]): Asked {
  const needed = marks.map(({ name, on }) => sheets.some((sheet) => sheet.reaches(name, on)));
  return {
    scopes: [...new Set(marks.filter((_, at) => needed[at]).map(({ name }) => name))],
    shortened: (short, changes) => {
      const names = marks.map(({ name, from, to }, at) =>
        needed[at] ? { from, to, by: short(name) } : { from: from - 1, to, by: '' },
      );
      return rewrite(html, [...changes, ...names]);
    },
  };
}

/** The same for a piece, whose scopes have the same short names in most pages. */
function rememberedBy({ scopes, shortened }: Asked): Asked {
  const known = new Map<string, string>();
  return {
    scopes,
    shortened: (short) => {
      const key = scopes.map(short).join();
      const before = known.get(key);
      if (before !== undefined) return before;
      const html = shortened(short, []);
      known.set(key, html);
      return html;
    },
  };
}

const shortRules = new Map<string, Map<string, string>>();
/** Styles that are remembered at most: those of most pages are alike. */
const mostRules = 500;

/** A style with short names of scopes. */
function shortenIn(css: string, scopes: ReadonlyMap<string, string>): string {
  const known = shortRules.get(css) ?? new Map<string, string>();
  const key = [...scopes.keys()].join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = css.replace(scopesNamed, (scope) => scopes.get(scope) ?? scope);
  known.set(key, made);
  if (shortRules.size < mostRules) shortRules.set(css, known);
  return made;
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
