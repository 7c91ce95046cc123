/** Says where in the input a value stands and what is allowed there; always throws. */
export type Refuse = (allowed: string) => never;

/** A reader of one JSON value that knows its place, such as `fixes[2].minutes` of instance "x". */
export interface Field {
  readonly value: unknown;
  readonly refuse: Refuse;
  /** The fields of an object, by name; a missing one has the value undefined. */
  readonly at: (name: string) => Field;
  readonly entries: (allowed: string) => readonly (readonly [string, Field])[];
  readonly items: (allowed: string, most: number) => readonly Field[];
  readonly number: (least: number, most: number) => number;
  readonly text: () => string;
}

/** Wraps a JSON value. `owner` names what holds it, in words; `path` is its place there. Errors are sentences for the author of the file. */
export function fieldOf(owner: string, path: string, value: unknown): Field {
  const refuse: Refuse = (allowed) => {
    const place = path === '' ? owner : `${owner}: \`${path}\``;
    throw new Error(`${place} must be ${allowed}${found(value)}.`);
  };
  const field: Field = {
    value,
    refuse,
    at: (name) =>
      fieldOf(
        owner,
        path === '' ? name : `${path}.${name}`,
        isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined,
      ),
    entries: (allowed) =>
      isRecord(value)
        ? Object.entries(value).map(
            ([name, inner]) => [name, fieldOf(owner, `${path}[${JSON.stringify(name)}]`, inner)] as const,
          )
        : refuse(allowed),
    items: (allowed, most) =>
      Array.isArray(value) && value.length <= most
        ? value.map((inner: unknown, index) => fieldOf(owner, `${path}[${index}]`, inner))
        : refuse(`${allowed}, at most ${most}`),
    number: (least, most) =>
      typeof value === 'number' && value >= least && value <= most
        ? value
        : refuse(`a number from ${least} to ${most}`),
    text: () =>
      typeof value === 'string' && value !== '' && value.length <= 200
        ? value
        : refuse('a text of 1 to 200 characters'),
  };
  return field;
}

/** Whether a JSON value is an object, not a list. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The offending value, where it is short enough to say more than the rule does. */
function found(value: unknown): string {
  if (value === undefined) return ', but is missing';
  if (typeof value === 'object' && value !== null) return '';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `, not ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}
