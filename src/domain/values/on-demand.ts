/** A map with these keys, each value of which is made when somebody asks for it, once. */
export function mapOnDemand<V>(keys: readonly string[], make: (key: string) => V): ReadonlyMap<string, V> {
  const all = new Set(keys);
  const made = new Map<string, V>();
  const get = (key: string): V | undefined => {
    if (!made.has(key) && all.has(key)) made.set(key, make(key));
    return made.get(key);
  };
  // The keys are those of the map, so each has a value.
  const whole = (): ReadonlyMap<string, V> => new Map([...all].map((key) => [key, get(key) as V]));
  return {
    get,
    has: (key) => all.has(key),
    size: all.size,
    keys: () => new Set(all).values() as MapIterator<string>,
    values: () => whole().values(),
    entries: () => whole().entries(),
    forEach: (each, self) => whole().forEach(each, self),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  };
}

/** A function that makes something of each text (or other thing) once. */
export function onceEach<T, Of = string>(make: (of: Of) => T): (of: Of) => T {
  const made = new Map<Of, T>();
  return (of) => {
    const before = made.get(of);
    if (before !== undefined) return before;
    const value = make(of);
    made.set(of, value);
    return value;
  };
}

/** A function that makes something of each object once, for as long as somebody holds it. */
export function onceEachObject<A extends object, T extends object>(make: (of: A) => T): (of: A) => T {
  const made = new WeakMap<A, T>();
  return (of) => {
    const before = made.get(of);
    if (before !== undefined) return before;
    const value = make(of);
    made.set(of, value);
    return value;
  };
}

/** A value that is made when somebody asks for it, once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A function that makes something of each two objects once, for as long as somebody holds both. */
export function onceEachPair<A extends object, B extends object, T extends object>(
  make: (a: A, b: B) => T,
): (a: A, b: B) => T {
  const made = new WeakMap<A, WeakMap<B, T>>();
  return (a, b) => {
    const ofA = made.get(a) ?? new WeakMap<B, T>();
    made.set(a, ofA);
    const value = ofA.get(b) ?? make(a, b);
    ofA.set(b, value);
    return value;
  };
}
