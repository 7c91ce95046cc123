import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isSeq, parseDocument, YAMLSeq } from 'yaml';
import { pathOf } from '../../domain/knowledge/paths.ts';
import {
  comparePermalinks,
  splitAddress,
  type Loss,
  type Published,
} from '../../domain/permalinks/compare.ts';
import { likeliestPlace, likeness } from '../../domain/permalinks/match.ts';
import { severityOf, type Problem } from '../../domain/problems/problem.ts';
import { isoDateOf } from '../../domain/values/iso-date.ts';
import { checkContent } from '../check-content.ts';
import type { ArticleFile, Content } from '../content.ts';
import { isDraft } from '../drafts/drafts.ts';
import { historyOf } from '../permalinks/check.ts';
import { liveSiteOf } from '../permalinks/live-site.ts';
import { readContent } from '../read/content.ts';
import { change, pathBelow, type Desk } from './desk.ts';
import { addEntry, editFrontMatter } from './yaml-edit.ts';

/** What was written, and how the links that would have died live on. */
export interface Settled {
  /** Paths below the content folder; those that went are among them. */
  readonly files: readonly string[];
  /** `/fixes/old/#step → /fixes/new/#step`, one for each. */
  readonly led: readonly string[];
}

/**
 * Writes a desk into its folder. Every link that was given out to a place that has moved gets an alias or a tombstone; where the
 * check then finds an error, nothing is written and the errors are given.
 */
export function settle(desk: Desk, today = isoDateOf()): Settled | { readonly problems: readonly Problem[] } {
  const before = errorsOf(checkContent(desk.dir, today).problems);
  if (before.length > 0) return { problems: before };
  const root = mkdtempSync(join(tmpdir(), 'mendbook-revise-'));
  try {
    const dir = { ...desk.dir, path: join(root, desk.dir.name) };
    cpSync(desk.dir.path, dir.path, { recursive: true });
    writeDesk(desk, dir.path);
    const led = leadOn(desk, readContent(dir));
    writeDesk(desk, dir.path);
    const problems = errorsOf(checkContent(dir, today).problems);
    if (problems.length > 0) return { problems };
    writeDesk(desk, desk.dir.path);
    return { files: [...desk.texts.keys()].sort(), led };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => severityOf(problem) === 'error');
}

function writeDesk({ texts }: Desk, folder: string): void {
  for (const [path, text] of texts) {
    const whole = join(folder, path);
    if (text === undefined) rmSync(whole, { force: true });
    else {
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, text);
    }
  }
}

/** Puts an alias or a tombstone down for every place that links may name and that has moved. */
function leadOn(desk: Desk, after: Content): readonly string[] {
  const owed = owedBy(desk.content);
  const site = liveSiteOf(after);
  const lost = comparePermalinks(owed, site).lost.filter(({ page }) => page !== undefined);
  const published = new Set(desk.content.ledger?.entries.map(({ address }) => address));
  const told = new Set<string>();
  return lost.flatMap((loss) => {
    const { path, anchor = '' } = splitAddress(loss.entry.address);
    const key = `${loss.page?.path}#${anchor}`;
    const file = after.articles.find((one) => pathOf(one) === loss.page?.path);
    if (told.has(key) || !file) return [];
    told.add(key);
    // Nobody has a link to a draft, so its page has nothing to say; only links of other articles move.
    const mayTell = !isDraft(file) && (!desk.content.ledger || published.has(loss.entry.address));
    const here = { page: loss.page?.path ?? path, anchor };
    const moved = placeElsewhere(desk, after, loss);
    if (moved) {
      if (mayTell)
        tellGone(desk, {
          page: path,
          anchor,
          because: after.words.content.moved(moved.title),
          now: moved.now,
        });
      moveAnchorLinks(desk, after, here, moved.now);
      return [`${loss.entry.address} → ${moved.now}`];
    }
    const history = historyOf(
      lost.filter(({ page }) => page === loss.page),
      owed,
      site,
    );
    const now = history && likeliestPlace(history, loss.entry)?.id;
    if (now !== undefined) {
      change(desk, pathBelow({ ...desk, dir: after.dir }, file), (text) =>
        editFrontMatter(text, (fields) => addEntry(fields, 'anchors', { anchor, now })),
      );
      return [`${loss.entry.address} → ${loss.page?.path}#${now}`];
    }
    moveAnchorLinks(desk, after, here, here.page);
    if (!mayTell) return [];
    const title = file.article?.title ?? file.id;
    tellGone(desk, { page: path, anchor, because: after.words.content.merged(title), now: undefined });
    return [`${loss.entry.address} → ${loss.page?.path}, with a note`];
  });
}

/** What links may name: the ledger, and what nobody has recorded yet, which drafts and first versions are. */
function owedBy(content: Content): readonly Published[] {
  const { entries } = content.ledger ?? { entries: [] };
  const drafts = new Set(content.articles.filter(isDraft).map((file) => pathOf(file)));
  const { fresh } = comparePermalinks(entries, liveSiteOf(content));
  const unrecorded = fresh
    .filter(({ address }) => !content.ledger || drafts.has(splitAddress(address).path))
    .map((place) => ({ ...place, since: '' }));
  return [...entries, ...unrecorded];
}

/** The same place in another article that was written just now. */
function placeElsewhere(
  desk: Desk,
  after: Content,
  { entry, page }: Loss,
): { readonly now: string; readonly title: string } | undefined {
  const { anchor } = splitAddress(entry.address);
  const changed = (file: ArticleFile): boolean =>
    desk.texts.has(pathBelow({ ...desk, dir: after.dir }, file)) && pathOf(file) !== page?.path;
  const fresh = after.articles.filter(
    (file) => changed(file) && !desk.content.articles.some((old) => old.id === file.id),
  );
  const places = fresh.flatMap((file) =>
    (file.body?.anchors ?? [])
      .filter(({ kind }) => kind === entry.is)
      .map(({ id, text }) => ({ file, id, like: id === anchor ? 2 : likeness(text, entry.text) })),
  );
  const [best] = places.filter(({ like }) => like >= 0.7).sort((a, b) => b.like - a.like);
  return best && { now: `${pathOf(best.file)}#${best.id}`, title: best.file.article?.title ?? best.file.id };
}

/** Links of articles to a place that has moved. */
function moveAnchorLinks(
  desk: Desk,
  { articles, dir }: Content,
  from: { readonly page: string; readonly anchor: string },
  to: string,
): void {
  const whole = new RegExp(String.raw`(?<![\w.:/-])${from.page}#${from.anchor}(?![\w-])`, 'g');
  const own = new RegExp(String.raw`(?<=\]\()#${from.anchor}(?=\))`, 'g');
  for (const file of articles)
    change(desk, pathBelow({ ...desk, dir }, file), (text) => {
      const led = text.replace(whole, to);
      return pathOf(file) === from.page ? led.replace(own, to) : led;
    });
}

function tellGone(desk: Desk, stone: Readonly<Record<string, string | undefined>>): void {
  const path = 'tombstones.yaml';
  if (!desk.texts.has(path) && desk.content.tombstones.value.length === 0) desk.texts.set(path, '');
  change(desk, path, (text) => {
    const fields = parseDocument(text);
    const list = isSeq(fields.contents) ? fields.contents : new YAMLSeq();
    list.flow = false;
    fields.contents = list as typeof fields.contents;
    const known = Object.fromEntries(Object.entries(stone).filter(([, value]) => value !== undefined));
    list.add(fields.createNode(known, { flow: true }));
    return fields.toString({ lineWidth: 0 });
  });
}
