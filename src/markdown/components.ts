/** What an attribute of a component takes. */
export interface Attribute {
  readonly required?: true;
  /** The values that it takes, where not every one will do. */
  readonly values?: readonly string[];
  /** Names a picture, or a place in the interface. */
  readonly names?: 'picture' | 'place';
  /** The reader sees its words, so the search finds them. */
  readonly said?: true;
}

/** Everything that the check, the faults of MDX, the ids, the search, the glossary and the pages need to know of a component. */
export interface Component {
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** A block of its own wherever the author wrote it, or a part of a line. */
  readonly flow: 'block' | 'inline';
  /** What stands between its tags: the author's text, labels of a drawn screen, or nothing, so that it closes itself. */
  readonly holds: 'text' | 'labels' | 'nothing';
  /** The attributes that count as its words in the id of a heading or step; the first one given. */
  readonly lends?: readonly string[];
}

/** What an author may write in MDX; everything else is a problem. The drawing of each is the file of its name in `components/mdx`. */
export const components = {
  Steps: { attributes: {}, flow: 'block', holds: 'text' },
  Callout: {
    attributes: { kind: { values: ['note', 'tip', 'warning'] }, title: { said: true } },
    flow: 'block',
    holds: 'text',
  },
  Path: {
    attributes: { to: { required: true, names: 'place' }, for: {}, then: { said: true } },
    flow: 'inline',
    holds: 'nothing',
    lends: ['then', 'to'],
  },
  Variant: { attributes: { for: {}, versions: {}, label: { said: true } }, flow: 'block', holds: 'text' },
  Screen: { attributes: { title: { required: true, said: true } }, flow: 'block', holds: 'labels' },
  Row: {
    attributes: {
      label: { required: true, said: true },
      value: { said: true },
      toggle: { values: ['on', 'off'] },
      tap: {},
      note: { said: true },
    },
    flow: 'block',
    holds: 'nothing',
  },
  Picture: {
    attributes: { id: { required: true, names: 'picture' }, alt: { said: true } },
    flow: 'block',
    holds: 'nothing',
  },
} as const satisfies Readonly<Record<string, Component>>;

/** What draws a program text. No author can write it: the check takes nothing but the components above. */
export const codeBlock = 'Code';

export type ComponentName = keyof typeof components;

export const componentNames = Object.keys(components) as readonly ComponentName[];

/** The row of a component; undefined for any other name. */
export function componentOf(name: string | null | undefined): Component | undefined {
  return isComponent(name) ? components[name] : undefined;
}

/** Whether authors may write a component of this name. */
export function isComponent(name: string | null | undefined): name is ComponentName {
  return typeof name === 'string' && Object.hasOwn(components, name);
}

/** The components with an attribute that names a picture or a place, and that attribute. */
export function namersOf(what: 'picture' | 'place'): ReadonlyMap<string, string> {
  return new Map(
    componentNames.flatMap((name) =>
      Object.entries<Attribute>(components[name].attributes).flatMap(([attribute, { names }]) =>
        names === what ? [[name, attribute] as const] : [],
      ),
    ),
  );
}

/** Plain HTML elements that may stand in MDX, without attributes. */
export const harmlessElements: ReadonlySet<string> = new Set(['kbd', 'br', 'sup', 'sub', 'mark']);
