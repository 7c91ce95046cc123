import { readFile, writeFile } from 'node:fs/promises';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { renamesOn } from '../../domain/permalinks/match.ts';
import { comparePermalinks, splitAddress, type LiveSite } from '../../domain/permalinks/compare.ts';
import { historyOf } from './check.ts';
import { textsOf, type Content, type TextFile } from '../content.ts';
import { writeAnchors, type AnchorChange } from './write-anchors.ts';

/** What was written into one file, and what has to be written by hand. */
export interface FixedFile {
  readonly file: string;
  readonly written: readonly AnchorChange[];
  readonly failed: readonly AnchorChange[];
}

/** Writes the published id into the line of every heading and step that is beyond doubt the one whose words changed. */
export async function fixAnchors(content: Content, site: LiveSite): Promise<readonly FixedFile[]> {
  const fixed: FixedFile[] = [];
  const stepsHeading = content.words.content.headings.steps;
  for (const { file, changes } of planFixes(content, site)) {
    const before = await readFile(file.path, 'utf8');
    const { text, failed } = writeAnchors(
      before,
      {
        format: file.format,
        stepsHeading,
        listsAreSteps: file.kind === 'fix' && file.format === 'md',
      },
      changes,
    );
    if (text !== before) await writeFile(file.path, text);
    fixed.push({ file: file.file, failed, written: changes.filter((change) => !failed.includes(change)) });
  }
  return fixed;
}

function planFixes(
  content: Content,
  site: LiveSite,
): readonly { readonly file: TextFile; readonly changes: readonly AnchorChange[] }[] {
  const entries = content.ledger?.entries ?? [];
  const losses = comparePermalinks(entries, site).lost.filter(({ page }) => page !== undefined);
  return [...Map.groupBy(losses, ({ page }) => page?.path ?? '')].flatMap(([path, group]) => {
    const file = textsOf(content).find((article) => pathOf(article) === path);
    const history = historyOf(group, entries, site);
    if (!file || !history) return [];
    const changes = renamesOn(history).map(({ entry, anchor }) => ({
      from: anchor.id,
      to: splitAddress(entry.address).anchor ?? '',
    }));
    return changes.length > 0 ? [{ file, changes }] : [];
  });
}
