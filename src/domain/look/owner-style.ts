import type { Accent } from '../knowledge/accent.ts';
import { closest } from '../problems/closest.ts';

/** What `style.css` of a knowledge base sets: colours for light and dark pages, and sizes. */
export interface OwnerStyle {
  readonly colours: ReadonlyMap<string, Accent>;
  readonly sizes: ReadonlyMap<string, string>;
  /** token → where its line stands in the text */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Something in the text that is no token, by where it stands. */
export interface StyleFault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const colours = [
  ...['paper', 'surface', 'soft', 'ink', 'muted', 'line', 'line-strong', 'accent', 'on-accent'],
  ...['warn', 'warn-soft', 'danger', 'mark', 'focus'],
];
// The size of what is touched is not among them: 44 pixels are for fingers, not for taste.
const sizes = [
  ...['text-s', 'text-base', 'text-m', 'text-l', 'text-xl', 'text-2xl'],
  ...['space-1', 'space-2', 'space-3', 'space-4', 'space-5', 'space-6', 'space-7'],
  ...['radius', 'radius-s', 'column', 'wide'],
];

const model = 'Write `:root { --paper: light-dark(#fffdf8, #15130f); --radius: 0.25rem; }`.';
const hex = '#[0-9a-f]{6}';
const oneColour = new RegExp(`^${hex}$`, 'i');
const twoColours = new RegExp(`^light-dark\\(\\s*(${hex})\\s*,\\s*(${hex})\\s*\\)$`, 'i');
const size = /^(?:0|\d*\.?\d+(?:rem|em|px|vw|%)|(?:min|max|clamp|calc)\([\w\s.,%+*/()-]+\))$/;

/** Reads the text of `style.css`. It may set tokens of the design in `:root`, and do nothing else: no rule, no file, no other host. */
export function parseOwnerStyle(text: string): {
  readonly style: OwnerStyle;
  readonly faults: readonly StyleFault[];
} {
  const css = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const style = {
    colours: new Map<string, Accent>(),
    sizes: new Map<string, string>(),
    offsets: new Map<string, number>(),
  };
  const faults: StyleFault[] = [];
  for (const block of blocksIn(css)) {
    if (!/^:root$/.test(block.selector)) {
      faults.push({ offset: block.offset, ...strangerWords(block.selector) });
      continue;
    }
    for (const { offset, text: line } of block.lines) {
      const [, name = '', value = ''] = /^--([\w-]+)\s*:\s*([\s\S]*)$/.exec(line) ?? [];
      const fault = name === '' ? propertyWords(line) : set(style, name, value.trim(), offset);
      if (fault) faults.push({ offset, ...fault });
    }
  }
  return { style, faults };
}

type Words = Omit<StyleFault, 'offset'>;

/** Takes a token in, or says what is wrong with it. */
function set(
  style: {
    readonly colours: Map<string, Accent>;
    readonly sizes: Map<string, string>;
    readonly offsets: Map<string, number>;
  },
  name: string,
  value: string,
  offset: number,
): Words | undefined {
  if (style.offsets.has(name))
    return { message: `\`--${name}\` is set twice.`, hint: 'Keep one of the two.' };
  if (colours.includes(name)) {
    const [, light = value, dark = value] = twoColours.exec(value) ?? [];
    if (!oneColour.test(light))
      return {
        message: `\`--${name}\` cannot be \`${value}\`: only colours as \`#rrggbb\` can be checked for contrast.`,
        hint: `Write \`--${name}: light-dark(#rrggbb, #rrggbb);\`, or one colour for both.`,
      };
    style.colours.set(name, { light, dark });
  } else if (sizes.includes(name)) {
    if (!size.test(value))
      return {
        message: `\`--${name}\` cannot be \`${value}\`: it is a size.`,
        hint: `Write a number with its unit, like \`--${name}: 1rem;\`.`,
      };
    style.sizes.set(name, value);
  } else {
    const meant = closest(name, [...colours, ...sizes]);
    return {
      message: `There is no token \`--${name}\`, so nothing would change.`,
      hint: meant
        ? `Did you mean \`--${meant}\`?`
        : `There are: ${[...colours, ...sizes].map((one) => `\`--${one}\``).join(', ')}.`,
    };
  }
  style.offsets.set(name, offset);
  return undefined;
}

function strangerWords(selector: string): Words {
  if (/^@(?:import|font-face|namespace|charset)/.test(selector))
    return {
      message: `\`${selector.split(/\s/)[0]}\` loads something, and pages load nothing that the check has not seen.`,
      hint: 'Remove it.',
    };
  return {
    message: `\`${selector}\` is no \`:root\`: \`style.css\` sets tokens of the design and holds no rules of its own, so that pages stay readable in every version.`,
    hint: model,
  };
}

function propertyWords(line: string): Words {
  const name = line.split(':')[0]?.trim() ?? '';
  return {
    message: `\`${name}\` is no token: only names that begin with \`--\` may stand here.`,
    hint: model,
  };
}

interface Block {
  readonly selector: string;
  readonly offset: number;
  readonly lines: readonly { readonly offset: number; readonly text: string }[];
}

/** The blocks of a style sheet; what stands in blocks within a block is left to the outer one, and a statement without a block has no lines. */
function blocksIn(css: string): readonly Block[] {
  const found: Block[] = [];
  let at = 0;
  while (at < css.length) {
    const rest = css.slice(at);
    const start = at + (/\S/.exec(rest)?.index ?? rest.length);
    if (start >= css.length) break;
    const sign = /[{;]/.exec(css.slice(start));
    const mid = start + (sign?.index ?? css.length - start);
    const selector = css.slice(start, mid).trim();
    if (sign?.[0] !== '{') {
      found.push({ selector, offset: start, lines: [] });
      at = mid + 1;
      continue;
    }
    const end = endOf(css, mid);
    found.push({ selector, offset: start, lines: linesIn(css.slice(mid + 1, end), mid + 1) });
    at = end + 1;
  }
  return found;
}

/** Where the block that begins at a brace ends. */
function endOf(css: string, brace: number): number {
  let depth = 0;
  for (let at = brace; at < css.length; at++) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}

function linesIn(inside: string, from: number): Block['lines'] {
  return [...inside.matchAll(/[^;{}]+/g)].flatMap(({ 0: text, index }) => {
    const before = text.length - text.trimStart().length;
    return text.trim() === '' ? [] : [{ offset: from + index + before, text: text.trim() }];
  });
}

/** The tokens as a style sheet; its selector weighs more than that of the design, whichever comes first. */
export function ownerStyleSheet({ colours: own, sizes: given }: OwnerStyle): string {
  const lines = [
    ...[...own].map(([name, { light, dark }]) => `--${name}: var(--light, ${light}) var(--dark, ${dark});`),
    ...[...given].map(([name, value]) => `--${name}: ${value};`),
  ];
  return lines.length === 0 ? '' : `@layer tokens { :root:root { ${lines.join(' ')} } }`;
}
