import { blockText } from './text.ts';
import type { FileReport, ImportReport } from './report.ts';
import { htmlText } from '../../domain/values/markup.ts';

/** The report as one HTML file that needs nothing else and runs nothing. */
export function htmlReport(report: ImportReport): string {
  const { drafts } = report;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<title>Import report</title>',
    '<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}',
    'table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #8886;padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}',
    'details{margin:.4rem 0}code{overflow-wrap:anywhere}</style></head><body>',
    '<h1>Import report</h1>',
    `<p>${report.sources} files: ${report.files.length} became drafts, ${report.leftOut.length} were left out.</p>`,
    `<p>${drafts.symptoms} symptoms, ${drafts.causes} causes, ${drafts.fixes} fixes. ${blockText(report.blocks)}.</p>`,
    table('To decide', report.decisions),
    table('Families', report.families),
    table('Met in the texts', report.constructs),
    table('Dropped blocks', report.dropped),
    table('Headings without a role', report.unknownHeadings),
    table('Left out', report.leftOutReasons),
    '<h2>Files</h2>',
    ...report.files.map(fileSection),
    '<h2>Files left out</h2>',
    rows(report.leftOut.map(({ path, reason, detail }) => [path, reason, detail])),
    '<h2>Links that lead nowhere</h2>',
    rows(report.deadLinks.map(({ target, why, from }) => [target, why, from.join(', ')])),
    '</body></html>',
    '',
  ].join('\n');
}

function fileSection(file: FileReport): string {
  const decisions = Object.entries(file.decisions).map(([kind, number]) => `${number} ${kind}`);
  return [
    `<details><summary><code>${htmlText(file.path)}</code>: ${htmlText(file.family)}, ${blockText(file.blocks)}</summary>`,
    `<p>${htmlText(file.why)}. Drafts: ${file.articles.map((id) => `<code>${htmlText(id)}</code>`).join(', ')}. To decide: ${decisions.join(', ') || 'nothing'}.</p>`,
    rows(file.notes.map(({ line, fate, why, words }) => [`line ${line}`, fate, why, words])),
    '</details>',
  ].join('\n');
}

function table(title: string, counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  return entries.length === 0
    ? ''
    : `<h2>${htmlText(title)}</h2>\n${rows(entries.map(([name, number]) => [name, String(number)]))}`;
}

function rows(cells: readonly (readonly string[])[]): string {
  if (cells.length === 0) return '<p>None.</p>';
  const body = cells.map((row) => `<tr>${row.map((cell) => `<td>${htmlText(cell)}</td>`).join('')}</tr>`);
  return `<table>\n${body.join('\n')}\n</table>`;
}
