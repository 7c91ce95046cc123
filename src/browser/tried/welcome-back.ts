import type { PlanFile } from '../../domain/advice/plan-file.ts';
import { planHomeOf } from '../../domain/advice/plan-home.ts';
import { lastPlanOf, placeIn } from '../../domain/reader/last-plan.ts';
import { triedKey, welcomedKey } from '../storage-keys.ts';
import { fillWords } from '../fill-words.ts';
import { openStore, readDevice } from './store.ts';

/** What stands before every address of the site. */
const root = import.meta.env.ROOT;

/** `<welcome-back>`: in the place of its own words it says where a returning reader was, until they hide that. Nothing moves: the words give up their room. */
class WelcomeBack extends HTMLElement {
  connectedCallback(): void {
    void this.greet();
  }

  private async greet(): Promise<void> {
    const last = lastPlanOf(keptSymptoms().map((symptom) => ({ symptom, tried: openStore(symptom).read() })));
    if (!last || Number(readDevice(welcomedKey)) >= last.at) return;
    const file = await planOf(last.symptom);
    const place = file && placeIn(file.plans['']!, last.tried);
    if (!place) return;
    const [before, template] = [[...this.childNodes], this.querySelector('template')!];
    this.style.minBlockSize = `${this.offsetHeight}px`;
    this.replaceChildren(template.content.cloneNode(true));
    this.querySelector('span')!.textContent = fillWords(template.dataset['words']!, place);
    const link = this.querySelector('a')!;
    link.href = root + file.path;
    link.textContent = file.title;
    this.querySelector('button')!.addEventListener('click', () => {
      this.replaceChildren(...before);
      document.getElementById('main')?.focus({ preventScroll: true });
      try {
        localStorage.setItem(welcomedKey, String(last.at));
      } catch {
        // Storage is refused: then the words come again.
      }
    });
  }
}

/** The symptoms of which this device keeps marks. */
function keptSymptoms(): readonly string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(triedKey) ? [key.slice(triedKey.length)] : [],
    );
  } catch {
    return [];
  }
}

/** The plan of a symptom as it is now; undefined where it is gone or cannot be loaded. */
async function planOf(symptom: string): Promise<PlanFile | undefined> {
  try {
    return (await (await fetch(`${root}${planHomeOf(symptom)}plan.json`)).json()) as PlanFile;
  } catch {
    return undefined;
  }
}

customElements.define('welcome-back', WelcomeBack);
