/** A knowledge base's own colour, as `#rrggbb`, for light and for dark pages. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

type Scheme = keyof Accent;

/** What the accent stands on, as in `styles/tokens.css`. */
export const grounds = {
  light: { paper: '#fbfaf7', surface: '#ffffff', 'warn-soft': '#fbeee3', mark: '#fff0b8' },
  dark: { paper: '#16181a', surface: '#202326', 'warn-soft': '#3a2a1d', mark: '#3d330c' },
} as const satisfies Record<Scheme, unknown>;

/** Colours of words and lines, as in `styles/tokens.css` as well. */
export const inks = {
  light: {
    ink: '#1c1d1f',
    muted: '#4c4f53',
    warn: '#7a330a',
    danger: '#95201a',
    'line-strong': '#85878a',
  },
  dark: { ink: '#eceae4', muted: '#c4c6c3', warn: '#f5bc92', danger: '#ffb0a8', 'line-strong': '#84888b' },
} as const satisfies Record<Scheme, Readonly<Record<string, string>>>;

/** The accent of a site that names none; `styles/tokens.css` holds the same, and a test compares the two. */
export const ownAccent: Accent = { light: '#0a5142', dark: '#7fd3bb' };

/** Words on the accent: whichever of these can be read better. */
const onAccent = ['#ffffff', '#10211c'] as const;
/** The most of the accent in the soft ground. */
const softShare = 0.1;
/** WCAG 2.2, 1.4.6: text of ordinary size, for those who see little. */
export const leastContrast = 7;

/** The tokens that an accent sets; `styles/tokens.css` has its own value for each where a site names none. */
export function accentStyle(accent: Accent): string {
  const pair = (of: (scheme: Scheme) => string): string =>
    `var(--light, ${of('light')}) var(--dark, ${of('dark')})`;
  return `@layer tokens { :root { --site-accent: ${pair((scheme) => accent[scheme])}; --site-on-accent: ${pair((scheme) => wordsOn(accent[scheme]))}; --site-soft: ${pair((scheme) => softOf(accent, scheme))}; } }`;
}

/** The colour of words and marks on the accent. */
export function wordsOn(colour: string): string {
  return contrastOf(colour, onAccent[0]) >= contrastOf(colour, onAccent[1]) ? onAccent[0] : onAccent[1];
}

/** The least contrast (1–21) that an accent has where it stands as text, or carries text. */
export function weakestContrast(accent: Accent, scheme: Scheme): number {
  const colour = accent[scheme];
  return Math.min(
    ...[...Object.values(grounds[scheme]), softOf(accent, scheme), wordsOn(colour)].map((ground) =>
      contrastOf(colour, ground),
    ),
  );
}

/** Contrast ratio of two colours (WCAG 2.2, "relative luminance"). */
export function contrastOf(a: string, b: string): number {
  const [high = 0, low = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** A ground with a little of the accent in it: as much as leaves all words on it readable. */
export function softOf(accent: Accent, scheme: Scheme): string {
  const shares = Array.from({ length: 10 }, (_, step) => softShare * (1 - step / 10));
  const soft = shares.map((share) => mixed(accent, scheme, share));
  const isReadable = (ground: string): boolean =>
    [inks[scheme].muted, inks[scheme].danger, inks[scheme].warn].every(
      (ink) => contrastOf(ink, ground) >= leastContrast,
    );
  return soft.find(isReadable) ?? mixed(accent, scheme, 0);
}

function mixed(accent: Accent, scheme: Scheme, share: number): string {
  const [colour, paper] = [channelsOf(accent[scheme]), channelsOf(grounds[scheme].paper)];
  return `#${colour
    .map((value, index) =>
      Math.round(value * share + (paper[index] ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function luminanceOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = channelsOf(colour).map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
