import type { Cause, Fix, Symptom, Works } from './article.ts';
import type { CausePlan } from './cause-plan.ts';
import { probabilitiesOf, type WeightedCause } from './evidence.ts';
import { entryOf, symptomsOfFix, type KnowledgeBase } from './knowledge-base.ts';
import { weightOf, type Weight } from './likelihood.ts';
import { planOf, type Plan, type PlanFix } from './plan.ts';
import { tierOf } from './site.ts';
import type { PlaceInPlan, PlanEntry, Reason, SymptomPlan } from './symptom-plan.ts';
import type { SymptomView } from './symptom-view.ts';

const startCount = 3;
const minutesPerWaitingMinute = 0.02;

/** The plan of a symptom, given the probabilities of its causes (by default those of its likelihood words). */
export function planSymptom(base: KnowledgeBase, symptom: Symptom, causes = priorOf(base, symptom)): SymptomPlan {
  const solvers = fixesFor(base, symptom);
  const plan = planOf({ causes, fixes: solvers.map(({ fix }) => planFixOf(base, fix, symptom)), support: base.site.support.minutes });
  return toPages(base, symptom, causes, plan);
}

/** The probabilities of a symptom's causes before any question. */
export function priorOf(base: KnowledgeBase, symptom: Symptom): readonly WeightedCause[] {
  return probabilitiesOf(base.causesOf.get(symptom.id) ?? [], base.site.unknown);
}

/** Every static page of a symptom: the plan itself first, then one for each answered question that pays. */
export function symptomViewsOf(base: KnowledgeBase, symptom: Symptom): readonly SymptomView[] {
  return [{ plan: planSymptom(base, symptom), answers: [] }];
}

/** The fixes of a cause in the order of a plan for that cause alone. */
export function planCause(base: KnowledgeBase, cause: Cause): CausePlan {
  const edges = base.fixesOf.get(cause.id) ?? [];
  const solving = edges.filter(({ works }) => works !== 'workaround');
  const fixes = solving.map(({ fix, works }) => engineFix(base, entryOf(base.fixes, fix), new Map([[cause.id, numberOf(works)]])));
  const plan = planOf({ causes: [{ id: cause.id, probability: 1 }], fixes, support: base.site.support.minutes });
  return {
    cause,
    fixes: [...plan.order, ...plan.rest].map((id) => {
      const edge = solving.find(({ fix }) => fix === id);
      return { fix: entryOf(base.fixes, id), works: edge?.works ?? 'sometimes', because: edge?.because };
    }),
    workarounds: edges.filter(({ works }) => works === 'workaround').map(({ fix, because }) => ({ fix: entryOf(base.fixes, fix), because })),
  };
}

/** Where a fix stands in the plan of each symptom that it serves. */
export function placesOf(base: KnowledgeBase, plans: ReadonlyMap<string, SymptomPlan>, fix: Fix): readonly PlaceInPlan[] {
  return symptomsOfFix(base, fix).map((symptom) => {
    const plan = entryOf(plans, symptom.id);
    const above = [...plan.start, ...plan.then];
    return { symptom, place: above.find((entry) => entry.fix.id === fix.id)?.place, total: above.length, workaround: plan.workarounds.some((way) => way.fix.id === fix.id) };
  });
}

function toPages(base: KnowledgeBase, symptom: Symptom, causes: readonly WeightedCause[], plan: Plan): SymptomPlan {
  const worst = base.site.risks.length - 1;
  const isLastResort = (id: string): boolean => worst > 0 && tierOf(base.site, entryOf(base.fixes, id).loses) === worst;
  const above = plan.order.filter((id) => !isLastResort(id));
  const below = plan.rest.filter((id) => !isLastResort(id));
  const last = [...plan.order, ...plan.rest].filter(isLastResort);
  let place = 0;
  const entry = (id: string): PlanEntry => ({ fix: entryOf(base.fixes, id), place: ++place, reasons: reasonsFor(base, symptom, causes, id) });
  const edges = base.causesOf.get(symptom.id) ?? [];
  return {
    symptom, exact: plan.exact,
    start: above.slice(0, startCount).map(entry),
    then: above.slice(startCount).map(entry),
    lessLikely: below.map(entry),
    lastResort: last.map(entry),
    workarounds: workaroundsFor(base, symptom),
    causes: [...edges].sort((a, b) => weightOf(b.likelihood) - weightOf(a.likelihood) || (a.cause < b.cause ? -1 : 1))
      .map(({ cause, likelihood, because }) => ({ cause: entryOf(base.causes, cause), likelihood, because })),
  };
}

function fixesFor(base: KnowledgeBase, symptom: Symptom): readonly { readonly fix: Fix }[] {
  const ids = new Set((base.causesOf.get(symptom.id) ?? []).flatMap(({ cause }) => (base.fixesOf.get(cause) ?? []).filter(({ works }) => works !== 'workaround').map(({ fix }) => fix)));
  return [...ids].sort().map((id) => ({ fix: entryOf(base.fixes, id) }));
}

function workaroundsFor(base: KnowledgeBase, symptom: Symptom): SymptomPlan['workarounds'] {
  const found = new Map<string, { fix: Fix; because: string | undefined; weight: number }>();
  for (const { cause, likelihood } of base.causesOf.get(symptom.id) ?? []) {
    for (const { fix, works, because } of base.fixesOf.get(cause) ?? []) {
      if (works !== 'workaround') continue;
      const before = found.get(fix);
      found.set(fix, { fix: entryOf(base.fixes, fix), because: before?.because ?? because, weight: (before?.weight ?? 0) + weightOf(likelihood) });
    }
  }
  const plain = [...found.values()].filter(({ fix }) => !fix.solves.some(({ cause, works }) => works !== 'workaround' && base.causes.get(cause)?.explains.some((edge) => edge.symptom === symptom.id)));
  return plain.sort((a, b) => b.weight - a.weight || a.fix.minutes - b.fix.minutes || (a.fix.id < b.fix.id ? -1 : 1)).slice(0, 3).map(({ fix, because }) => ({ fix, because }));
}

function reasonsFor(base: KnowledgeBase, symptom: Symptom, causes: readonly WeightedCause[], id: string): readonly Reason[] {
  const fix = entryOf(base.fixes, id);
  const edges = new Map((base.causesOf.get(symptom.id) ?? []).map((edge) => [edge.cause, edge]));
  return fix.solves
    .flatMap(({ cause, works, because }) => {
      const edge = edges.get(cause);
      if (!edge || works === 'workaround') return [];
      const gain = (causes.find((weighted) => weighted.id === cause)?.probability ?? 0) * numberOf(works);
      return [{ gain, reason: { cause: entryOf(base.causes, cause), likelihood: edge.likelihood, works: works as Weight | 'confirms', because } }];
    })
    .sort((a, b) => b.gain - a.gain || (a.reason.cause.id < b.reason.cause.id ? -1 : 1))
    .map(({ reason }) => reason);
}

function planFixOf(base: KnowledgeBase, fix: Fix, symptom: Symptom): PlanFix {
  const causes = new Set((base.causesOf.get(symptom.id) ?? []).map(({ cause }) => cause));
  return engineFix(base, fix, new Map(fix.solves.filter(({ cause, works }) => causes.has(cause) && works !== 'workaround').map(({ cause, works }) => [cause, numberOf(works)])));
}

function engineFix(base: KnowledgeBase, fix: Fix, works: ReadonlyMap<string, number>): PlanFix {
  return { id: fix.id, minutes: fix.minutes + minutesPerWaitingMinute * fix.wait, tier: tierOf(base.site, fix.loses), requires: fix.requires, works };
}

function numberOf(works: Works): number {
  if (works === 'workaround') return 0;
  return weightOf(works === 'confirms' ? 'almost-always' : works);
}

