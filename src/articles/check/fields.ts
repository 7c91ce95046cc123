import { closest } from '../../domain/problems/closest.ts';
import { isKebabCase } from '../../domain/knowledge/paths.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { checkPlatform } from './platform.ts';
import { isMissing, rawField, rawText } from '../read/raw-fields.ts';
import type { TextFile, Content, FieldPath } from '../content.ts';
import { daysAfter, isIsoDate } from '../../domain/values/iso-date.ts';
import { nearestWord } from '../../domain/knowledge/likelihood.ts';
import { defaultRisks } from '../../domain/knowledge/site.ts';
import { type ComponentName } from '../../markdown/components.ts';

/** What is wrong with the fields of an article that no schema of single fields can see. Reads them as written, so that one wrong field hides no other. */
export function checkFields(file: TextFile, content: Content, today: string): readonly Problem[] {
  return [
    ...(file.kind === 'fix'
      ? [...checkLoss(file, content), ...checkVerify(file), ...checkSteps(file, content)]
      : []),
    ...(file.kind === 'symptom' ? checkOrder(file) : []),
    ...(file.kind === 'cause' ? [] : checkApplies(file, content)),
    ...checkSources(file),
    ...checkDates(file, today),
  ];
}

function checkLoss(file: TextFile, content: Content): readonly Problem[] {
  const risks: readonly string[] = content.site?.value.risks.map(({ id }) => id) ?? defaultRisks;
  const loses = rawText(file, 'loses');
  if (loses === undefined || risks.indexOf(loses) < 1 || !isMissing(file, 'lost')) return [];
  return [
    {
      kind: 'missing-lost',
      place: file.placeOf(['loses']),
      message: `\`loses: ${loses}\` stands without a list of what exactly is lost, which the reader must know before the first step.`,
      hint: 'Add `lost: [first thing, second thing]`.',
    },
  ];
}

function checkVerify(file: TextFile): readonly Problem[] {
  if (!isMissing(file, 'verify')) return [];
  return [
    {
      kind: 'missing-verify',
      place: file.placeOf(['title']),
      message: 'The fix does not say how the reader sees that it worked.',
      hint: 'Add `verify: …` with one sentence that names what to see.',
    },
  ];
}

const steps: ComponentName = 'Steps';

function checkSteps(file: TextFile, content: Content): readonly Problem[] {
  const { body } = file;
  const heading = `\`## ${content.words.content.headings.steps}\``;
  if (!body || body.words === 0) return [];
  if (body.procedures.length > 0) {
    // A first step without its space is told as such.
    return body.procedures
      .filter(({ ordered, line }) => !ordered && !/^\s*\d+[.)]\p{L}/u.test(file.lines[line] ?? ''))
      .map(({ line, column }): Problem => ({
        kind: 'steps-not-ordered',
        place: file.placeAt(line, column),
        message: 'The steps are not in a numbered list, so none of them has a number or a link.',
        hint: 'Begin each step with `1. `, `2. ` and so on, with a blank line before the first.',
      }));
  }
  const inside = body.components.find(({ name }) => name === steps);
  if (inside)
    return [
      {
        kind: 'missing-steps',
        place: file.placeAt(inside.line, inside.column),
        message: '`<Steps>` stands inside another component, where its steps get no links.',
        hint: 'Put `<Steps>` around the other component.',
      },
    ];
  if (body.components.some(({ name }) => closest(name, [steps]) !== undefined)) return [];
  return [
    {
      kind: 'missing-steps',
      place: file.placeAt(firstLineOf(file), 1),
      message: 'The fix has no steps, so the reader does not learn what to do.',
      hint:
        file.format === 'mdx'
          ? `Add a heading ${heading} and below it \`<Steps>\`, a numbered list (\`1. …\`) and \`</Steps>\`.`
          : `Add a heading ${heading} and below it a numbered list (\`1. …\`).`,
    },
  ];
}

function checkApplies(file: TextFile, content: Content): readonly Problem[] {
  const applies = rawField(file, 'applies');
  if (typeof applies !== 'object' || applies === null || Array.isArray(applies)) return [];
  return Object.entries(applies).flatMap(([platform, versions]: [string, unknown]) =>
    isKebabCase(platform) && (typeof versions === 'string' || typeof versions === 'number')
      ? checkPlatform(content, platform, String(versions), file.placeOf(['applies', platform]))
      : [],
  );
}

function checkOrder(file: TextFile): readonly Problem[] {
  const problem = (path: FieldPath, message: string, hint: string): Problem => ({
    kind: 'wrong-order',
    place: file.placeOf(path),
    message,
    hint,
  });
  if (rawField(file, 'order') !== 'author') {
    return isMissing(file, 'fixes') || rawField(file, 'fixes') === undefined || !isMissing(file, 'order')
      ? []
      : [
          problem(
            ['fixes'],
            '`fixes` is written without `order: author`, so the list would do nothing.',
            'Add `order: author` with `because: …`, or remove `fixes`.',
          ),
        ];
  }
  const lacks = [
    ...(isMissing(file, 'because')
      ? [['its reason', '`because: …`: why this order is better than the computed one']]
      : []),
    ...(isMissing(file, 'fixes')
      ? [['its list', '`fixes: [first-fix, second-fix]` in the order you want']]
      : []),
  ];
  return lacks.length === 0
    ? []
    : [
        problem(
          ['order'],
          `\`order: author\` stands without ${lacks.map(([what]) => what).join(' and ')}.`,
          `Add ${lacks.map(([, add]) => add).join(', and ')}.`,
        ),
      ];
}

/** A number in place of a likelihood word claims to be measured, so it needs a source. */
function checkSources(file: TextFile): readonly Problem[] {
  const edges = [
    ['explains', 'likelihood'],
    ['solves', 'works'],
  ] as const;
  return edges.flatMap(([list, field]) => {
    const raw = rawField(file, list);
    if (!Array.isArray(raw)) return [];
    return raw.flatMap((edge: unknown, index): Problem[] => {
      if (typeof edge !== 'object' || edge === null) return [];
      const { [field]: value, source } = edge as Record<string, unknown>;
      return typeof value !== 'number' || value < 0 || value > 1 || source
        ? []
        : [
            {
              kind: 'number-without-source',
              place: file.placeOf([list, index, field]),
              message: `\`${field}: ${value}\` claims to be measured, but no source is named.`,
              hint: `Add \`source: …\` to this entry, or use a word, like \`${field}: ${nearestWord(value)}\`.`,
            },
          ];
    });
  });
}

/** Nobody checks anything tomorrow; a day is left for other time zones. */
export function checkDates(file: TextFile, today: string): readonly Problem[] {
  const latest = daysAfter(today, 1);
  const future = (value: unknown, place: Place): Problem[] =>
    typeof value === 'string' && isIsoDate(value) && value > latest
      ? [
          {
            kind: 'wrong-value',
            place,
            message: `\`checked: ${value}\` lies in the future.`,
            hint: `Write the day on which it was checked, like \`checked: ${today}\`.`,
          },
        ]
      : [];
  const sources = rawField(file, 'sources');
  return [
    ...future(rawField(file, 'checked'), file.placeOf(['checked'])),
    ...(Array.isArray(sources)
      ? sources.flatMap((source: unknown, index) =>
          future(
            (source as { checked?: unknown } | null)?.checked,
            file.placeOf(['sources', index, 'checked']),
          ),
        )
      : []),
  ];
}

/** The first line of the body with text, or the last line of the file. */
export function firstLineOf(file: TextFile): number {
  const end = file.lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  const first = file.lines.findIndex((line, index) => index > end && line.trim() !== '');
  return first === -1 ? Math.max(1, file.lines.length) : first + 1;
}
