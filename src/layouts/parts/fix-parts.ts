import { elementsIn, type HtmlElement } from '../../html/elements.ts';
import { tagsIn, valueOf } from '../../html/tags.ts';

/** The text of a fix, in the order in which somebody who does it needs it. */
export interface FixParts {
  /** Notes for those who followed an old link. */
  readonly notes: string;
  /** What warns: the first block of it stands before the steps, the rest is folded. */
  readonly before: string;
  readonly beforeMore: string;
  /** The heading of the steps, beside which the choices of models and versions stand. */
  readonly heading: string;
  readonly steps: string;
  /** How to see that it worked. */
  readonly check: string;
  /** What follows after the reader has said what came of it. */
  readonly rest: string;
  /** What explains: folded, after all. */
  readonly about: string;
}

/** The ids of the headings that tell the parts. */
export interface PartIds {
  readonly before: string;
  readonly steps: string;
  readonly check: string;
}

/** Parts a rendered fix. Without a heading above its steps, all of it is `steps`. Nothing is left out: every id stays on the page. */
export function fixParts(html: string, ids: PartIds): FixParts {
  const tags = tagsIn(html);
  const headings = tags.filter(({ name }) => name === 'h2');
  const sections = headings.map((heading, index) => ({
    id: valueOf(heading, 'id'),
    from: heading.from,
    to: headings[index + 1]?.from ?? html.length,
  }));
  const at = sections.findIndex(({ id }) => id === ids.steps);
  if (at < 0)
    return {
      notes: '',
      before: '',
      beforeMore: '',
      heading: '',
      steps: html,
      check: '',
      rest: '',
      about: '',
    };
  const text = ({ from, to }: { readonly from: number; readonly to: number }): string => html.slice(from, to);
  const warns = ({ id, from, to }: (typeof sections)[number]): boolean =>
    id === ids.before ||
    tags.some((tag) => tag.from >= from && tag.from < to && valueOf(tag, 'data-kind') === 'warning');
  const first = sections.slice(0, at);
  const after = sections.slice(at + 1);
  const whole = sections[at] ? text(sections[at]) : '';
  const ends = whole.indexOf('</h2>') + '</h2>'.length;
  const [before, beforeMore] = cut(first.filter(warns).map(text).join(''));
  return {
    notes: html.slice(0, sections[0]?.from ?? 0),
    before,
    beforeMore,
    heading: whole.slice(0, ends),
    steps: whole.slice(ends),
    check: after
      .filter(({ id }) => id === ids.check)
      .map(text)
      .join(''),
    rest: after
      .filter(({ id }) => id !== ids.check)
      .map(text)
      .join(''),
    about: first
      .filter((section) => !warns(section))
      .map(text)
      .join(''),
  };
}

/** The heading with its first block, and what follows them. */
function cut(html: string): readonly [string, string] {
  if (html === '') return ['', ''];
  const all = elementsIn(html);
  const heading = all.find(({ name }) => name === 'h2');
  const block = all.find(({ startTag }) => heading !== undefined && startTag.from >= endOf(html, heading));
  if (!block) return [html, ''];
  const to = endOf(html, block);
  return [html.slice(0, to), html.slice(to).trim()];
}

function endOf(html: string, { name, inside }: HtmlElement): number {
  const close = `</${name}>`;
  return html.startsWith(close, inside.to) ? inside.to + close.length : inside.to;
}
