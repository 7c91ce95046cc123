import { elementsIn, rewrite, type HtmlElement, type Span } from '../../html/elements.ts';

/** The beginning of a fix's steps, for the card of a plan. */
export interface FirstSteps {
  /** The first words of each step, as HTML without ids. */
  readonly items: readonly string[];
  /** How many steps there are in all, on the device that the card is for. */
  readonly total: number;
  /** The device or model that these steps are for, where the fix tells them apart. */
  readonly label?: string | undefined;
  /** What an author warns of before the steps, as HTML. */
  readonly warning?: string | undefined;
}

const most = 3;
const known = new Map<string, FirstSteps>();

/**
 * The first steps of a fix; `bodyOf` renders it, once in a build, since thousands of pages show the same few. `whole` takes every
 * step, for a fix that has its plan for itself.
 */
export async function firstStepsOf(
  fix: string,
  bodyOf: () => Promise<string>,
  device: string | undefined,
  whole: boolean,
): Promise<FirstSteps> {
  const key = `${fix} ${device ?? ''} ${whole}`;
  const steps = known.get(key) ?? firstSteps(await bodyOf(), device, whole ? Infinity : most);
  if (!import.meta.env?.DEV) known.set(key, steps);
  return steps;
}

/**
 * The first steps of a rendered fix. Of variants, those for `device` (a version's id) are taken, else the first. Only the words that
 * a step begins with: pictures, notes and lists stand on the fix page.
 */
export function firstSteps(body: string, device?: string, count = most): FirstSteps {
  const all = elementsIn(body);
  const steps = all.filter((element) => isA(element, 'step'));
  const variants = all.filter(
    (element) => isA(element, 'variant') && steps.some((step) => isIn(step, element)),
  );
  const chosen = variants.filter((variant, index) => fits(variant, device) ?? isFirst(body, variants, index));
  const left = steps.filter((step) => {
    const holders = variants.filter((variant) => isIn(step, variant));
    return holders.length === 0 || holders.some((holder) => chosen.includes(holder));
  });
  const label =
    chosen[0] && all.find((element) => isA(element, 'label') && isIn(element, chosen[0] as HtmlElement));
  const warning = all.find(
    ({ attributes, startTag }) =>
      attributes['data-kind'] === 'warning' && startTag.from < (steps[0]?.startTag.from ?? 0),
  );
  const said = warning && all.find((element) => isIn(element, warning) && isPlainParagraph(element));
  return {
    items: within(
      left.slice(0, count).map((step) => leadOf(body, all, step, device)),
      count,
    ),
    total: left.length,
    label: label && body.slice(label.inside.from, label.inside.to).trim(),
    // The fix page says the rest of it.
    warning: said && shortened(leadOf(body, all, said, device)),
  };
}

/** As many as fit on a small screen: at least two, and at most about four lines. */
function within(steps: readonly string[], count: number): readonly string[] {
  if (count === Infinity) return steps;
  const lengthTo = (index: number): number => textOf(steps.slice(0, index + 1).join('')).length;
  return steps.map(shortened).filter((_, index) => index < 2 || lengthTo(index) <= 120);
}

/** A step's first sentence, where the whole is long. */
function shortened(step: string): string {
  if (textOf(step).length <= 70) return step;
  const end = /[^.]{20,}?[.!?](?= [A-ZÀ-Ý])/u.exec(step);
  const first = end ? step.slice(0, end.index + end[0].length) : step;
  return textOf(first).split('<').length === 1 && balanced(first) ? first : step;
}

function balanced(html: string): boolean {
  return (html.match(/<\w/g)?.length ?? 0) === (html.match(/<\//g)?.length ?? 0);
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

/** Whether a variant is for the device; undefined where that cannot be told. */
function fits({ attributes }: HtmlElement, device: string | undefined): boolean | undefined {
  const ids = attributes['data-variant']?.split(' ');
  const beside = attributes['data-beside']?.split(' ');
  return device !== undefined && beside?.includes(device) ? ids?.includes(device) : undefined;
}

/** Whether no other variant stands directly before it. */
function isFirst(body: string, variants: readonly HtmlElement[], index: number): boolean {
  const [before, own] = [variants[index - 1], variants[index]];
  return !before || !own || !/^<\/div>\s*$/.test(body.slice(before.inside.to, own.startTag.from));
}

const blocks = ['figure', 'div', 'ul', 'ol', 'table', 'pre', 'details', 'p', 'blockquote'];

function leadOf(body: string, all: readonly HtmlElement[], holder: HtmlElement, device?: string): string {
  const within = all.filter((element) => isIn(element, holder));
  const first = within[0];
  const begins = first && body.slice(holder.inside.from, first.startTag.from).trim() === '';
  const { from, to } = first?.name === 'p' && begins ? first.inside : holder.inside;
  const end = within.find(
    (element) => element.startTag.from >= from && (blocks.includes(element.name) || isA(element, 'anchor')),
  );
  const span = { from, to: Math.min(to, end?.startTag.from ?? to) };
  const inside = within.filter(({ startTag }) => startTag.from >= span.from && startTag.from < span.to);
  return plain(body, span, inside, device);
}

/** A piece without ids, links to the glossary and ways for other devices. */
function plain(body: string, span: Span, inside: readonly HtmlElement[], device: string | undefined): string {
  const drop = inside.filter((element) => isA(element, 'was') || isOtherWay(element, device));
  const kept = inside.filter((element) => !drop.some((other) => other !== element && isIn(element, other)));
  const changes = kept.flatMap((element): readonly (Span & { readonly by: string })[] => {
    const whole = { from: element.startTag.from, to: endOf(body, element) };
    if (drop.includes(element)) return [{ ...whole, by: '' }];
    if (isA(element, 'term'))
      return [
        { ...element.startTag, by: '' },
        { from: element.inside.to, to: whole.to, by: '' },
      ];
    return [];
  });
  const text = rewrite(body.slice(0, span.to), changes).slice(span.from);
  return text
    .replace(/ (?:id|data-variant|data-beside)="[^"]*"/g, '')
    .replace(/(<span class="ways"[^>]*><span class="way"[^>]*>)<span class="or"[^>]*>[^<]*<\/span>/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function isOtherWay(element: HtmlElement, device: string | undefined): boolean {
  return isA(element, 'way') && fits(element, device) === false;
}

function endOf(body: string, { name, inside }: HtmlElement): number {
  const close = `</${name}>`;
  return body.startsWith(close, inside.to) ? inside.to + close.length : inside.to;
}

function isPlainParagraph(element: HtmlElement): boolean {
  return element.name === 'p' && !isA(element, 'name');
}

function isA({ attributes }: HtmlElement, name: string): boolean {
  return attributes['class']?.split(' ').includes(name) ?? false;
}

function isIn(one: HtmlElement, other: HtmlElement): boolean {
  return one.startTag.from >= other.inside.from && one.startTag.to <= other.inside.to;
}
