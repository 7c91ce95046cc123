/** What an author may write in MDX: component → attribute → required or not. Everything else is a problem. */
export const components: Readonly<Record<string, Readonly<Record<string, 'required' | 'optional'>>>> = {
  Steps: {},
  Callout: { kind: 'optional', title: 'optional' },
  Path: { to: 'required', for: 'optional', then: 'optional' },
  Variant: { for: 'optional', versions: 'optional', label: 'optional' },
  Screen: { title: 'required' },
  Row: { label: 'required', value: 'optional', toggle: 'optional', tap: 'optional', note: 'optional' },
  Picture: { id: 'required' },
};

/** Components that are blocks of their own, wherever the author wrote them. */
export const blocks: ReadonlySet<string> = new Set([
  'Steps',
  'Callout',
  'Variant',
  'Screen',
  'Row',
  'Picture',
]);

/** Plain HTML elements that may stand in MDX, without attributes. */
export const harmlessElements: ReadonlySet<string> = new Set(['kbd', 'br', 'sup', 'sub', 'mark']);
