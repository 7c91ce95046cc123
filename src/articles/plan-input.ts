import { z } from 'astro/zod';
import type { Instance } from '../domain/plan/instance.ts';

/** The risks in order of their tier. */
const risks = ['safe', 'settings', 'data'] as const;

/** What one file may hold; minutes are below about two months. */
const most = {
  instances: 1000,
  causes: 100,
  fixes: 100,
  questions: 12,
  answers: 8,
  minutes: 100_000,
  weight: 1_000_000,
} as const;

const allowed = {
  text: 'a text of 1 to 200 characters',
  causes: `an object of 1 to ${most.causes} causes with their weights, not all 0`,
  chances: 'an object of chances from 0 to 1 by cause',
  answers: `an object of 2 to ${most.answers} answers with the chance of each, by cause`,
} as const;

// The message of every rule is what is allowed there; `sentenceOf` makes a sentence of it.
const text = z.string(allowed.text).min(1, allowed.text).max(200, allowed.text);
const chances = byName(number(0, 1), allowed.chances).transform((entries) => new Map(entries));

const fix = record({
  id: text,
  minutes: number(0, most.minutes),
  risk: z.enum(risks, `one of ${risks.map((risk) => JSON.stringify(risk)).join(', ')}`),
  resolves: chances,
  requires: listOf(text, 'a list of fix ids', most.fixes).optional(),
}).transform(({ id, minutes, risk, resolves, requires = [] }) => ({
  id,
  minutes,
  tier: risks.indexOf(risk),
  works: resolves,
  requires,
}));

const question = record({
  id: text,
  minutes: number(0, most.minutes),
  answers: byName(chances, allowed.answers)
    .refine((answers) => answers.length >= 2 && answers.length <= most.answers, allowed.answers)
    .transform((answers) => answers.map(([id, likely]) => ({ id, likely, otherwise: 0 }))),
});

// Rules about several values are transforms: refinements would run on what is already refused.
const instance = record({
  name: text,
  causes: byName(number(0, most.weight), allowed.causes)
    .refine(
      (causes) => causes.length <= most.causes && causes.some(([, weight]) => weight > 0),
      allowed.causes,
    )
    .transform((causes) => {
      const total = causes.reduce((sum, [, weight]) => sum + weight, 0);
      return causes.map(([id, weight]) => ({ id, probability: weight / total }));
    }),
  fixes: listOf(fix, 'a list of fixes', most.fixes).transform((fixes, context) => {
    refuseRepeats(fixes, context);
    refuseCircles(fixes, context);
    return fixes;
  }),
  questions: listOf(question, 'a list of questions', most.questions)
    .transform((questions, context) => {
      refuseRepeats(questions, context);
      return questions;
    })
    .optional(),
  escalationMinutes: number(0, most.minutes),
}).transform((read, context): Instance => {
  refuseStrangers(read, context);
  const { name, causes, fixes, questions, escalationMinutes } = read;
  return { name, task: { causes, fixes, support: escalationMinutes }, questions };
});

/** Reads a list of instances in the form of the test vectors (fields not known are ignored). Throws an Error that names the instance, the field and what is allowed. */
export function parseInstances(input: unknown): readonly Instance[] {
  const parsed = listOf(instance, 'a list of instances', most.instances).safeParse(input);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(sentenceOf(input, first?.path ?? [], first?.message ?? 'something else'));
}

function number(least: number, greatest: number) {
  const range = `a number from ${least} to ${greatest}`;
  return z.number(range).min(least, range).max(greatest, range);
}

function listOf<S extends z.ZodType>(item: S, what: string, atMost: number) {
  const list = `${what}, at most ${atMost}`;
  return z.array(item, list).max(atMost, list);
}

/** An object with known fields; what is no object has none of them. */
function record<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => (isRecord(value) ? value : {}), z.object(shape));
}

/** An object of any names as a list of entries, since names such as `__proto__` are names like others. */
function byName<S extends z.ZodType>(value: S, what: string) {
  return z
    .custom<Readonly<Record<string, unknown>>>(isRecord, what)
    .transform((object, context): (readonly [string, z.output<S>])[] =>
      Object.entries(object).flatMap(([name, inner]) => {
        const parsed = value.safeParse(inner);
        if (parsed.success) return [[name, parsed.data] as const];
        for (const { message, path } of parsed.error.issues)
          context.addIssue({ code: 'custom', message, path: [name, ...path] });
        return [];
      }),
    );
}

type Context = z.core.$RefinementCtx;
type Fix = z.output<typeof fix>;

function refuse(context: Context, message: string, path: readonly (string | number)[] = []): void {
  context.addIssue({ code: 'custom', message, path: [...path] });
}

function refuseRepeats(items: readonly { readonly id: string }[], context: Context): void {
  const ids = items.map((item) => item.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined)
    refuse(context, `a list without the same id twice (${JSON.stringify(repeated)} is there twice)`);
}

function refuseCircles(fixes: readonly Fix[], context: Context): void {
  let open = fixes;
  for (let before = -1; before !== open.length;) {
    before = open.length;
    const ids = new Set(open.map(({ id }) => id));
    open = open.filter(({ requires }) => requires.some((id) => ids.has(id)));
  }
  const names = open.map(({ id }) => JSON.stringify(id)).join(', ');
  if (open.length > 0)
    refuse(context, `a list in which no fix requires itself, directly or through others (see ${names})`);
}

/** Fixes and answers speak of the causes of their instance only, and the answers to a question leave no other. */
function refuseStrangers(
  {
    causes,
    fixes,
    questions = [],
  }: {
    readonly causes: readonly { readonly id: string }[];
    readonly fixes: readonly Fix[];
    readonly questions?: readonly z.output<typeof question>[] | undefined;
  },
  context: Context,
): void {
  const ids = new Set(causes.map(({ id }) => id));
  const refuseStranger = (chancesByCause: ReadonlyMap<string, number>, path: (string | number)[]): void => {
    const stranger = [...chancesByCause.keys()].find((cause) => !ids.has(cause));
    if (stranger !== undefined)
      refuse(
        context,
        `an object of chances by cause, with causes of this instance only (${JSON.stringify(stranger)} is none)`,
        path,
      );
  };
  for (const [index, { works }] of fixes.entries()) refuseStranger(works, ['fixes', index, 'resolves']);
  for (const [index, { answers }] of questions.entries()) {
    for (const { id, likely } of answers) refuseStranger(likely, ['questions', index, 'answers', id]);
    for (const cause of ids) {
      const sum = answers.reduce((total, { likely }) => total + (likely.get(cause) ?? 0), 0);
      if (Math.abs(sum - 1) > 0.01)
        refuse(
          context,
          `such that the chances of all answers add up to 1 for each cause (for ${JSON.stringify(cause)} they add up to ${sum})`,
          ['questions', index, 'answers'],
        );
    }
  }
}

/** Says in one sentence where in the input a value stands, what is allowed there, and what was found. */
function sentenceOf(input: unknown, path: readonly PropertyKey[], what: string): string {
  const [index, ...rest] = path;
  if (index === undefined) return `The input must be ${what}${found(input)}.`;
  const name = valueAt(input, [index, 'name']);
  const isNamed = text.safeParse(name).success;
  const owner = `Instance ${Number(index) + 1}${isNamed ? ` (${JSON.stringify(name)})` : ''}`;
  const place = rest.map((step, at) => placeIn(step, rest[at - 1])).join('');
  return `${owner}: \`${place.replace(/^\./, '')}\` must be ${what}${found(valueAt(input, path))}.`;
}

/** A step of a path as one writes it: a number or a name of the author's own in brackets, a field behind a dot. */
function placeIn(step: PropertyKey, before: PropertyKey | undefined): string {
  const isOwn = before === 'causes' || before === 'resolves' || before === 'answers';
  return typeof step === 'number' || isOwn ? `[${JSON.stringify(step)}]` : `.${String(step)}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );
}

/** The offending value, where it is short enough to say more than the rule does. */
function found(value: unknown): string {
  if (value === undefined) return ', but is missing';
  if (typeof value === 'object' && value !== null) return '';
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `, not ${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
