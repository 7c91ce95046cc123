import type { PlanOutcome, RunOutcome } from '../run.ts';
import type { BlockCounts, FileReport, ImportReport } from './report.ts';

/** The report as text: the first twenty lines tell everything, then each file, then what was left out. */
export function textReport(report: ImportReport): string {
  return [
    ...headLines(report),
    '',
    ...report.files.flatMap(fileLines),
    ...(report.leftOut.length > 0 ? ['', 'Left out:'] : []),
    ...report.leftOut.map(({ path, reason, detail }) => `  ${path}: ${reason} (${detail})`),
    ...(report.deadLinks.length > 0 ? ['', 'Links that lead nowhere:'] : []),
    ...report.deadLinks.map(
      ({ target, why, from }) =>
        `  ${target}: ${why}, from ${from.slice(0, 3).join(', ')}${from.length > 3 ? ` and ${from.length - 3} more` : ''}`,
    ),
  ].join('\n');
}

/** What `import run` says: the head of the report and what was written. */
export function runText({ states, wrote, orphans }: RunOutcome, report: ImportReport): string {
  const of = (state: string): readonly string[] =>
    [...states].filter(([, one]) => one === state).map(([path]) => path);
  const line = (state: string, words: string): string[] => {
    const paths = of(state);
    return paths.length === 0
      ? []
      : [`${paths.length} ${words}: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' …' : ''}`];
  };
  return [
    ...headLines(report),
    '',
    `Written: ${of('written').length} new, ${of('updated').length} updated because only their source has changed. As they were: ${of('same').length}.`,
    ...line('edited', 'edited by you and left'),
    ...line('incoming', 'changed on both sides; what the source gives now stands beside them as `.incoming`'),
    ...line('deleted', 'deleted by you and not written again'),
    ...line('foreign', 'not written, because the file is none of the import'),
    ...(orphans.length > 0
      ? [
          `${orphans.length} that no source gives any more, left as they are: ${orphans.slice(0, 5).join(', ')}`,
        ]
      : []),
    wrote.length === 0
      ? 'Nothing was written: all is as it was.'
      : `Next: \`npm run check\`, and \`npm run kb -- import report\` for each file.`,
  ].join('\n');
}

/** What `import plan` says. */
export function planText({ path, written, notes, leftOut }: PlanOutcome): string {
  const families = Map.groupBy(notes.found.values(), ({ family }) => family);
  const counts = [...families].map(([family, all]) => `${all.length} ${family}`).sort();
  const unknown = [...notes.unknown].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return [
    `${written ? 'Wrote' : 'Nothing has changed in'} ${path}: ${counts.join(', ') || 'no texts'}; ${leftOut} files are no texts.`,
    ...(unknown.length > 0
      ? [
          `Headings without a role: ${unknown.map(([name, number]) => `${name} (${number})`).join(', ')}${notes.unknown.size > 5 ? ' …' : ''}`,
        ]
      : []),
    'Look through it, then `npm run kb -- import run`.',
  ].join('\n');
}

function headLines(report: ImportReport): readonly string[] {
  const { drafts, blocks } = report;
  const row = (name: string, counts: Readonly<Record<string, number>>): string[] => {
    const entries = Object.entries(counts);
    if (entries.length === 0) return [];
    const shown = entries.slice(0, 10).map(([what, number]) => `${number} ${what}`);
    return [
      `${name}: ${shown.join(', ')}${entries.length > 10 ? `, ${entries.length - 10} kinds more` : ''}.`,
    ];
  };
  return [
    `${some(report.sources, 'file')}: ${some(report.files.length, 'became a draft', 'became drafts')}, ${some(report.leftOut.length, 'was', 'were')} left out.`,
    `Drafts: ${some(drafts.symptoms, 'symptom')}, ${some(drafts.causes, 'cause')}, ${some(drafts.fixes, 'fix', 'fixes')}.`,
    `${blockText(blocks)}.`,
    ...row('Families', report.families),
    ...row('To decide', report.decisions),
    ...row('Met', report.constructs),
    ...row('Dropped blocks', report.dropped),
    ...row('Headings without a role', report.unknownHeadings),
    ...row('Left out', report.leftOutReasons),
    ...(report.deadLinks.length > 0
      ? [
          `Links that lead nowhere: ${some(report.deadLinks.length, 'target')}, most often ${report.deadLinks
            .slice(0, 3)
            .map(({ target, from }) => `${target} (${from.length})`)
            .join(', ')}.`,
        ]
      : []),
  ];
}

function fileLines(file: FileReport): readonly string[] {
  const decisions = Object.values(file.decisions).reduce((sum, number) => sum + number, 0);
  return [
    `${file.path}`,
    `  ${file.family} (${file.why}) · ${blockText(file.blocks)} · ${some(file.symptoms, 'symptom')}, ${some(file.causes, 'cause')}, ${some(file.fixes, 'fix', 'fixes')} · ${some(decisions, 'decision')}`,
    `  → ${file.articles.join(', ')}`,
    ...file.notes.map(
      ({ line, fate, why, words }) =>
        `  ${line}: ${fate}, ${why || 'no reason'}${words ? `: “${words.slice(0, 60)}”` : ''}`,
    ),
    ...(decisions > 0
      ? [
          `  to decide: ${Object.entries(file.decisions)
            .map(([kind, number]) => `${number} ${kind}`)
            .join(', ')}`,
        ]
      : []),
  ];
}

/** `41 blocks in = 36 kept + 2 moved + 1 changed + 2 dropped` */
export function blockText(blocks: BlockCounts): string {
  return `${blocks.in} blocks in = ${blocks.kept} kept + ${blocks.moved} moved + ${blocks.changed} changed + ${blocks.dropped} dropped`;
}

function some(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}
