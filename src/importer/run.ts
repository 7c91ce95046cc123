import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { siteSchema } from '../articles/schema/site.ts';
import { defaultRisks } from '../domain/knowledge/site.ts';
import { folderOf, kinds } from '../domain/knowledge/article.ts';
import { formatConfig, newConfig, parseConfig, type ImportConfig, type PlanNotes } from './config.ts';
import { documentsIn, importFolder, type Import, type SiteFacts } from './import-folder.ts';
import { readSourceFolder } from './read/folder.ts';
import { isRecord } from './read/front-matter.ts';
import { familyOf } from './shape/families.ts';
import { matchHeading, plainHeading } from './shape/headings.ts';
import { regionsOf, unknownHeadingsOf } from './shape/regions.ts';
import { groupOf } from './shape/symptom.ts';
import { count } from './model.ts';
import { putWhereChanged, writeImport, type FileState } from './write/files.ts';
import { idFrom } from './write/ids.ts';
import { formatImportLedger, parseImportLedger, type ImportLedger } from './write/ledger.ts';

/** The names of the files of an import within a content folder. */
export const importFiles = {
  plan: 'import.yaml',
  ledger: 'import-ledger.json',
  redirects: 'redirects.csv',
} as const;

/** What a plan found, and whether its file is new, changed or as it was. */
export interface PlanOutcome {
  readonly path: string;
  readonly written: boolean;
  readonly notes: PlanNotes;
  readonly leftOut: number;
  readonly errors: readonly string[];
}

/** Reads a folder and writes `import.yaml`. What its author has edited there is kept. */
export function planImport(content: string, folder: string, baseUrl: string | undefined): PlanOutcome {
  const path = join(content, importFiles.plan);
  const there = existsSync(path) ? parseConfig(readFileSync(path, 'utf8')) : undefined;
  const source = relative(content, resolve(folder)).split(sep).join('/') || '.';
  const base = there && there.errors.length === 0 ? there.config : newConfig(source, '');
  const config: ImportConfig = { ...base, source, ...(baseUrl === undefined ? {} : { baseUrl }) };
  const { sources, leftOut } = documentsIn(readSourceFolder(folder));
  const notes = { found: new Map(), unknown: new Map<string, number>(), used: new Map<string, number>() };
  const groups = new Map<string, string[]>();
  for (const document of sources) {
    const regions = regionsOf(document.blocks, config.headings);
    const found = familyOf(document, regions);
    const edited = config.families.get(document.path);
    const kept = edited !== undefined && edited !== found.family;
    notes.found.set(document.path, kept ? { family: edited, why: `edited; ${found.why}` } : found);
    if ((kept ? edited : found.family) === 'none') continue;
    for (const name of unknownHeadingsOf(regions)) count(notes.unknown, name);
    for (const { title, match } of regions) if (match) count(notes.used, nameInMap(title, config));
    const group = groupOf(document);
    if (group !== '') groups.set(group, [...(groups.get(group) ?? []), idFrom(document.name)]);
  }
  const proposed = [...groups].map(([title, symptoms]) => ({ title, symptoms }));
  const text = formatConfig({ ...config, groups: base.groups.length > 0 ? base.groups : proposed }, notes);
  const errors = there?.errors ?? [];
  return {
    path,
    written: errors.length === 0 && putWhereChanged(path, text),
    notes,
    leftOut: leftOut.length,
    errors,
  };
}

function nameInMap(title: string, { headings }: ImportConfig): string {
  const plain = plainHeading(title);
  if (headings.has(plain)) return plain;
  const role = matchHeading(title, headings)?.role;
  return [...headings.keys()].find((name) => headings.get(name) === role && plain.startsWith(name)) ?? plain;
}

/** What a run has made and done. */
export interface RunOutcome {
  readonly made: Import;
  readonly states: ReadonlyMap<string, FileState>;
  /** Files in the folder of the new site that no source gives any more. */
  readonly orphans: readonly string[];
  readonly wrote: readonly string[];
}

/** Carries out the plan of a content folder; with `dry` nothing is written. Gives sentences where it cannot. */
export function runImport(
  content: string,
  dry: boolean,
): RunOutcome | { readonly errors: readonly string[] } {
  const plan = join(content, importFiles.plan);
  if (!existsSync(plan))
    return {
      errors: [
        `There is no \`${basename(content)}/${importFiles.plan}\`. Write it with \`npm run kb -- import plan FOLDER\`.`,
      ],
    };
  const { config, errors } = parseConfig(readFileSync(plan, 'utf8'));
  const folder = resolve(content, config.source);
  if (errors.length === 0 && !existsSync(folder))
    return { errors: [`The folder \`${config.source}\` of import.yaml does not exist.`] };
  if (errors.length > 0) return { errors };
  const ledgerPath = join(content, importFiles.ledger);
  const before = existsSync(ledgerPath) ? parseImportLedger(readFileSync(ledgerPath, 'utf8')) : new Map();
  const made = importFolder(readSourceFolder(folder), config, siteFactsOf(content, before));
  const { states, ledger } = writeImport(content, made, before, dry);
  const wrote = [...states]
    .filter(([, state]) => ['written', 'updated', 'incoming'].includes(state))
    .map(([path]) => path);
  if (!dry) wrote.push(...writeRest(content, made, ledger, config));
  return { made, states, wrote, orphans: orphansOf(made, before) };
}

function writeRest(
  content: string,
  made: Import,
  ledger: ImportLedger,
  config: ImportConfig,
): readonly string[] {
  const csv = ['from,to', ...made.redirects.map(({ from, to }) => `${cell(from)},${cell(to)}`), ''].join(
    '\n',
  );
  const files: readonly (readonly [string, string])[] = [
    [importFiles.ledger, formatImportLedger(ledger)],
    [importFiles.redirects, csv],
    ...(existsSync(join(content, 'site.yaml')) ? [] : [['site.yaml', newSite(config)] as const]),
  ];
  return files.filter(([name, text]) => putWhereChanged(join(content, name), text)).map(([name]) => name);
}

/** A cell that no table program takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function newSite({ groups }: ImportConfig): string {
  const lines = groups.flatMap(({ title, symptoms }) => [
    `  - title: ${JSON.stringify(title)}`,
    `    symptoms: [${symptoms.join(', ')}]`,
  ]);
  return [
    'title: Help',
    ...(lines.length > 0
      ? ['# Proposed by the import:', '# groups:', ...lines.map((line) => `# ${line}`)]
      : []),
    '',
  ].join('\n');
}

function siteFactsOf(content: string, ledger: ImportLedger): SiteFacts {
  const ours = new Set([...ledger.values()].flatMap(({ files }) => Object.keys(files)));
  const taken = new Set<string>();
  for (const kind of kinds) {
    const folder = join(content, folderOf[kind]);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (!ours.has(`${folderOf[kind]}/${name}`)) taken.add(name.replace(/\.mdx?$/, ''));
  }
  const path = join(content, 'site.yaml');
  const data: unknown = existsSync(path)
    ? parseDocument(readFileSync(path, 'utf8'), { logLevel: 'silent' }).toJS()
    : {};
  const site = siteSchema.safeParse(isRecord(data) ? data : {});
  const worst = (site.success && site.data.risks?.at(-1)) || defaultRisks[2];
  return {
    taken,
    given: new Map([...ledger].map(([source, { id }]) => [source, id])),
    worst: typeof worst === 'string' ? worst : worst.id,
    language: (site.success && site.data.language) || 'en',
  };
}

function orphansOf(made: Import, before: ImportLedger): readonly string[] {
  const now = new Set(made.files.map(({ path }) => path));
  return [...before.values()]
    .flatMap(({ files }) => Object.keys(files))
    .filter((path) => !now.has(path))
    .sort();
}
