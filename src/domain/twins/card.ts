import type { Article } from '../knowledge/article.ts';
import type { Site } from '../knowledge/site.ts';

/** The picture by which other sites show a link to an article, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What stands on the picture of an article. */
export interface Card {
  readonly title: string;
  /** Above the title: what kind of article it is. */
  readonly kind: string;
  /** Below it: the minutes of a fix. */
  readonly fact: string;
  readonly site: string;
  /** The colour of its edge, and of the ground. */
  readonly accent: string;
  readonly paper: string;
}

/** The words of a card, in the language of the site. */
export interface CardWords {
  readonly kinds: Readonly<Record<Article['kind'], { readonly one: string }>>;
  readonly timeOf: (fix: Article & { readonly kind: 'fix' }) => string;
}

/** What stands on the card of an article. */
export function cardOf(
  article: Article,
  site: Pick<Site, 'title' | 'accent'>,
  look: { readonly accent: string; readonly paper: string },
  words: CardWords,
): Card {
  return {
    title: article.title,
    kind: words.kinds[article.kind].one,
    fact: article.kind === 'fix' ? words.timeOf(article) : '',
    site: isDrawable(site.title) ? site.title : '',
    accent: site.accent?.light ?? look.accent,
    paper: look.paper,
  };
}

/** Whether the letters of a text are in the typeface of the cards: those of Latin, Greek and Cyrillic script. A title with others has no card. */
export function isDrawable(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9\s!-/:-@[-`{-~‐-―‘-„†•…‰‹›€™«»°©®¡¿§·×÷±µ¼½¾]+$/u.test(
    text,
  );
}

/** The path of the card of the article at a path: `/fixes/x.png`. */
export function cardPathOf(path: string): string {
  return `${path.replace(/\/$/, '')}.png`;
}
