import { aboveStop } from '../advice/symptom-plan.ts';
import type { SymptomView } from '../advice/symptom-view.ts';
import { handsOnOf } from '../knowledge/article.ts';
import { fixAddress } from '../advice/plan-address.ts';

/** What an embed shows: addresses are paths from the root of the site. */
export interface Embed {
  readonly language: string;
  readonly direction: string;
  readonly title: string;
  readonly path: string;
  readonly more: string;
  readonly fixes: readonly { readonly title: string; readonly path: string; readonly time: string }[];
}

const most = 4;

/** The plan of a symptom for the error screen of an app: its first fixes. */
export function embedOf(
  { plan: { symptom, ...plan }, path }: SymptomView,
  site: { readonly language: string; readonly direction: string },
  words: { readonly more: string; readonly minutes: (minutes: number) => string },
): Embed {
  return {
    language: site.language,
    direction: site.direction,
    title: symptom.title,
    path,
    more: words.more,
    fixes: aboveStop(plan)
      .slice(0, most)
      .map(({ id, title, fix }) => ({
        title,
        path: fixAddress(id, symptom.id),
        time: words.minutes(handsOnOf(fix)),
      })),
  };
}

/**
 * The script of an embed: shows the plan where its tag stands, in a shadow of its own. It asks for nothing, runs no text, and sets no style
 * attribute, so that a page needs to allow its address in `script-src` and no more; links lead to the site that the script comes from.
 */
export function embedScript(embed: Embed): string {
  return `(${mount.toString().replace(/\n\s*/g, '\n')})(${JSON.stringify(embed).replaceAll('<', '\\u003c')});\n`;
}

/** Runs in the pages of others, so it stands for itself: it names nothing from outside. */
function mount(embed: Embed): void {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const root = new URL('../../', script.src).href.replace(/\/$/, '');
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const make = (name: string, text: string, within: Node): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    within.appendChild(element);
    return element;
  };
  const link = (path: string, text: string, within: Node): void => {
    const element = make('a', text, within) as HTMLAnchorElement;
    element.href = root + path;
    element.target = '_blank';
    element.rel = 'noopener';
  };
  const section = make('section', '', shadow);
  section.lang = embed.language;
  section.dir = embed.direction;
  section.setAttribute('aria-label', embed.title);
  make('h2', embed.title, section);
  const list = make('ol', '', section);
  for (const { title, path, time } of embed.fixes) {
    const item = make('li', '', list);
    link(path, title, item);
    make('span', ` · ${time}`, item);
  }
  link(embed.path, embed.more, make('p', '', section));
  if (typeof CSSStyleSheet === 'function' && 'adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host{display:block;font:1rem/1.5 system-ui,sans-serif;color:inherit}h2{font-size:1.1rem;margin:0 0 .5rem}ol{margin:0;padding-inline-start:1.5rem}li{margin-block:.35rem}a{color:inherit}span{opacity:.75}p{margin:.75rem 0 0}',
    );
    shadow.adoptedStyleSheets = [sheet];
  }
  script.after(host);
}
