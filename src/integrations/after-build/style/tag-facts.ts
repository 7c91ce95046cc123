import { forEachAttribute, unescapeText, type Attribute, type Tag } from '../../../html/tags.ts';
import { namesOf, type Names } from './live-rules.ts';
import { scopeName } from './tight-style.ts';

/** What matters of a start tag; places count from where its attributes begin. */
export interface TagFacts {
  /** What style sheets may call the element. */
  readonly on: Names;
  /** The scopes of the element. */
  readonly marks: readonly Pick<Attribute, 'name' | 'from' | 'to'>[];
}

/** By the name of the tag and what is written in it. */
const factsOfTags = new Map<string, Map<string, TagFacts>>();
/** Tags that are remembered at most, all pages together: a few hundred make up most of every page. */
const mostTags = 10_000;
let tagCount = 0;

/** Most tags stand in many pages as they are; one with an address or a name of its own does not, and of many nothing matters but what they are. */
export function factsOf({ name, written }: Tag): TagFacts {
  if (!written.includes('data-astro-cid-') && !written.includes('class=') && !written.includes('id='))
    return bareFacts(name);
  if (written.length > 160 || / (?:href|id|value|content)=/.test(written)) return readFacts(name, written);
  const known = factsOfTags.get(name);
  const before = known?.get(written);
  if (before) return before;
  // A text of its own: a part of the page itself would hold all of it.
  const own = ` ${written}`.slice(1);
  const facts = readFacts(name, own);
  if (tagCount < mostTags) {
    tagCount += 1;
    factsOfTags.set(name, (known ?? new Map<string, TagFacts>()).set(own, facts));
  }
  return facts;
}

const factsOfNames = new Map<string, TagFacts>();

function bareFacts(name: string): TagFacts {
  const facts = factsOfNames.get(name) ?? { on: namesOf({ name, classes: [] }), marks: [] };
  factsOfNames.set(name, facts);
  return facts;
}

function readFacts(name: string, written: string): TagFacts {
  const marks: { name: string; from: number; to: number }[] = [];
  let id: string | undefined;
  let classes: readonly string[] | undefined;
  forEachAttribute(written, (attribute, escaped, from, to) => {
    if (attribute === 'id') id ??= unescapeText(escaped);
    else if (attribute === 'class') classes ??= unescapeText(escaped).split(/\s+/).filter(Boolean);
    else if (scopeName.test(attribute)) marks.push({ name: attribute, from, to });
  });
  return { on: namesOf({ name, id, classes: classes ?? [] }), marks };
}
