import type { Kind } from '../../domain/knowledge/article.ts';
import { isKebabCase } from '../../domain/knowledge/paths.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { tierOf, defaultRisks } from '../../domain/knowledge/site.ts';
import { idsOf, meantId, referencesIn } from './references.ts';
import { checkChoice } from './data-files.ts';
import { isMissing, isReadable, rawField, rawText } from '../read/raw-fields.ts';
import { textsOf, type ArticleFile, type Content, type TextFile } from '../content.ts';

/** What is wrong with the graph as a whole: duplicate ids, articles that hang in the air, impossible requirements. */
export function checkGraph(content: Content): readonly Problem[] {
  return [
    ...checkIds(content),
    ...checkCoverage(content),
    ...checkRequirements(content),
    ...checkNeighbours(content),
    ...checkChoices(content),
  ];
}

function checkIds(content: Content): readonly Problem[] {
  const seen = new Map<string, TextFile>();
  return textsOf(content).flatMap((file): Problem[] => {
    const other = seen.get(file.id);
    if (!other) {
      seen.set(file.id, file);
      return [];
    }
    return [
      {
        kind: 'duplicate-id',
        place: { file: file.file, line: 1, column: 1 },
        message: `The id \`${file.id}\` is taken by \`${other.file}\`, and an id is one page.`,
        hint: 'Delete one of the two files or rename it: ids are unique over symptoms, causes, fixes and pages.',
      },
    ];
  });
}

function checkCoverage(content: Content): readonly Problem[] {
  const explained = targetsOf(content, 'cause', 'explains', 'symptom');
  const solved = targetsOf(content, 'fix', 'solves', 'cause');
  return content.articles.flatMap((file): Problem[] => {
    const problem = (kind: Problem['kind'], message: string, hint: string): Problem[] => [
      { kind, place: file.placeOf(['title']), message, hint },
    ];
    if (file.kind === 'symptom')
      return !explained || explained.has(file.id)
        ? []
        : problem(
            'symptom-without-cause',
            `No cause explains \`${file.id}\`, so its page could offer nothing.`,
            `Add \`- { symptom: ${file.id}, likelihood: often }\` to \`explains\` of a cause.`,
          );
    if (file.kind === 'fix')
      return isMissing(file, 'solves') && rawField(file, 'prepares') !== true
        ? problem(
            'fix-solves-nothing',
            'This fix solves no cause, so no plan would hold it.',
            'Add `solves: [{ cause: …, works: often }]`, or `prepares: true` if other fixes require it.',
          )
        : [];
    return [
      ...(isMissing(file, 'explains')
        ? problem(
            'cause-explains-nothing',
            'This cause explains no symptom, so no reader would meet it.',
            'Add `explains: [{ symptom: …, likelihood: often }]`.',
          )
        : []),
      ...(!solved || solved.has(file.id)
        ? []
        : problem(
            'cause-without-fix',
            `No fix solves \`${file.id}\`, so its page would be a dead end.`,
            `Add \`- { cause: ${file.id}, works: often }\` to \`solves\` of a fix.`,
          )),
    ];
  });
}

/** Ids that some article points to; a misspelt one counts for the id that was meant. Undefined where any edge cannot be told, so that nobody can know. */
function targetsOf(
  content: Content,
  kind: Kind,
  list: 'explains' | 'solves',
  to: 'symptom' | 'cause',
): ReadonlySet<string> | undefined {
  if (content.unread[kind].size > 0) return undefined;
  const known = idsOf(content)[to];
  const targets = new Set<string>();
  for (const file of content.articles) {
    if (file.kind !== kind) continue;
    const entries = rawField(file, list);
    if (!isReadable(file) || (!Array.isArray(entries) && !isMissing(file, list))) return undefined;
    if (!Array.isArray(entries)) continue;
    for (const entry of entries as readonly unknown[]) {
      const id =
        typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[to] : undefined;
      if (typeof id !== 'string') return undefined;
      targets.add(meantId(id, known));
    }
  }
  return targets;
}

function checkRequirements(content: Content): readonly Problem[] {
  const fixes = new Map(
    content.articles.filter((file) => file.kind === 'fix').map((file) => [file.id, file]),
  );
  const required = (id: string): readonly string[] => {
    const file = fixes.get(id);
    return file ? referencesIn(file, ['requires', '[]']).map(({ to }) => to) : [];
  };
  return [...fixes.values()].flatMap((file) => {
    const references = referencesIn(file, ['requires', '[]']);
    const cycles = references.flatMap((reference): Problem[] => {
      const way = wayBetween(reference.to, file.id, required);
      if (!way) return [];
      const circle = [file.id, ...way];
      if (circle.length === 2)
        return [
          {
            kind: 'requires-cycle',
            place: reference.place,
            message: 'This fix requires itself.',
            hint: `Remove \`${file.id}\` from \`requires\`.`,
          },
        ];
      // The circle is told once, in its first file by name.
      return [...circle].sort()[0] !== file.id
        ? []
        : [
            {
              kind: 'requires-cycle',
              place: reference.place,
              message: `These fixes require each other in a circle, so none could come first: ${circle.map((id) => `\`${id}\``).join(' → ')}.`,
              hint: `Remove \`${reference.to}\` from \`requires\` here, or break the circle at another fix.`,
            },
          ];
    });
    return [
      ...cycles,
      ...references.flatMap((reference) => riskier(content, file, fixes.get(reference.to), reference.place)),
    ];
  });
}

function riskier(
  content: Content,
  file: ArticleFile,
  required: ArticleFile | undefined,
  place: Problem['place'],
): readonly Problem[] {
  const site = content.site?.value;
  if (!site || !required || !isReadable(file) || !isReadable(required)) return [];
  const harmless = site.risks[0]?.id ?? defaultRisks[0];
  const [theirs, ours] = [rawText(required, 'loses') ?? harmless, rawText(file, 'loses') ?? harmless];
  if (tierOf(site, ours) < 0 || tierOf(site, theirs) <= tierOf(site, ours)) return [];
  return [
    {
      kind: 'requires-riskier',
      place,
      message: `\`${required.id}\` has \`loses: ${theirs}\` and this fix \`loses: ${ours}\`, but a riskier fix never comes before a safer one.`,
      hint: `Remove \`${required.id}\` from \`requires\`, or write \`loses: ${theirs}\` here.`,
    },
  ];
}

/** The way from one fix to another along `requires`, both ends included; undefined when there is none. */
function wayBetween(
  from: string,
  to: string,
  next: (id: string) => readonly string[],
): readonly string[] | undefined {
  const queue: (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way[way.length - 1] as string;
    if (last === to) return way;
    for (const id of next(last)) {
      if (seen.has(id)) continue;
      seen.add(id);
      queue.push([...way, id]);
    }
  }
  return undefined;
}

function checkNeighbours(content: Content): readonly Problem[] {
  return content.articles
    .filter(({ kind }) => kind === 'symptom')
    .flatMap((file) =>
      referencesIn(file, ['similar', '[]', 'symptom'])
        .filter(({ to }) => to === file.id)
        .map(({ place }): Problem => ({
          kind: 'wrong-value',
          place,
          message: 'A symptom cannot look similar to itself.',
          hint: 'Name another symptom, or remove this entry.',
        })),
    );
}

/** `who` and `loses` against the lists of `site.yaml`. */
function checkChoices(content: Content): readonly Problem[] {
  const site = content.site?.value;
  if (!site) return [];
  const lists = [
    ['who', site.who],
    ['loses', site.risks],
  ] as const;
  return content.articles
    .filter(({ kind }) => kind !== 'symptom')
    .flatMap((file) =>
      lists.flatMap(([field, choices]) => {
        const value = rawText(file, field);
        return value !== undefined && isKebabCase(value) && (field === 'who' || file.kind === 'fix')
          ? checkChoice(
              value,
              choices.map(({ id }) => id),
              field,
              file.placeOf([field]),
            )
          : [];
      }),
    );
}
