import { components, componentNames } from '../../markdown/components.ts';
import { likelihoodWords } from '../../domain/knowledge/likelihood.ts';
import { compareText } from '../../domain/values/compare.ts';
import type { Content } from '../content.ts';
import { idsOf } from '../check/references.ts';
import type { Named } from './described.ts';
import { idsFile, jsonSchemas } from './json-schema.ts';

/** The folder of the editor's files, from the root of the project. */
export const editorFolder = '.vscode';

/** What editors need to know of a knowledge base: texts of files by path below `.vscode`. The same content gives the same bytes. */
export function editorFiles(content: Content): ReadonlyMap<string, string> {
  const ids = namedIds(content);
  return new Map([
    ...Object.entries(jsonSchemas()).map(
      ([name, schema]) => [`schemas/${name}.schema.json`, json(schema)] as const,
    ),
    [`schemas/${idsFile}`, json(idsSchema(ids))] as const,
    ['mendbook.code-snippets', json(snippets(content, ids))] as const,
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The ids of everything that a field can name, sorted. */
function namedIds(content: Content): Readonly<Record<Named, readonly string[]>> {
  const of = idsOf(content);
  const site = content.site?.value;
  const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort(compareText);
  return {
    symptom: sorted(of.symptom),
    cause: sorted(of.cause),
    fix: sorted(of.fix),
    question: sorted(of.question),
    picture: sorted(of.picture),
    platform: sorted(site?.platforms.map(({ id }) => id) ?? []),
    who: (site?.who ?? []).map(({ id }) => id),
    risk: (site?.risks ?? []).map(({ id }) => id),
    burden: sorted(site?.burdens.map(({ id }) => id) ?? []),
  };
}

function idsSchema(ids: Readonly<Record<Named, readonly string[]>>): unknown {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    description: 'The ids of this knowledge base, for completion. Written by `npm run kb -- schemas`.',
    definitions: Object.fromEntries(
      // A list of nothing is no schema: then any text is taken.
      Object.entries(ids).map(([name, all]) => [name, all.length > 0 ? { enum: all } : { type: 'string' }]),
    ),
  };
}

interface Snippet {
  readonly scope: 'mdx,markdown' | 'mdx';
  readonly prefix: string;
  readonly body: string;
  readonly description: string;
}

/** Edges and components with the ids to choose from: editors complete no front matter of Markdown by a schema. */
function snippets(
  { uiPaths, screenshots }: Content,
  ids: Readonly<Record<Named, readonly string[]>>,
): Readonly<Record<string, Snippet>> {
  const edge = (prefix: string, body: string, description: string): [string, Snippet] => [
    prefix,
    { scope: 'mdx,markdown', prefix, body, description },
  ];
  const places = Object.keys(uiPaths.value).sort(compareText);
  const choices: Readonly<Record<string, string>> = {
    to: choice(1, places),
    id: choice(1, [...ids.picture, ...screenshots.map(({ id }) => id)].sort(compareText)),
    kind: choice(1, components.Callout.attributes.kind.values),
    for: choice(1, ids.platform),
  };
  return Object.fromEntries([
    edge(
      'solves',
      `- { cause: ${choice(1, ids.cause)}, works: ${choice(2, [...likelihoodWords, 'workaround', 'confirms'])} }`,
      'A cause that this fix solves.',
    ),
    edge(
      'explains',
      `- { symptom: ${choice(1, ids.symptom)}, likelihood: ${choice(2, likelihoodWords)} }`,
      'A symptom that this cause explains.',
    ),
    edge('requires', `requires: [${choice(1, ids.fix)}]`, 'A fix that has to be done first.'),
    edge(
      'similar',
      `- { symptom: ${choice(1, ids.symptom)}, difference: "\${2:There, …}" }`,
      'A symptom that looks alike.',
    ),
    edge('questions', `questions: [${choice(1, ids.question)}]`, 'A question that may be asked here.'),
    ...componentNames.map((name): [string, Snippet] => {
      const { attributes, holds } = components[name];
      const [first] = Object.keys(attributes);
      const given = first === undefined ? '' : ` ${first}="${choices[first] ?? '$1'}"`;
      const body = holds === 'nothing' ? `<${name}${given} />` : `<${name}${given}>\n$0\n</${name}>`;
      return [name, { scope: 'mdx', prefix: `<${name}`, body, description: `The component <${name}>.` }];
    }),
  ]);
}

function choice(tab: number, words: readonly string[]): string {
  return words.length === 0
    ? `$${tab}`
    : `\${${tab}|${words.map((word) => word.replace(/[,|\\]/g, '\\$&')).join(',')}|}`;
}
