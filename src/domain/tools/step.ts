import { closest } from '../problems/closest.ts';
import { didYouMean, few, sentences } from '../problems/say.ts';
import type { FixFacts, StepFacts } from '../twins/article-facts.ts';
import { decodePart } from '../values/decode.ts';
import type { Fault } from './fault.ts';

/** A step of a fix, with those beside it. */
export interface StepAnswer {
  readonly fix: string;
  readonly title: string;
  readonly number: number;
  readonly of: number;
  readonly text: string;
  readonly url: string;
  readonly before?: StepFacts | undefined;
  readonly after?: StepFacts | undefined;
}

/** The article that a permanent link leads to, and the place in it. */
export interface LinkParts {
  readonly id: string;
  readonly anchor: string;
}

/** The parts of a link to an article, with or without its site before it: `/fixes/<id>/#<anchor>` or `/go/<id>/#<anchor>`; undefined for any other text. */
export function linkParts(link: string): LinkParts | undefined {
  const [, id, anchor = ''] =
    /(?:^|\/)(?:fixes|causes|symptoms|go)\/([a-z0-9-]+)\/?(?:[?][^#]*)?(?:#([^\s#]*))?$/.exec(link.trim()) ??
    [];
  return id === undefined ? undefined : { id, anchor: decodePart(anchor) };
}

/** The step of a fix at an anchor. */
export function stepAnswer(facts: FixFacts, anchor: string): StepAnswer | Fault {
  const anchorOf = ({ url }: StepFacts): string => decodePart(url.split('#')[1] ?? '');
  const at = facts.steps.findIndex((step) => anchorOf(step) === anchor);
  const step = facts.steps[at];
  if (!step) {
    const anchors = facts.steps.map(anchorOf);
    return {
      fault: sentences(
        anchor === '' ? 'The link names no step.' : `The fix \`${facts.id}\` has no step \`${anchor}\`.`,
        didYouMean(anchor === '' ? undefined : closest(anchor, anchors)) ?? `Its steps: ${few(anchors, 12)}.`,
      ),
    };
  }
  return {
    fix: facts.id,
    title: facts.title,
    number: step.number,
    of: facts.steps.length,
    text: step.text,
    url: step.url,
    before: facts.steps[at - 1],
    after: facts.steps[at + 1],
  };
}
