import { compareText } from '../../domain/values/compare.ts';
import { walk } from '../walk.ts';
import type { Import } from '../import-folder.ts';
import { count, type Draft, type Fate, type ImportedDocument, type LeftOut } from '../model.ts';

/** Blocks of one or all sources by their fate; `in` is the sum of the others. */
export interface BlockCounts {
  readonly in: number;
  readonly kept: number;
  readonly moved: number;
  readonly changed: number;
  readonly dropped: number;
}

/** What one source has become. */
export interface FileReport {
  readonly path: string;
  readonly family: string;
  readonly why: string;
  readonly blocks: BlockCounts;
  /** Blocks that were left out or put elsewhere, each with its line and why. */
  readonly notes: readonly {
    readonly line: number;
    readonly fate: Fate;
    readonly kind: string;
    readonly why: string;
    readonly words: string;
  }[];
  readonly articles: readonly string[];
  readonly symptoms: number;
  readonly causes: number;
  readonly fixes: number;
  /** Decisions by their kind. */
  readonly decisions: Readonly<Record<string, number>>;
}

/** Everything that is told of an import. Counts are sorted: most first. */
export interface ImportReport {
  readonly sources: number;
  readonly drafts: { readonly symptoms: number; readonly causes: number; readonly fixes: number };
  readonly blocks: BlockCounts;
  readonly families: Readonly<Record<string, number>>;
  readonly decisions: Readonly<Record<string, number>>;
  readonly constructs: Readonly<Record<string, number>>;
  readonly dropped: Readonly<Record<string, number>>;
  readonly unknownHeadings: Readonly<Record<string, number>>;
  readonly deadLinks: readonly {
    readonly target: string;
    readonly why: string;
    readonly from: readonly string[];
  }[];
  readonly files: readonly FileReport[];
  readonly leftOut: readonly LeftOut[];
  readonly leftOutReasons: Readonly<Record<string, number>>;
}

/** The report of an import: of each source and of all together. */
export function reportOf(made: Import): ImportReport {
  const files = made.documents.map(fileReport);
  const sum = (
    of: (file: FileReport) => Readonly<Record<string, number>>,
  ): Readonly<Record<string, number>> => added(files.map(of));
  const blocks = sum((file) => ({ ...file.blocks }));
  return {
    sources: made.documents.length + made.leftOut.length,
    drafts: {
      symptoms: total(files.map(({ symptoms }) => symptoms)),
      causes: total(files.map(({ causes }) => causes)),
      fixes: total(files.map(({ fixes }) => fixes)),
    },
    blocks: countsOf((fate) => blocks[fate] ?? 0),
    families: sum(({ family }) => ({ [family]: 1 })),
    decisions: sum(({ decisions }) => decisions),
    constructs: added(made.documents.map(({ source }) => Object.fromEntries(source.constructs))),
    dropped: sum(({ notes }) =>
      added(
        notes.filter(({ fate }) => fate === 'dropped').map(({ why }) => ({ [why.replace(/:.*$/, '')]: 1 })),
      ),
    ),
    unknownHeadings: added(
      made.documents.map(({ unknownHeadings }) => added(unknownHeadings.map((name) => ({ [name]: 1 })))),
    ),
    deadLinks: deadLinksOf(made),
    files,
    leftOut: [...made.leftOut].sort((a, b) => compareText(a.path, b.path)),
    leftOutReasons: added(made.leftOut.map(({ reason }) => ({ [reason]: 1 }))),
  };
}

function fileReport({ source, family, why, drafts }: ImportedDocument): FileReport {
  const fates = new Map<string, number>();
  for (const { fate } of source.blocks) count(fates, fate ?? 'kept');
  const decisions = new Map<string, number>();
  for (const { kind } of drafts.flatMap(({ todos }) => todos)) count(decisions, kind);
  for (const draft of drafts) count(decisions, 'picture', picturesIn(draft));
  const of = (kind: Draft['kind']): number => drafts.filter((draft) => draft.kind === kind).length;
  return {
    path: source.path,
    family,
    why,
    blocks: countsOf((fate) => fates.get(fate) ?? 0),
    notes: source.blocks.flatMap(({ line, fate, kind, why: reason, words }) =>
      fate === undefined || fate === 'kept' ? [] : [{ line, fate, kind, why: reason, words }],
    ),
    articles: drafts.map(({ id }) => id),
    symptoms: of('symptom'),
    causes: of('cause'),
    fixes: of('fix'),
    decisions: sorted(decisions),
  };
}

function picturesIn({ parts }: Draft): number {
  let found = 0;
  for (const { nodes } of parts)
    for (const top of nodes)
      walk(
        top,
        (node) => void (node.type === 'html' && node.value.startsWith('<!-- TODO picture:') && found++),
      );
  return found;
}

function countsOf(of: (fate: Fate) => number): BlockCounts {
  const [kept, moved, changed, dropped] = [of('kept'), of('moved'), of('changed'), of('dropped')];
  return { in: kept + moved + changed + dropped, kept, moved, changed, dropped };
}

function deadLinksOf({ deadLinks }: Import): ImportReport['deadLinks'] {
  const byTarget = Map.groupBy(deadLinks, ({ target, why }) => `${why} ${target}`);
  return [...byTarget.values()]
    .map((links) => ({
      target: links[0]?.target ?? '',
      why: links[0]?.why ?? '',
      from: [...new Set(links.map(({ source }) => source))].sort(),
    }))
    .sort((a, b) => b.from.length - a.from.length || compareText(a.target, b.target));
}

function added(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const all = new Map<string, number>();
  for (const one of counts) for (const [name, number] of Object.entries(one)) count(all, name, number);
  return sorted(all);
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...counts].filter(([, number]) => number > 0).sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])),
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
