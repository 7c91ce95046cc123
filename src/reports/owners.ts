import { findingKinds, type Finding } from '../domain/owners/findings.ts';
import { htmlText } from '../domain/values/markup.ts';

/** How many findings the text shows; the JSON and the page hold all. */
const mostLines = 40;

/** The report for a terminal: a line for each kind with its number, then those that hurt most readers. */
export function ownersText(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing to mend.';
  const shown = findings.slice(0, mostLines);
  const rest = findings.length - shown.length;
  return [
    ...countsOf(findings).map(([words, number]) => `${String(number).padStart(5)}  ${words}`),
    '',
    'Those that hurt most readers first, with the share of all readers (how much each kind hurts is a guess):',
    ...shown.map(({ kind, readers, says }) => `${percent(readers).padStart(6)}  ${kind}: ${says}`),
    ...(rest > 0 ? [`… and ${rest} more: \`--html\` and \`--json\` hold all.`] : []),
  ].join('\n');
}

/** The report as one page that needs nothing else and runs nothing. */
export function ownersPage(findings: readonly Finding[], title: string): string {
  const counts = countsOf(findings).map(([words, number]) => row([words, String(number)]));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${htmlText(title)}: what to mend</title>`,
    '<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}',
    'table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #8886;padding:.3rem .8rem .3rem 0;text-align:start;vertical-align:top}',
    'td:first-child{font-variant-numeric:tabular-nums}code{overflow-wrap:anywhere}</style></head><body>',
    `<h1>${htmlText(title)}: what to mend</h1>`,
    '<table>',
    ...counts,
    '</table>',
    '<h2>What hurts most readers first</h2>',
    '<table>',
    '<tr><th>Readers</th><th>What</th><th>Why</th></tr>',
    ...findings.map(({ kind, readers, says }) => row([percent(readers), findingKinds[kind], says])),
    '</table></body></html>',
    '',
  ].join('\n');
}

function countsOf(findings: readonly Finding[]): readonly (readonly [words: string, number: number])[] {
  return Object.entries(findingKinds).flatMap(([kind, words]) => {
    const number = findings.filter((finding) => finding.kind === kind).length;
    return number === 0 ? [] : [[words, number] as const];
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function row(cells: readonly string[]): string {
  const inside = cells.map((cell) => `<td>${htmlText(cell).replace(/`([^`]*)`/g, '<code>$1</code>')}</td>`);
  return `<tr>${inside.join('')}</tr>`;
}
