import { batchAddress, fixAddress, parseFrom } from '../../domain/advice/plan-address.ts';
import { planHomeOf } from '../../domain/advice/plan-home.ts';
import { knownWay } from '../../domain/knowledge/paths.ts';
import type { PlanFile } from '../../domain/advice/plan-file.ts';
import { markFix, nextUntried, resultOf, type Result } from '../../domain/reader/tried.ts';
import { fillWords } from '../fill-words.ts';
import { ticksKey } from '../storage-keys.ts';
import { onReturn, openStore, readDevice, thisMinute } from './store.ts';

/** What stands before every address of the site. */
const root = import.meta.env.ROOT;

/** What `Outcome.astro` hands over. */
export interface OutcomePage {
  readonly fix: string;
  /** Where the answer is sent, if the owner of the site wants it. */
  readonly endpoint?: string | undefined;
  /** Whether all that was tried is sent there instead, and how often it is the truth. */
  readonly truth?: number | undefined;
  /** A mail address with a subject that lacks only the answer, if the owner of the site wants it. */
  readonly mail?: string | undefined;
  readonly words: OutcomeWords;
}

export interface OutcomeWords {
  readonly place: string;
  readonly placeOutside: string;
  readonly fromCause: string;
  readonly otherFixes: string;
  readonly noNext: string;
  readonly noStop: string;
  readonly next: string;
  readonly stop: string;
  readonly worked: string;
  readonly together: string;
}

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
  const { fix: article, endpoint, truth, mail, words } = JSON.parse(element.dataset['page']!) as OutcomePage;
  const query = new URLSearchParams(location.search);
  const on = query.get('for');
  const fix = on ? `${article}--${on}` : article;
  const plan = await planFor(query.get('from') ?? '', fix);
  const store = openStore(plan?.symptom ?? '');
  // Loaded before anything is marked, since the mark leads to another page.
  const telling = endpoint ? import('./tell.ts') : undefined;
  const find = <T extends HTMLElement>(selector: string, root: ParentNode = element): T =>
    root.querySelector<T>(selector)!;
  const at = plan ? plan.fixes.indexOf(fix) + 1 : 0;
  let kept = true;

  find('template').replaceWith(find<HTMLTemplateElement>('template').content);
  const onward = find<HTMLAnchorElement>('.on');
  const place = find('[data-tried-place]', document);
  const link = find<HTMLAnchorElement>('a', place);
  if (plan) {
    element.dataset['plan'] = '';
    place.firstChild!.textContent = at
      ? fillWords(words.place, { n: at, total: plan.fixes.length })
      : words.placeOutside;
    link.textContent = plan.title;
    link.href = find<HTMLAnchorElement>('.back').href = root + plan.path;
    place.hidden = false;
  } else if (document.documentElement.dataset['cause'])
    void import('./from-cause.ts').then(({ showCause }) => showCause(element, place, words));
  const done = plan ? batchDone(plan, fix, query.get('with') ?? '') : [];
  const mate = plan && mateIn(plan, fix);
  if (plan && mate) {
    const together = find<HTMLAnchorElement>('.together');
    together.textContent = fillWords(words.together, { fix: plan.titles[mate]! });
    together.href = root + batchAddress(mate, plan.from, [...done, fix]);
    together.parentElement!.hidden = false;
  }

  const show = (): void => {
    const tried = store.read();
    const result = resultOf(tried, fix);
    element.dataset['result'] = result ?? '';
    for (const button of element.querySelectorAll<HTMLElement>('[data-mark]'))
      button.setAttribute('aria-pressed', String(button.dataset['mark'] === result));
    if (mail && result)
      find<HTMLAnchorElement>('.mail').href =
        mail + encodeURIComponent(find('[aria-pressed=true] .after').textContent);
    if (!plan) return;
    // A device that keeps nothing must not send its reader round in a circle.
    const next = nextUntried(kept ? plan.fixes : plan.fixes.slice(at), markFix(tried, fix, 'n', 0));
    find('[data-mark=n] .before').textContent = next ? words.noNext : words.noStop;
    onward.textContent = next ? fillWords(words.next, { fix: plan.titles[next]! }) : words.stop;
    onward.href = root + (next ? fixAddress(next, plan.from) : `${plan.path}#stop`);
  };

  find('.marks').addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    const pressed = element.querySelector<HTMLElement>('[aria-pressed=true]');
    const result = pressed ? undefined : (button.dataset['mark'] as Result);
    const untested = result === 'n' ? done.filter((id) => !resultOf(store.read(), id)) : [];
    kept = store.write(
      [...untested, fix].reduce((tried, id) => markFix(tried, id, result, thisMinute()), store.read()),
    );
    show();
    (pressed ?? button).focus();
    find('.said').textContent = result === 'w' ? words.worked : '';
    if (endpoint && result && result !== 's')
      void telling?.then((tell) =>
        truth ? plan && tell.tellTried(endpoint, plan, truth) : tell.tellAnswer(endpoint, article, result),
      );
    if (plan && result && result !== 'w') location.href = onward.href;
  });
  onReturn(show);
  show();
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
