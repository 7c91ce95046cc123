/**
 * Takes out of a style sheet what is scoped to components that a page does not have. A rule stays as long as one of its
 * selectors may match; `has` says whether a scope, such as `data-astro-cid-abc`, stands on the page.
 */
export function tightenStyle(css: string, has: (scope: string) => boolean): string {
  return blocksOf(css)
    .map(({ prelude, body }) => {
      if (body === undefined) return prelude;
      if (/^@(?:layer|media|supports|container)\b/.test(prelude)) {
        const inner = tightenStyle(body, has);
        return inner === '' ? '' : `${prelude}{${inner}}`;
      }
      if (prelude.startsWith('@')) return `${prelude}{${body}}`;
      const selectors = split(prelude, ',').filter((selector) => mayMatch(selector, has));
      return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
    })
    .join('');
}

interface Block {
  readonly prelude: string;
  /** What stands in braces; undefined for a statement that ends in a semicolon. */
  readonly body: string | undefined;
}

function blocksOf(css: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let open = -1;
  let depth = 0;
  for (const { at, char } of marks(css)) {
    if (char === ';' && depth === 0) {
      blocks.push({ prelude: css.slice(start, at + 1).trim(), body: undefined });
      start = at + 1;
    } else if (char === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (char === '}') {
      depth -= 1;
      if (depth > 0) continue;
      blocks.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    }
  }
  return blocks;
}

/** A selector cannot match when a scope in it is missing; what stands in `:not()`, `:is()` and the like asks for nothing by itself. */
function mayMatch(selector: string, has: (scope: string) => boolean): boolean {
  let outside = '';
  let depth = 0;
  for (const char of selector) {
    if (char === '(') depth += 1;
    if (depth === 0) outside += char;
    if (char === ')') depth -= 1;
  }
  return [...outside.matchAll(/\[(data-astro-cid-\w+)\]/g)].every((match) => has(match[1] ?? ''));
}

function split(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { at, char } of marks(text, separator)) {
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** The characters that give a style sheet its shape, outside strings and comments. */
function* marks(text: string, extra = ''): Generator<{ readonly at: number; readonly char: string }> {
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') at += 1;
    else if (char === '"' || char === "'") {
      for (at += 1; at < text.length && text[at] !== char; at += 1) if (text[at] === '\\') at += 1;
    } else if (char === '/' && text[at + 1] === '*') at = Math.max(at, text.indexOf('*/', at + 2) + 1);
    else if ('{};()[]'.includes(char) || char === extra) yield { at, char };
  }
}
