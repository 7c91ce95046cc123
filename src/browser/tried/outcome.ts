import { batchAddress, fixAddress, parseFrom } from '../../domain/advice/plan-address.ts';
import { planHomeOf } from '../../domain/advice/plan-home.ts';
import { knownWay } from '../../domain/knowledge/paths.ts';
import type { PlanFile } from '../../domain/advice/plan-file.ts';
import { markFix, resultOf, type Result } from '../../domain/reader/tried.ts';
import { nextAfter } from '../../domain/reader/next-after.ts';
import { fillWords } from '../fill-words.ts';
import type { OutcomePage, OutcomeWords } from './handed-over.ts';
import { ticksKey } from '../storage-keys.ts';
import { onReturn, openStore, readDevice, thisMinute } from './store.ts';
// In the script itself where the site asks, and nowhere else: a mark leads to another page at once, and waits for nothing.
import { tell } from './tell.ts';

/** What stands before every address of the site. */
const root = import.meta.env.ROOT;

customElements.define(
  'tried-outcome',
  class extends HTMLElement {
    connectedCallback(): void {
      startTicks();
      void startOutcome(this);
    }
  },
);

/** What keeps ticks is loaded for those who tick a step, or did. */
function startTicks(): void {
  const key = ticksKey + document.body.dataset['id'];
  const load = () => import('./ticks.ts').then(({ keepTicks }) => keepTicks(key));
  if (readDevice(key)) void load();
  else document.querySelector('main')!.addEventListener('change', load, { once: true });
}

/** Asks whether the fix helped, keeps the answer with the plan that the reader came from, and leads on to its next fix. */
async function startOutcome(element: HTMLElement): Promise<void> {
  const page = JSON.parse(element.dataset['page']!) as OutcomePage;
  const { mail, words } = page;
  const query = new URLSearchParams(location.search);
  const on = query.get('for');
  const fix = on ? `${page.fix}--${on}` : page.fix;
  const plan = await planFor(query.get('from') ?? '', fix);
  const store = openStore(plan?.symptom ?? '');
  const find: Find = (selector) => element.querySelector(selector)!;
  const done = plan ? batchDone(plan, fix, query.get('with') ?? '') : [];
  let kept = true;

  find('template').replaceWith(find<HTMLTemplateElement>('template').content);
  showOrigin(element, find, words, plan, fix);
  if (plan) offerMate(find, words, plan, fix, done);

  const show = (): void => {
    const marks = store.read();
    const result = resultOf(marks, fix);
    element.dataset['result'] = result ?? '';
    for (const button of element.querySelectorAll<HTMLElement>('[data-mark]'))
      button.setAttribute('aria-pressed', String(button.dataset['mark'] === result));
    if (mail && result)
      find<HTMLAnchorElement>('.mail').href =
        mail + encodeURIComponent(find('[aria-pressed=true] .after').textContent);
    if (plan) showNext(find, words, plan, nextAfter(fix, plan.fixes, { marks, kept }));
  };
  find('.marks').addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    const pressed = find('[aria-pressed=true]') as HTMLElement | null;
    const result = pressed ? undefined : (button.dataset['mark'] as Result);
    const untested = result === 'n' ? done.filter((id) => !resultOf(store.read(), id)) : [];
    kept = store.write(
      [...untested, fix].reduce((tried, id) => markFix(tried, id, result, thisMinute()), store.read()),
    );
    show();
    (pressed ?? button).focus();
    find('.said').textContent = result === 'w' ? words.worked : '';
    if (import.meta.env.ASKS && result && result !== 's') tell(page, plan, result);
    if (plan && result && result !== 'w') location.href = find<HTMLAnchorElement>('.on').href;
  });
  onReturn(show);
  show();
}

/** One part of the element that asks. */
type Find = <T extends HTMLElement>(selector: string) => T;

/** Shows which place the fix has in the plan that the reader came from, or of which cause they read before. */
function showOrigin(
  element: HTMLElement,
  find: Find,
  words: OutcomeWords,
  plan: CurrentPlan | undefined,
  fix: string,
): void {
  const place = document.querySelector<HTMLElement>('[data-tried-place]')!;
  if (plan) {
    const link = place.querySelector('a')!;
    const n = plan.fixes.indexOf(fix) + 1;
    element.dataset['plan'] = '';
    place.firstChild!.textContent = n
      ? fillWords(words.place, { n, total: plan.fixes.length })
      : words.placeOutside;
    link.textContent = plan.title;
    link.href = find<HTMLAnchorElement>('.back').href = root + plan.path;
    place.hidden = false;
  } else if (document.documentElement.dataset['cause'])
    void import('./from-cause.ts').then(({ showCause }) => showCause(element, place, words));
}

/** Offers to do the next fix of a batch as well, before both are tested. */
function offerMate(
  find: Find,
  words: OutcomeWords,
  plan: CurrentPlan,
  fix: string,
  done: readonly string[],
): void {
  const mate = mateIn(plan, fix);
  if (!mate) return;
  const together = find<HTMLAnchorElement>('.together');
  together.textContent = fillWords(words.together, { fix: plan.titles[mate]! });
  together.href = root + batchAddress(mate, plan.from, [...done, fix]);
  together.parentElement!.hidden = false;
}

/** Leads on to the next fix of the plan, or to its stop line. */
function showNext(find: Find, words: OutcomeWords, plan: CurrentPlan, next: string | undefined): void {
  find('[data-mark=n] .before').textContent = next ? words.noNext : words.noStop;
  const onward = find<HTMLAnchorElement>('.on');
  onward.textContent = next ? fillWords(words.next, { fix: plan.titles[next]! }) : words.stop;
  onward.href = root + (next ? fixAddress(next, plan.from) : `${plan.path}#stop`);
}

/** What the address says was done before the same test as this fix: moves of its batch, so that its result is theirs as well. */
function batchDone(plan: CurrentPlan, fix: string, given: string): readonly string[] {
  const batch = plan.batches.find((ids) => ids.includes(fix)) ?? [];
  return given.split('.').filter((id) => id !== fix && batch.includes(id));
}

/** The fix to do next before the same test. */
function mateIn(plan: CurrentPlan, fix: string): string | undefined {
  const batch = plan.batches.find((ids) => ids.includes(fix)) ?? [];
  return batch[batch.indexOf(fix) + 1];
}

/** A plan that the reader came from. */
type CurrentPlan = NonNullable<Awaited<ReturnType<typeof planFor>>>;

/** The plan that the reader came from, if there is one and it knows this fix. */
async function planFor(from: string, fix: string) {
  const came = parseFrom(from);
  if (!came) return undefined;
  try {
    const file = (await (await fetch(`${root}${planHomeOf(came.symptom)}plan.json`)).json()) as PlanFile;
    if (!file.fixes[fix]) return undefined;
    // What is not known of the way any more is left out; a symptom's earlier id has become its present one.
    const way = knownWay(came.way, (steps) => steps in file.plans);
    const path = `${file.path}${way && `${way}/`}`;
    return {
      symptom: file.id,
      title: file.short ?? file.title,
      titles: file.fixes,
      fixes: file.plans[way]!,
      batches: file.batches[way] ?? [],
      path,
      from: way ? `${file.id}/${way}` : file.id,
    };
  } catch {
    return undefined;
  }
}
