import { aboveStop } from '../advice/symptom-plan.ts';
import type { SymptomView } from '../advice/symptom-view.ts';
import { handsOnOf } from '../knowledge/article.ts';
import { fixAddress } from '../advice/plan-address.ts';

/** What an embed shows: addresses are paths from the root of the site. */
export interface Embed {
  readonly language: string;
  readonly direction: string;
  readonly title: string;
  readonly more: string;
  /** What stands before the choice of a device. */
  readonly of: string;
  /** `*` in a path stands for the plan that a reader comes from. */
  readonly fixes: readonly { readonly title: string; readonly path: string; readonly time: string }[];
  /** The one for readers who say nothing stands first; with others, a reader or the app says the device. */
  readonly plans: readonly EmbedPlan[];
}

/** The plan for some devices. */
export interface EmbedPlan {
  readonly label: string;
  /** Ids of devices, and of their platforms where all of one share the plan. */
  readonly devices: readonly string[];
  readonly path: string;
  /** Places in `fixes`. */
  readonly fixes: readonly number[];
  /** The question of the page; each answer leads to its plan on the site. */
  readonly ask?:
    | {
        readonly title: string;
        readonly answers: readonly { readonly label: string; readonly path: string }[];
      }
    | undefined;
}

export interface EmbedWords {
  readonly more: string;
  readonly of: string;
  readonly any: string;
  readonly minutes: (minutes: number) => string;
}

const most = 4;
/** Bytes that a script may have, unpacked. */
const mostBytes = 6000;

/** The plans of a symptom, before any answer, for the error screen of an app: the first fixes of each, and its question. `views` are the pages of the symptom, the one that stands for it first. */
export function embedOf(
  views: readonly SymptomView[],
  site: { readonly language: string; readonly direction: string },
  words: EmbedWords,
): Embed {
  const [first] = views;
  if (!first) throw new Error('A symptom has a page.');
  const fixes = new Map<string, Embed['fixes'][number]>();
  const plans = choicesOf(first, words.any).flatMap(({ label, covers, href }): EmbedPlan[] => {
    const view = views.find(({ path }) => path === href);
    if (!view) return [];
    const moves = aboveStop(view.plan)
      .slice(0, most)
      .map(({ id, title, fix }) => {
        // The test of fixes that share one is not counted for each, as on the page.
        const shares = view.plan.batches.some((batch) => batch.includes(id));
        const time = words.minutes(shares ? fix.minutes : handsOnOf(fix));
        fixes.set(id + time, { title, path: fixAddress(id, '*'), time });
        return id + time;
      });
    const order = [...fixes.keys()];
    return [
      {
        label,
        devices: covers,
        path: href,
        fixes: moves.map((move) => order.indexOf(move)),
        ask: view.ask && {
          title: view.ask.title,
          answers: view.ask.answers.map((answer) => ({ label: answer.label, path: answer.href })),
        },
      },
    ];
  });
  const { language, direction } = site;
  const { title } = first.plan.symptom;
  return { language, direction, title, more: words.more, of: words.of, fixes: [...fixes.values()], plans };
}

/** The devices that have plans, the plan of the first page first. */
function choicesOf({ path, devices }: SymptomView, forAny: string) {
  const rest = { label: forAny, covers: [], href: path };
  if (!devices) return [rest];
  const choices = devices.choices.map(({ id, label, covers, href }) => ({
    label,
    covers: [...new Set([id, ...covers])],
    href,
  }));
  const all = devices.any === undefined ? choices : [{ ...rest, href: devices.any }, ...choices];
  return all.toSorted((a, b) => Number(b.href === path) - Number(a.href === path));
}

/**
 * The script of an embed: shows the plan where its tag stands, in a shadow of its own. It asks for nothing, runs no text, and sets no style
 * attribute, so that a page needs to allow its address in `script-src` and no more; links lead to the site that the script comes from. What has no room in
 * 6,000 bytes stands on the site alone: first the questions, then the devices.
 */
export function embedScript(embed: Embed): string {
  const [first] = embed.plans;
  const plain = embed.plans.map((plan) => ({ ...plan, ask: undefined }));
  const tries = [embed, { ...embed, plans: plain }, { ...embed, plans: first ? [first] : [] }].map(scriptOf);
  return (
    tries.find((text) => new TextEncoder().encode(text).length <= mostBytes) ??
    scriptOf({ ...embed, plans: plain.slice(0, 1) })
  );
}

function scriptOf({ plans, fixes, ...embed }: Embed): string {
  // Only what a plan leads to.
  const used = [...new Set(plans.flatMap((plan) => plan.fixes))];
  const own: Embed = {
    ...embed,
    fixes: used.flatMap((at) => fixes[at] ?? []),
    plans: plans.map((plan) => ({ ...plan, fixes: plan.fixes.map((at) => used.indexOf(at)) })),
  };
  const [run, ...parts] = [mount, make, fill].map((part) => part.toString().replace(/\n\s*/g, '\n'));
  return `(${run})(${JSON.stringify(own).replaceAll('<', '\\u003c')},${parts.join(',')});\n`;
}

// What follows runs in the pages of others, as text: each function stands for itself and names nothing from outside.
// Stryker disable all: what is shipped as its own text cannot be changed inside; a browser tries it in `e2e/desk.spec.ts`.

/** Shows an embed behind the tag of its script. */
function mount(embed: Embed, add: typeof make, show: typeof fill): void {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const root = new URL('../../', script.src).href.replace(/\/$/, '');
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const section = add('section', '', shadow);
  section.lang = embed.language;
  section.dir = embed.direction;
  section.setAttribute('aria-label', embed.title);
  add('h2', embed.title, section);
  const { device = '' } = script.dataset;
  const known = embed.plans.findIndex(({ devices }) => devices.includes(device));
  const choice = add('p', '', section);
  const shown = add('div', '', section);
  if (embed.plans.length > 1) {
    const select = add('select', '', add('label', `${embed.of} `, choice)) as HTMLSelectElement;
    for (const { label } of embed.plans) add('option', label, select);
    select.selectedIndex = Math.max(0, known);
    select.onchange = () => show(embed, select.selectedIndex, root, shown, add);
  } else choice.remove();
  show(embed, Math.max(0, known), root, shown, add);
  if (typeof CSSStyleSheet === 'function' && 'adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host{display:block;font:1rem/1.5 system-ui,sans-serif;color:inherit}h2{font-size:1.1rem;margin:0 0 .5rem}ol{margin:0;padding-inline-start:1.5rem}li{margin-block:.35rem}a{color:inherit}p a{margin-inline-end:.5rem}select{font:inherit}span{opacity:.75}p{margin:.75rem 0 0}',
    );
    shadow.adoptedStyleSheets = [sheet];
  }
  script.after(host);
}

/** Adds an element with a text. */
function make(name: string, text: string, within: Node): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  within.appendChild(element);
  return element;
}

/** Shows one of the plans. */
function fill(embed: Embed, at: number, root: string, shown: HTMLElement, add: typeof make): void {
  const link = (path: string, text: string, within: Node): void => {
    const element = add('a', text, within) as HTMLAnchorElement;
    element.href = root + path;
    element.target = '_blank';
    element.rel = 'noopener';
  };
  const { path: page, fixes, ask } = embed.plans[at]!;
  shown.textContent = '';
  if (ask) {
    const question = add('p', `${ask.title} `, shown);
    for (const { label, path } of ask.answers) link(path, label, question);
  }
  const list = add('ol', '', shown);
  for (const place of fixes) {
    const { title, path, time } = embed.fixes[place]!;
    const item = add('li', '', list);
    link(path.replace('*', page.slice('/symptoms/'.length, -1)), title, item);
    add('span', ` · ${time}`, item);
  }
  if (fixes.length === 0) list.remove();
  link(page, embed.more, add('p', '', shown));
}
