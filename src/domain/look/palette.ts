import { contrastOf, grounds, inks, ownAccent, softOf, wordsOn, type Accent } from '../knowledge/accent.ts';
import type { OwnerStyle } from './owner-style.ts';

type Scheme = keyof Accent;
/** token → colour as `#rrggbb` */
type Palette = Readonly<Record<string, string>>;

/** Words on their grounds, with the least contrast (WCAG 2.2: 1.4.6 for words, 1.4.11 for lines and frames). */
const pairs: readonly {
  readonly words: readonly string[];
  readonly on: readonly string[];
  readonly least: number;
}[] = [
  { words: ['ink', 'muted', 'accent'], on: ['paper', 'surface', 'soft'], least: 7 },
  { words: ['warn', 'danger'], on: ['paper', 'surface', 'soft'], least: 7 },
  { words: ['ink', 'accent', 'warn'], on: ['warn-soft'], least: 7 },
  { words: ['ink', 'accent'], on: ['mark'], least: 7 },
  { words: ['on-accent'], on: ['accent'], least: 7 },
  { words: ['line-strong', 'focus'], on: ['paper', 'surface'], least: 3 },
];

/** Two colours of which one was chosen by the owner of the site and that are too much alike. */
export interface WeakPair {
  readonly scheme: Scheme;
  /** The token that the owner set. */
  readonly token: string;
  readonly words: string;
  readonly on: string;
  readonly contrast: number;
  readonly least: number;
}

/** What cannot be read in the owner's colours: each token with its weakest pair in each scheme. */
export function weakPairs(style: OwnerStyle, accent: Accent = ownAccent): readonly WeakPair[] {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const palette = paletteOf(style, accent, scheme);
    const found = pairs.flatMap(({ words, on, least }) =>
      words.flatMap((word) =>
        on.flatMap((ground): WeakPair[] => {
          const token = [word, ground].find((name) => style.colours.has(name));
          const contrast = contrastOf(palette[word]!, palette[ground]!);
          return token === undefined || contrast >= least
            ? []
            : [{ scheme, token, words: word, on: ground, contrast, least }];
        }),
      ),
    );
    return [...Map.groupBy(found, ({ token }) => token).values()].map((all) =>
      all.reduce((weakest, pair) =>
        pair.contrast / pair.least < weakest.contrast / weakest.least ? pair : weakest,
      ),
    );
  });
}

/** The colour of the page itself, light and dark. */
export function paperOf(style: OwnerStyle | undefined): Accent {
  const own = style?.colours.get('paper');
  return { light: own?.light ?? grounds.light.paper, dark: own?.dark ?? grounds.dark.paper };
}

function paletteOf(style: OwnerStyle, accent: Accent, scheme: Scheme): Palette {
  const chosen = Object.fromEntries(
    [...style.colours].map(([name, colour]) => [name, colour[scheme]] as const),
  );
  return {
    ...grounds[scheme],
    ...inks[scheme],
    accent: accent[scheme],
    focus: accent[scheme],
    soft: softOf(accent, scheme),
    'on-accent': wordsOn(chosen['accent'] ?? accent[scheme]),
    ...chosen,
  };
}
