import type { Symptom } from '../../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { orderFaultsOf } from '../../domain/advice/page/order-faults.ts';
import { taskOf } from '../../domain/advice/planning-task.ts';
import { withAuthorOrder } from '../../domain/advice/page/shown-plan.ts';
import { planOf, type Effort } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { ArticleFile, Content } from '../content.ts';

/** The order that a symptom's page shows before any answer, by the author or computed. */
function orderOf(base: KnowledgeBase, symptom: Symptom, effort: Effort): readonly string[] {
  return withAuthorOrder(symptom, planOf(taskOf(base, symptom), effort), false).order;
}

/** Orders that a person would call silly: a wait of hours before a quick look, a change before a harmless look that is about as good. */
export function checkOrders(base: KnowledgeBase, file: ArticleFile, symptom: Symptom): readonly Problem[] {
  const problem = taskOf(base, symptom);
  const faultsIn = (effort: Effort) => orderFaultsOf(base, problem, orderOf(base, symptom, effort));
  // A quick plan is nearly always the proven one; what it shows is looked at again.
  if (faultsIn('quick').length === 0) return [];
  return faultsIn('prove').map(({ kind, earlier, later, costs }): Problem => {
    const written = symptom.order === 'author' ? symptom.fixes.indexOf(earlier) : -1;
    const waits = kind === 'wait-before-look';
    const price = `${costs < 0 ? 'saves' : 'costs'} ${Math.abs(costs).toFixed(2)} expected minutes of a reader who gets that far`;
    return {
      kind,
      place: written < 0 ? file.placeOf(['title']) : file.placeOf(['fixes', written]),
      message: waits
        ? `The plan asks for a wait of hours (\`${earlier}\`) before a look that takes minutes (\`${later}\`); the other way round ${price}.`
        : `The plan asks for a change (\`${earlier}\`) before a look of about equal time that changes nothing (\`${later}\`); the other way round ${price}.`,
      hint:
        written < 0
          ? waits
            ? `Raise the minutes of \`hours\` in \`burdens\` of site.yaml, look at how often \`${later}\` works, or let \`${earlier}\` require it.`
            : `Look at how often the two work and at the minutes of their \`burdens\` in site.yaml, or let \`${earlier}\` require \`${later}\`.`
          : `Put \`${later}\` before \`${earlier}\`.`,
    };
  });
}

/** Fixes whose own text sends the reader to another fix before they start, while a plan puts that one later. */
export function checkNeeds(base: KnowledgeBase, content: Content): readonly Problem[] {
  const words = content.words.writing;
  if (!words) return [];
  const named = content.articles.flatMap((file) =>
    namedBefore(file, words.beforeYouStart)
      .filter(({ id }) => base.fixes.has(id) && !requiresOf(base, file.id).has(id))
      .map((need) => ({ file, ...need })),
  );
  if (named.length === 0) return [];
  const orders = [...base.symptoms.values()].map((symptom) => ({
    symptom,
    order: orderOf(base, symptom, 'quick'),
  }));
  return named.flatMap(({ file, id, line, column }): Problem[] => {
    const wrong = orders.find(
      ({ order }) =>
        order.includes(id) && order.includes(file.id) && order.indexOf(id) > order.indexOf(file.id),
    );
    if (!wrong || requiresOf(base, id).has(file.id)) return [];
    return [
      {
        kind: 'needs-unsaid',
        place: file.placeAt(line, column),
        message: `The reader is sent to \`${id}\` before they start, but the plan of \`${wrong.symptom.id}\` puts it after this fix.`,
        hint: `Add \`${id}\` to \`requires\`, or name it after the steps.`,
      },
    ];
  });
}

/** The fixes that a text links to under "Before you start". */
function namedBefore(
  { kind, id: own, body }: ArticleFile,
  heading: RegExp,
): readonly { readonly id: string; readonly line: number; readonly column: number }[] {
  if (kind !== 'fix' || !body) return [];
  const headings = body.anchors.filter((anchor) => anchor.kind === 'heading');
  return body.links.flatMap(({ url, line, column }) => {
    const id = /^\/fixes\/([^/#?]+)/.exec(url)?.[1];
    const above = headings.findLast((anchor) => anchor.line < line);
    return id && id !== own && above && heading.test(above.text) ? [{ id, line, column }] : [];
  });
}

/** All fixes that one requires, directly or through others. */
function requiresOf(base: KnowledgeBase, id: string): ReadonlySet<string> {
  const direct = base.fixes.get(id)?.requires ?? [];
  return new Set([...direct, ...direct.flatMap((other) => [...requiresOf(base, other)])]);
}
