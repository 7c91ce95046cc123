import type { SearchResult } from '../../domain/search/results.ts';
import {
  replyFor,
  replyForms,
  typedAt,
  type ReplyForm,
  type ReplyWords,
  type Typed,
} from '../../domain/tools/reply.ts';
import type { ArticleFacts } from '../../domain/twins/article-facts.ts';
import { whileTyping } from '../search/answers.ts';
import { elementOf, markup } from '../markup.ts';
import { askerOf } from '../search/open-index.ts';

/** What stands before every address of the site. */
const root = import.meta.env.ROOT;

interface DeskWords extends ReplyWords {
  readonly copied: string;
  readonly byHand: string;
  readonly nothing: string;
}

/** Type, choose with the arrows, copy with Enter: the answer is made of the facts of the article that is chosen. */
class AgentDesk extends HTMLElement {
  readonly #asker = askerOf();
  readonly #known = new Map<string, Promise<ArticleFacts | undefined>>();
  #results: readonly SearchResult[] = [];
  #chosen = 0;
  /** The words that the list answers, and whether they are whole. */
  #answered = { text: '', typing: true };
  #turn = 0;

  connectedCallback(): void {
    const input = this.#part<HTMLInputElement>('[role=combobox]');
    input.addEventListener(
      'input',
      whileTyping((typing) => void this.#ask(typing)),
    );
    input.addEventListener('keydown', (event) => this.#press(event));
    this.#part('[role=listbox]').addEventListener('click', ({ target, currentTarget }) => {
      const options = [...(currentTarget as Element).children];
      const index = options.findIndex((option) => option.contains(target as Node));
      if (index >= 0) this.#choose(index);
    });
    this.addEventListener('change', () => this.#choose(this.#chosen));
    this.#part('button').addEventListener('click', () => void this.#copy());
  }

  #part<T extends HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }

  get #words(): DeskWords {
    return JSON.parse(this.dataset['words']!) as DeskWords;
  }

  get #typed(): Typed {
    return typedAt(this.#part<HTMLInputElement>('[role=combobox]').value);
  }

  get #form(): ReplyForm {
    const value = this.querySelector<HTMLInputElement>('[name=form]:checked')?.value;
    return replyForms.find((form) => form === value) ?? 'text';
  }

  #press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    const count = this.#results.length;
    if (step === undefined) void this.#ask(false).then(() => this.#copy());
    else if (count > 0) this.#choose((this.#chosen + step + count) % count);
  }

  #choose(index: number): void {
    this.#chosen = index;
    // What is said twice is heard twice only where it was gone meanwhile.
    this.#part('.said').textContent = '';
    void this.#show();
  }

  async #ask(typing: boolean): Promise<void> {
    const { words: text } = this.#typed;
    const { text: before, typing: half } = this.#answered;
    // Another span of steps leaves the list as it is.
    if (text === before && (typing || !half)) return this.#show();
    const asked = text === '' ? undefined : await this.#asker.ask({ text, typing });
    if (this.#typed.words !== text) return;
    const chosen = text === before ? this.#results[this.#chosen]?.article.path : undefined;
    this.#answered = { text, typing };
    this.#results = (asked?.outcome.results ?? []).filter(({ article }) =>
      /^\/(?:symptoms|causes|fixes)\//.test(article.path),
    );
    this.#chosen = Math.max(
      0,
      this.#results.findIndex(({ article }) => article.path === chosen),
    );
    this.#list(text !== '' && !typing);
    await this.#show();
  }

  #list(isDone: boolean): void {
    const list = this.#part('[role=listbox]');
    list.replaceChildren(
      ...this.#results.map(({ article }, index) =>
        elementOf(
          markup`<li role="option" id="desk-${String(index)}" aria-selected="false">${article.title}</li>`,
        ),
      ),
    );
    const isEmpty = this.#results.length === 0;
    list.hidden = isEmpty;
    this.#part('[role=combobox]').setAttribute('aria-expanded', String(!isEmpty));
    this.#part('.said').textContent = isDone && isEmpty ? this.#words.nothing : '';
  }

  async #show(): Promise<void> {
    const own = ++this.#turn;
    const options = [...this.#part('[role=listbox]').children];
    for (const [index, option] of options.entries())
      option.setAttribute('aria-selected', String(index === this.#chosen));
    options[this.#chosen]?.scrollIntoView({ block: 'nearest' });
    const input = this.#part('[role=combobox]');
    if (options.length > 0) input.setAttribute('aria-activedescendant', `desk-${this.#chosen}`);
    else input.removeAttribute('aria-activedescendant');
    const reply = await this.#reply();
    if (own !== this.#turn) return;
    const field = this.#part<HTMLTextAreaElement>('textarea');
    field.value = reply;
    field.parentElement!.hidden = this.#part('button').hidden = reply === '';
  }

  async #reply(): Promise<string> {
    const result = this.#results[this.#chosen];
    if (!result) return '';
    const { path } = result.article;
    const facts = this.#known.get(path) ?? factsAt(path);
    this.#known.set(path, facts);
    return replyFor((await facts) ?? plainFacts(result), this.#typed, this.#form, this.#words);
  }

  async #copy(): Promise<void> {
    const reply = await this.#reply();
    if (reply === '') return;
    const isCopied = await copied(reply, this.#form);
    this.#part('.said').textContent = isCopied ? this.#words.copied : this.#words.byHand;
    if (!isCopied) this.#part<HTMLTextAreaElement>('textarea').select();
  }
}
customElements.define('agent-desk', AgentDesk);

/** What the site publishes of an article; undefined where it publishes nothing. */
async function factsAt(path: string): Promise<ArticleFacts | undefined> {
  try {
    const response = await fetch(`${root}${path.replace(/\/$/, '')}.json`);
    return response.ok ? ((await response.json()) as ArticleFacts) : undefined;
  } catch {
    return undefined;
  }
}

/** Enough for a link to an article without published facts. */
function plainFacts({ article: { title, path } }: SearchResult): ArticleFacts {
  return { kind: 'cause', title, url: location.origin + root + path } as ArticleFacts;
}

/** HTML goes as text and as what it means, so that a mail shows links and a form takes the markup. */
async function copied(reply: string, form: ReplyForm): Promise<boolean> {
  try {
    const as = (type: string): Record<string, Blob> => ({ [type]: new Blob([reply], { type }) });
    if (form === 'html' && typeof ClipboardItem === 'function')
      await navigator.clipboard.write([new ClipboardItem({ ...as('text/plain'), ...as('text/html') })]);
    else await navigator.clipboard.writeText(reply);
    return true;
  } catch {
    return false;
  }
}
