import { attributesOf, type Attribute, type Tag } from '../../../html/tags.ts';
import { namesOf, type Names } from './live-rules.ts';
import { scopeName } from './tight-style.ts';

/** What matters of a start tag; places count from where its attributes begin. */
export interface TagFacts {
  /** What style sheets may call the element. */
  readonly on: Names;
  /** The scopes of the element. */
  readonly marks: readonly Pick<Attribute, 'name' | 'from' | 'to'>[];
}

const factsOfTags = new Map<string, TagFacts>();
/** Tags that are remembered at most, all pages together: a few hundred make up most of every page. */
const mostTags = 10_000;

/** Most tags stand in many pages as they are; one with an address or a name of its own does not, and of many nothing matters but what they are. */
export function factsOf({ name, written }: Tag): TagFacts {
  if (!written.includes('data-astro-cid-') && !written.includes('class=') && !written.includes('id='))
    return bareFacts(name);
  if (written.length > 160 || / (?:href|id|value|content)=/.test(written)) return readFacts(name, written);
  const key = `${name} ${written}`;
  const before = factsOfTags.get(key);
  if (before) return before;
  // Out of the key: a part of the page itself would hold all of it.
  const facts = readFacts(key.slice(0, name.length), key.slice(name.length + 1));
  if (factsOfTags.size < mostTags) factsOfTags.set(key, facts);
  return facts;
}

const factsOfNames = new Map<string, TagFacts>();

function bareFacts(name: string): TagFacts {
  const facts = factsOfNames.get(name) ?? { on: namesOf({ name, classes: [] }), marks: [] };
  factsOfNames.set(name, facts);
  return facts;
}

function readFacts(name: string, written: string): TagFacts {
  const attributes = attributesOf({ written, at: 0 });
  const valueIn = (wanted: string): string | undefined =>
    attributes.find((attribute) => attribute.name === wanted)?.value;
  const marks = attributes.filter((attribute) => scopeName.test(attribute.name));
  return {
    on: namesOf({ name, id: valueIn('id'), classes: valueIn('class')?.split(/\s+/).filter(Boolean) ?? [] }),
    marks: marks.map(({ name: scope, from, to }) => ({ name: scope, from, to })),
  };
}
