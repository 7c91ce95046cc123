import type { Article, Cause, Fix } from '../knowledge/article.ts';
import { articlesOf, buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { likelihoodWords, shiftWeight, type LikelihoodWord } from '../knowledge/likelihood.ts';

/** A number that an author estimated: a word on an edge, or the minutes of a fix. Measured numbers are none. */
export type AuthoredValue =
  | {
      readonly kind: 'likelihood';
      readonly cause: string;
      readonly symptom: string;
      readonly now: LikelihoodWord;
    }
  | { readonly kind: 'works'; readonly fix: string; readonly cause: string; readonly now: LikelihoodWord }
  | { readonly kind: 'minutes'; readonly fix: string; readonly now: number };

/** The name of a value, as the question sheet has it: `likelihood <cause> <symptom>`, `works <fix> <cause>` or `minutes <fix>`. */
export function valueIdOf(value: AuthoredValue): string {
  if (value.kind === 'likelihood') return `likelihood ${value.cause} ${value.symptom}`;
  return value.kind === 'works' ? `works ${value.fix} ${value.cause}` : `minutes ${value.fix}`;
}

/** Every value of a knowledge base, in order of its articles. */
export function valuesOf(base: KnowledgeBase): readonly AuthoredValue[] {
  return [
    ...[...base.causes.values()].flatMap(({ id: cause, explains }) =>
      explains.flatMap(({ symptom, likelihood }): AuthoredValue[] =>
        isWord(likelihood) ? [{ kind: 'likelihood', cause, symptom, now: likelihood }] : [],
      ),
    ),
    ...[...base.fixes.values()].flatMap(({ id: fix, minutes, solves }): AuthoredValue[] => [
      { kind: 'minutes', fix, now: minutes },
      ...solves.flatMap(({ cause, works }): AuthoredValue[] =>
        isWord(works) ? [{ kind: 'works', fix, cause, now: works }] : [],
      ),
    ]),
  ];
}

/** What a value may be as well: its word one level up and down, its minutes doubled and halved. */
export function shiftsOf(value: AuthoredValue): readonly AuthoredValue[] {
  if (value.kind === 'minutes')
    return value.now > 0 ? [2, 0.5].map((factor) => ({ ...value, now: value.now * factor })) : [];
  return [1, -1]
    .map((levels) => ({ ...value, now: shiftWeight(value.now, levels) as LikelihoodWord }))
    .filter(({ now }) => now !== value.now);
}

/** The symptoms whose plans a value has a part in. */
export function symptomsWith(base: KnowledgeBase, value: AuthoredValue): readonly string[] {
  if (value.kind === 'likelihood') return [value.symptom];
  const causes =
    value.kind === 'works' ? [value.cause] : entryOf(base.fixes, value.fix).solves.map(({ cause }) => cause);
  const ids = causes.flatMap((cause) => entryOf(base.causes, cause).explains.map(({ symptom }) => symptom));
  return [...new Set(ids)].sort();
}

/** The knowledge base as it would be with these values in place of its own. */
export function withValues(base: KnowledgeBase, values: readonly AuthoredValue[]): KnowledgeBase {
  const articles = articlesOf(base).map((article): Article => {
    if (article.kind === 'cause') return values.reduce<Cause>(changeCause, article);
    return article.kind === 'fix' ? values.reduce<Fix>(changeFix, article) : article;
  });
  return buildKnowledgeBase(base.site, articles, [...base.questions.values()], base.start);
}

function changeCause(cause: Cause, value: AuthoredValue): Cause {
  if (value.kind !== 'likelihood' || value.cause !== cause.id) return cause;
  const explains = cause.explains.map((edge) =>
    edge.symptom === value.symptom ? { ...edge, likelihood: value.now } : edge,
  );
  return { ...cause, explains };
}

function changeFix(fix: Fix, value: AuthoredValue): Fix {
  if (value.kind === 'likelihood' || value.fix !== fix.id) return fix;
  if (value.kind === 'minutes') return { ...fix, minutes: value.now };
  const solves = fix.solves.map((edge) =>
    edge.cause === value.cause ? { ...edge, works: value.now } : edge,
  );
  return { ...fix, solves };
}

function isWord(weight: unknown): weight is LikelihoodWord {
  return likelihoodWords.some((word) => word === weight);
}
