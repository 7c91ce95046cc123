import type { SymptomView } from '../symptom-view.ts';

/** How many questions a reader of this page may still be asked, at most, by the pages that its answers lead to. */
export function questionsLeft(views: readonly SymptomView[], view: SymptomView): number {
  if (!view.ask) return 0;
  const { answers, unsure } = view.ask;
  const below = [...answers.map(({ href }) => href), ...(unsure ? [unsure] : [])].map((href) => {
    const next = views.find(({ path }) => path === href.replace(/#.*$/, ''));
    return next ? questionsLeft(views, next) : 0;
  });
  return 1 + Math.max(0, ...below);
}
