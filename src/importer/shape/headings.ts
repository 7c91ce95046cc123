/** What a section of the old site tells. `ignore` leaves it out, and the report lists it. */
export const roles = [
  'symptom',
  'cause',
  'fix',
  'workaround',
  'check',
  'verify',
  'impact',
  'status',
  'notes',
  'ignore',
] as const;
export type Role = (typeof roles)[number];

/** Headings in their plain form → the role of their section. */
export type HeadingMap = ReadonlyMap<string, Role>;

/** What a heading says beside its role: which cause or method it is, its own title, and for which cause. */
export interface HeadingMatch {
  readonly role: Role;
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  readonly forCause?: number | undefined;
}

/** A heading without case, signs and numbering, as `import.yaml` lists it. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[*_"“”„]/g, '')
    .replace(/^\s*(?:\d+[.)]|[ivx]+\.)\s+/, '')
    .replace(/[\s:.?!…]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What people write before or behind the name of a section without meaning another one. */
const vague =
  /^(?:possible|potential|probable|likely|common|known|suggested|recommended|proposed)\s+|\s+(?:analysis|steps|options)$/g;

/** The role of a heading. Understands `Cause 2: Title`, `Resolution for cause 1`, `Solution 3` and `Possible solutions` for every name in the map. */
export function matchHeading(text: string, map: HeadingMap): HeadingMatch | undefined {
  const plain = plainHeading(text);
  return matchPlain(text, plain, map) ?? matchPlain(text, plain.replace(vague, ''), map);
}

function matchPlain(text: string, plain: string, map: HeadingMap): HeadingMatch | undefined {
  const exact = map.get(plain);
  if (exact) return { role: exact };
  const titled = /^(.*?)\s*(\d+)?\s*(?::|：|\s[–—-])\s*(\S.*)$/su.exec(plain);
  if (titled) {
    const [, base = '', number] = titled;
    const role = map.get(base);
    const title = text.replace(/^[^:：–—]*?(?::|：|\s[–—-])\s*/u, '').trim();
    if (role) return { role, number: numberOf(number), title };
    const inner = forCause(base + (number === undefined ? '' : ` ${number}`), map);
    if (inner) return { ...inner, title };
  }
  const [, base = '', number] = /^(.+?)\s*#?(\d+)$/.exec(plain) ?? [];
  const role = map.get(base);
  if (role) return { role, number: numberOf(number) };
  return forCause(plain, map);
}

/** `resolution for cause 2`, in any language whose words the map holds. */
function forCause(plain: string, map: HeadingMap): HeadingMatch | undefined {
  const words = plain.split(' ');
  const number = numberOf(words.at(-1));
  const cause = words.at(-2);
  if (number === undefined || cause === undefined || map.get(cause) !== 'cause') return undefined;
  for (let length = words.length - 2; length > 0; length--) {
    const role = map.get(words.slice(0, length).join(' '));
    if (role === 'fix' || role === 'workaround') return { role, forCause: number };
  }
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
