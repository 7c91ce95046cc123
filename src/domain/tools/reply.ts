import { escapeText, linkTarget } from '../values/markdown-text.ts';
import type { ArticleFacts, FixFacts, SymptomFacts } from '../twins/article-facts.ts';
import { htmlText } from '../values/markup.ts';

/** In what a reply is written: as it goes into a chat, a mail or a ticket. */
export const replyForms = ['text', 'html', 'markdown'] as const;
export type ReplyForm = (typeof replyForms)[number];

/** Sentences with gaps: `{from}` and `{to}` for numbers of steps, `{links}` for what they lead to. */
export interface ReplyWords {
  readonly step: string;
  readonly steps: string;
  readonly fix: string;
  readonly plan: string;
  readonly see: string;
}

/** What somebody typed at the desk: words to search for, and the steps to hand on. */
export interface Typed {
  readonly words: string;
  readonly steps?: { readonly from: number; readonly to: number } | undefined;
}

/** A number or a span of numbers behind the words means steps: `restart 3-5`. */
export function typedAt(text: string): Typed {
  const [, words, one, other] = /^(.*\S)\s+#?(\d{1,2})(?:\s*(?:-|–|\.\.)\s*(\d{1,2}))?\s*$/.exec(text) ?? [];
  if (words === undefined) return { words: text.trim() };
  const [from, to] = [Number(one), Number(other ?? one)];
  return { words: words.trim(), steps: { from: Math.min(from, to), to: Math.max(from, to) } };
}

/** A reply that hands an article on: some steps of a fix or all of it, the beginning of the plan of a symptom, or a link to a cause. */
export function replyFor(facts: ArticleFacts, typed: Typed, form: ReplyForm, words: ReplyWords): string {
  const steps = facts.kind === 'fix' ? stepsIn(facts, typed) : [];
  const [first] = steps;
  const last = steps.at(-1);
  if (first && last) {
    const sentence = first === last ? words.step : words.steps;
    const links = steps
      .map(({ text, url }) => link({ text, url }, form, false))
      .join(form === 'text' ? ' ' : ', ');
    return filled(sentence, { from: String(first.number), to: String(last.number), links }, form);
  }
  if (facts.kind === 'symptom') return planReply(facts, form, words);
  const sentence = facts.kind === 'fix' ? words.fix : words.see;
  return filled(sentence, { links: link({ text: facts.title, url: facts.url }, form, true) }, form);
}

function stepsIn({ steps }: FixFacts, { steps: wanted }: Typed): FixFacts['steps'] {
  return wanted ? steps.filter(({ number }) => number >= wanted.from && number <= wanted.to) : [];
}

/** The first three fixes of a plan as a list. */
function planReply({ plans, moves, url, title }: SymptomFacts, form: ReplyForm, words: ReplyWords): string {
  const [plan] = plans;
  const fixes = [...(plan?.start ?? []), ...(plan?.then ?? [])].slice(0, 3).flatMap((id) => moves[id] ?? []);
  if (fixes.length === 0) return filled(words.see, { links: link({ text: title, url }, form, true) }, form);
  const rows = fixes.map((fix) => link({ text: fix.title, url: fix.url }, form, true));
  if (form === 'html') {
    const list = `<ol>${rows.map((row) => `<li>${row}</li>`).join('')}</ol>`;
    return `<p>${htmlText(words.plan)}</p>${list}`;
  }
  return [words.plan, ...rows.map((row, index) => `${index + 1}. ${row}`)].join('\n');
}

function link(
  { text, url }: { readonly text: string; readonly url: string },
  form: ReplyForm,
  named: boolean,
): string {
  if (form === 'html') return `<a href="${htmlText(url)}">${htmlText(text)}</a>`;
  if (form === 'markdown') return `[${escapeText(text)}](${linkTarget(url)})`;
  return named ? `${text} ${url}` : url;
}

/** `links` is written already; all else is text. */
function filled(sentence: string, values: Readonly<Record<string, string>>, form: ReplyForm): string {
  const text = form === 'html' ? htmlText(sentence) : sentence;
  const whole = text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return form === 'html' ? `<p>${whole}</p>` : whole;
}
