import type { SiteContent } from '../domain/site-content.ts';

/** Is told of each cell that is read: a place in the content of the site, by a name that `cellOf` understands. */
export type Note = (cell: string) => void;

/** What is looked into part by part; all else is read whole, or entry by entry where it is a map. */
const parted: readonly string[] = ['base', 'old'];

/** The content of the site with the same values in the same order, and a note of whatever is read of it, also of what is not there. */
export function watched(content: SiteContent, note: Note): SiteContent {
  return watchedPart(content, '', note) as SiteContent;
}

/** What a cell holds now; undefined where there is none any more. */
export function cellOf(content: SiteContent, cell: string): unknown {
  let at: unknown = content;
  for (const word of cell.split(' ')) {
    if (at instanceof Map) return entryOf(at, word);
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[word] : undefined;
  }
  return at;
}

function entryOf(map: ReadonlyMap<unknown, unknown>, word: string): unknown {
  if (word === every) return map;
  if (word === names) return [...map.keys()];
  const id = word.slice(1);
  return word.startsWith('?') ? map.has(id) : map.get(id);
}

const every = '*';
const names = '#';

function watchedPart(part: object, name: string, note: Note): object {
  const made = new Map<string, unknown>();
  return new Proxy(part, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof key !== 'string') return value;
      const cell = `${name}${key}`;
      if (!made.has(key) && value instanceof Map) made.set(key, watchedMap(value, cell, note));
      else if (!made.has(key) && parted.includes(cell) && typeof value === 'object' && value !== null)
        made.set(key, watchedPart(value, `${cell} `, note));
      if (!made.has(key)) note(cell);
      return made.get(key) ?? value;
    },
  });
}

function watchedMap(
  map: ReadonlyMap<string, unknown>,
  name: string,
  note: Note,
): ReadonlyMap<string, unknown> {
  const reading = <T>(cell: string, read: () => T): T => {
    note(`${name} ${cell}`);
    return read();
  };
  return {
    get: (id) => reading(`=${id}`, () => map.get(id)),
    has: (id) => reading(`?${id}`, () => map.has(id)),
    get size() {
      return reading(names, () => map.size);
    },
    keys: () => reading(names, () => map.keys()),
    values: () => reading(every, () => map.values()),
    entries: () => reading(every, () => map.entries()),
    forEach: (each, self) => reading(every, () => map.forEach(each, self)),
    [Symbol.iterator]: () => reading(every, () => map[Symbol.iterator]()),
  };
}
