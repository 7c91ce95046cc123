import { parseDocument } from 'yaml';
import { closest } from '../domain/problems/closest.ts';
import { didYouMean, listOf, sentences } from '../domain/problems/say.ts';
import { compareText } from '../domain/values/compare.ts';
import type { Family } from './model.ts';
import { isRecord } from './read/front-matter.ts';
import { defaultHeadings } from './shape/default-headings.ts';
import { plainHeading, roles, type HeadingMap, type Role } from './shape/headings.ts';

/** What `import.yaml` says: where the old texts lie, which heading means what, and which file is what. */
export interface ImportConfig {
  /** The folder of the old texts, relative to the file or absolute. */
  readonly source: string;
  /** The address of the old site; empty where it is not known. */
  readonly baseUrl: string;
  readonly headings: HeadingMap;
  readonly families: ReadonlyMap<string, Family>;
  readonly groups: readonly { readonly title: string; readonly symptoms: readonly string[] }[];
}

/** What the comments of `import.yaml` tell of the folder, beside what can be edited. */
export interface PlanNotes {
  /** path → family and why, for files without an entry of their own. */
  readonly found: ReadonlyMap<string, { readonly family: Family; readonly why: string }>;
  /** Headings without a role, and how often they stand. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Headings with a role, and how often they stand. */
  readonly used: ReadonlyMap<string, number>;
}

const families: readonly Family[] = ['article', 'runbook', 'blog', 'none'];

/** The plan of a folder that nobody has edited yet. */
export function newConfig(source: string, baseUrl: string): ImportConfig {
  const headings = new Map(
    roles.flatMap((role) => defaultHeadings[role].map((name) => [name, role] as const)),
  );
  return { source, baseUrl, headings, families: new Map(), groups: [] };
}

/** Reads `import.yaml`. Gives sentences for what in it cannot be understood. */
export function parseConfig(text: string): {
  readonly config: ImportConfig;
  readonly errors: readonly string[];
} {
  const errors: string[] = [];
  const document = parseDocument(text, { logLevel: 'silent', stringKeys: true });
  for (const { message } of document.errors)
    errors.push(`The YAML cannot be read: ${message.split('\n')[0]}`);
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 });
  } catch {
    errors.push('The YAML repeats itself too often to be read.');
  }
  const fields = isRecord(data) ? data : {};
  const text_ = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  if (text_('source') === '') errors.push('`source` is missing: write the folder of the old texts.');
  const baseUrl = text_('baseUrl');
  if (baseUrl !== '' && !URL.canParse(baseUrl))
    errors.push(`\`baseUrl: ${baseUrl}\` is no address like \`https://example.org/docs\`.`);
  return {
    config: {
      source: text_('source'),
      baseUrl: URL.canParse(baseUrl) ? baseUrl : '',
      headings: headingsIn(fields['headings'], errors),
      families: familiesIn(fields['files'], errors),
      groups: groupsIn(fields['groups']),
    },
    errors,
  };
}

function headingsIn(value: unknown, errors: string[]): HeadingMap {
  const map = new Map<string, Role>();
  for (const [name, list] of Object.entries(isRecord(value) ? value : {})) {
    const role = roles.find((one) => one === name);
    if (!role) {
      errors.push(
        sentences(
          `\`${name}\` in \`headings\` is no role.`,
          didYouMean(closest(name, roles)),
          `Roles: ${listOf(roles)}.`,
        ),
      );
      continue;
    }
    for (const heading of Array.isArray(list) ? (list as readonly unknown[]) : [list])
      if (typeof heading === 'string') map.set(plainHeading(heading), role);
  }
  return map;
}

function familiesIn(value: unknown, errors: string[]): ReadonlyMap<string, Family> {
  const map = new Map<string, Family>();
  for (const [path, name] of Object.entries(isRecord(value) ? value : {})) {
    const family = families.find((one) => one === name);
    if (family) map.set(path, family);
    else
      errors.push(
        `\`${String(name)}\` for \`${path}\` in \`files\` is no family. Families: ${listOf(families)}.`,
      );
  }
  return map;
}

function groupsIn(value: unknown): ImportConfig['groups'] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((entry) =>
    isRecord(entry) && typeof entry['title'] === 'string' && Array.isArray(entry['symptoms'])
      ? [
          {
            title: entry['title'],
            symptoms: (entry['symptoms'] as readonly unknown[]).filter(
              (one): one is string => typeof one === 'string',
            ),
          },
        ]
      : [],
  );
}

/** `import.yaml` as text, in a fixed order, with what was found as comments. */
export function formatConfig(config: ImportConfig, notes: PlanNotes): string {
  const byRole = Map.groupBy(config.headings, ([, role]) => role);
  const headingLines = roles.flatMap((role) => [
    `  ${role}:`,
    ...(byRole.get(role) ?? []).map(([name]) => `    - ${quote(name)}${times(notes.used.get(name))}`),
  ]);
  const unknown = [...notes.unknown].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const files = [...notes.found].sort((a, b) => compareText(a[0], b[0]));
  return [
    '# What `kb import run` will do. Edit it: a heading under another role, a file of another family (article, runbook, blog, none).',
    `source: ${quote(config.source)}`,
    '# The address of the old site, for links that begin with a slash and for redirects.csv.',
    `baseUrl: ${quote(config.baseUrl)}`,
    '',
    '# heading → role. The number tells how often it stands in the folder.',
    'headings:',
    ...headingLines,
    '',
    `# Headings without a role stay in the symptom under their own words. Move them above where they mean one of the roles.`,
    ...unknown
      .slice(0, 200)
      .map(
        ([name, number]) =>
          `#   ${name.replace(/\s+/g, ' ').slice(0, 80)}${times(number).replace(' #', ':')}`,
      ),
    '',
    '# Groups for site.yaml, proposed from folders and categories.',
    config.groups.length === 0 ? 'groups: []' : 'groups:',
    ...config.groups.flatMap(({ title, symptoms }) => [
      `  - title: ${quote(title)}`,
      `    symptoms: [${symptoms.map(quote).join(', ')}]`,
    ]),
    '',
    '# file → family, and why.',
    files.length === 0 ? 'files: {}' : 'files:',
    ...files.map(([path, { family, why }]) => `  ${quote(path)}: ${family} # ${why.replace(/\s+/g, ' ')}`),
    '',
  ].join('\n');
}

function times(number: number | undefined): string {
  return number === undefined ? '' : ` # ${number}`;
}

function quote(text: string): string {
  return /^[A-Za-z][\w /-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
