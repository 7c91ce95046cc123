import { formatMarker } from '../../domain/permalinks/anchors.ts';
import { folderOf, kinds } from '../../domain/knowledge/article.ts';
import { distance } from '../../domain/problems/closest.ts';
import { likeliestPlace, likeness, neighbourAbove, type PageHistory } from '../../domain/permalinks/match.ts';
import {
  comparePermalinks,
  splitAddress,
  type Comparison,
  type LiveSite,
  type Loss,
  type Published,
} from '../../domain/permalinks/compare.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { checkAliases } from './check-aliases.ts';
import type { Destinations } from '../links/destinations.ts';
import { checkTombstones } from './check-tombstones.ts';
import { liveSiteOf } from './live-site.ts';
import { isReadable } from '../read/raw-fields.ts';
import { textsOf, type Content, type LedgerFile, type TextFile } from '../content.ts';
import { didYouMean, few } from '../../domain/problems/say.ts';

/** What would make a published link die, and what is not recorded yet. Without a ledger nothing was published. */
export function checkPermalinks(content: Content, destinations: Destinations): readonly Problem[] {
  const site = liveSiteOf(content);
  const { ledger } = content;
  const problems = [...checkAliases(content), ...checkTombstones(content, site, destinations)];
  if (!ledger || ledger.errors.length > 0) return problems;
  const { fresh, lost } = comparePermalinks(ledger.entries, site);
  const comparison = { fresh, lost: lost.filter((loss) => !mayBeThere(loss, content)) };
  // A page that was renamed owes the same anchor under both addresses; that is one loss.
  const anchors = [
    ...new Map(
      comparison.lost
        .filter(({ page }) => page !== undefined)
        .map((loss) => [`${loss.page?.path}#${splitAddress(loss.entry.address).anchor}`, loss]),
    ).values(),
  ];
  return [
    ...problems,
    ...comparison.lost
      .filter(({ page }) => page === undefined)
      .map(({ entry }) => lostPage(entry, ledger, comparison, content)),
    ...[...Map.groupBy(anchors, ({ page }) => page?.path ?? '')].flatMap(([, losses]) =>
      lostAnchors(losses, ledger, site, content),
    ),
    ...unpublished(comparison, ledger, content),
  ];
}

/** What cannot be read may lead on from an address, say its text or stand for it. */
function mayBeThere({ entry, page }: Loss, content: Content): boolean {
  if (content.unread.files.has('tombstones.yaml')) return true;
  if (page !== undefined) return false;
  return textsOf(content).some((file) =>
    entry.is === 'text' ? file.article === undefined : file.kind === entry.is && !isReadable(file),
  );
}

/** What was published on the page of these losses, under its address of now or an earlier one. */
export function historyOf(
  losses: readonly Loss[],
  entries: readonly Published[],
  site: LiveSite,
): PageHistory | undefined {
  const page = losses[0]?.page;
  return (
    page && {
      page,
      published: entries.filter(({ address }) => {
        const { path, anchor } = splitAddress(address);
        return anchor !== undefined && (site.moved.get(path) ?? path) === page.path;
      }),
      lost: losses.map(({ entry }) => entry),
    }
  );
}

function lostPage(entry: Published, ledger: LedgerFile, { fresh }: Comparison, content: Content): Problem {
  const place = ledger.placeAt(ledger.lines.get(entry.address) ?? 1);
  const message = `\`${entry.address}\` (“${entry.text}”) was published on ${entry.since} and is gone, so every link to it dies.`;
  const { path, anchor } = splitAddress(entry.address);
  const stone = anchor === undefined ? `page: ${path}` : `page: ${path}, anchor: ${anchor}`;
  const last = `or, if it is gone on purpose, add to tombstones.yaml: \`- { ${stone}, because: "…", now: /… }\`.`;
  const kind = ([...kinds, 'page'] as const).find(
    (one) => one === entry.is && path.startsWith(`/${folderOf[one]}/`),
  );
  if (!kind)
    return {
      kind: anchor === undefined ? 'permalink-lost-page' : 'permalink-lost-anchor',
      place,
      message,
      hint: `Put it back, ${last}`,
    };
  const id = path.split('/')[2] ?? '';
  const file = `${content.dir.name}/${folderOf[kind]}/${id}.mdx`;
  const heir = nearestHeir(
    entry,
    id,
    fresh.filter(({ is }) => is === kind),
  );
  const heirFile = textsOf(content).find((article) => pathOf(article) === heir?.address);
  const renamed =
    heir && heirFile
      ? `${didYouMean(heir.address)} Then add \`was: [${id}]\` to ${heirFile.file}. Otherwise put ${file} back, `
      : `Put ${file} back, add \`was: [${id}]\` to the ${kind === 'page' ? 'page' : 'article'} that took its place, `;
  return { kind: 'permalink-lost-page', place, message, hint: renamed + last };
}

/** The new page that a lost one most probably became. */
function nearestHeir(
  entry: Published,
  id: string,
  fresh: Comparison['fresh'],
): Comparison['fresh'][number] | undefined {
  const ranked = fresh
    .filter(({ address }) => !address.includes('#'))
    .map((page) => {
      const other = page.address.split('/')[2] ?? '';
      const ids = 1 - distance(id, other) / Math.max(id.length, other.length, 1);
      return { page, score: Math.max(likeness(entry.text, page.text), likeness(id, other), ids) };
    })
    .sort((a, b) => b.score - a.score);
  return ranked[0] && ranked[0].score >= 0.5 ? ranked[0].page : undefined;
}

function lostAnchors(
  losses: readonly Loss[],
  ledger: LedgerFile,
  site: LiveSite,
  content: Content,
): readonly Problem[] {
  const history = historyOf(losses, ledger.entries, site);
  if (!history) return [];
  const file = textsOf(content).find((article) => pathOf(article) === history.page.path);
  return losses.map(({ entry }): Problem => {
    const { path, anchor = '' } = splitAddress(entry.address);
    const heir = likeliestPlace(history, entry);
    const message = `The ${entry.is} \`${anchor}\` (“${entry.text}”) was published on ${entry.since} and is gone from ${file ? 'this page' : `\`${path}\``}, so every link to it dies.`;
    const gone = `if it is gone on purpose, add to tombstones.yaml: \`- { page: ${path}, anchor: ${anchor}, because: "…" }\`.`;
    if (!file)
      return {
        kind: 'permalink-lost-anchor',
        place: ledger.placeAt(ledger.lines.get(entry.address) ?? 1),
        message,
        hint: `Put it back, or, ${gone}`,
      };
    const alias = `\`anchors: [{ anchor: ${anchor}, now: ${heir?.id ?? '…'} }]\``;
    const hint = heir
      ? `Did you mean ${heir.is} \`${heir.id}\`? ${markerFor(entry, heir, file, anchor, alias)} Otherwise put the old ${entry.is} back, or, ${gone}`
      : `Put the ${entry.is} back, lead its links to another place with ${alias} in the front matter, or, ${gone}`;
    return {
      kind: 'permalink-lost-anchor',
      place: placeOf(file, heir?.id ?? neighbourAbove(history, entry)?.id),
      message,
      hint,
    };
  });
}

function markerFor(
  entry: Published,
  heir: { readonly id: string; readonly explicit: boolean },
  file: TextFile,
  anchor: string,
  alias: string,
): string {
  if (entry.is !== 'heading' && entry.is !== 'step') return `Add ${alias} to the front matter.`;
  if (heir.explicit)
    return `Write \`${formatMarker({ id: heir.id, was: [anchor] }, file.format)}\` in place of its id.`;
  return `Write \`${formatMarker({ id: anchor, was: [] }, file.format)}\` at the end of its line, or run \`npm run kb -- permalinks --fix\`.`;
}

function placeOf(file: TextFile, id: string | undefined): Place {
  const anchor = file.body?.anchors.find((one) => one.id === id) ?? file.body?.anchors[0];
  return anchor ? file.placeAt(anchor.line, anchor.column) : file.placeAt(1, 1);
}

/** One warning for each file with something new; none for a page with losses, where the new ids may yet get old names. */
function unpublished({ fresh, lost }: Comparison, ledger: LedgerFile, content: Content): readonly Problem[] {
  const hint = 'Run `npm run kb -- permalinks --write` before you publish.';
  const troubled = new Set(lost.map(({ page }) => page?.path));
  const byPath = Map.groupBy(fresh, ({ address }) => splitAddress(address).path);
  const files = new Map(textsOf(content).map((file) => [pathOf(file), file]));
  const others = [...byPath].filter(([path]) => !files.has(path)).flatMap(([, places]) => places);
  return [
    ...[...files].flatMap(([path, file]): Problem[] => {
      const places = byPath.get(path);
      if (!places || troubled.has(path)) return [];
      const whole = places.some(({ address }) => address === path);
      const ids = places.flatMap(({ address }) => splitAddress(address).anchor ?? []);
      return [
        {
          kind: 'unpublished-anchor',
          place: whole ? file.placeOf(['title']) : placeOf(file, ids[0]),
          message: whole ? 'This page is not in the ledger yet.' : `Not in the ledger yet: ${few(ids)}.`,
          hint,
        },
      ];
    }),
    ...(others.length > 0
      ? [
          {
            kind: 'unpublished-anchor' as const,
            place: ledger.placeAt(1),
            message: `Not in the ledger yet: ${few(others.map(({ address }) => address))}.`,
            hint,
          },
        ]
      : []),
  ];
}
