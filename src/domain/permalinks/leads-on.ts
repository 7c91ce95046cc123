import type { OldAddresses, Redirect } from './redirects.ts';
import type { Saying } from './said-texts.ts';

/** A page that only leads on, and what it says until then. */
export interface LeadsOn extends Pick<Redirect, 'from' | 'to'> {
  /** The words of its link. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
}

/** The page of which the build makes all others that lead on: it stands at its `from` and says nothing but where each text goes. */
export const pattern: LeadsOn = {
  from: '/go/',
  to: '/--to--/',
  label: '--label--',
  title: '--title--',
  text: '--text--',
};

/** The words of pages that lead on. */
export interface LeadsOnWords {
  readonly movedTitle: string;
  readonly movedText: string;
  readonly goneTitle: (title: string) => string;
  readonly goneNow: string;
}

/** Every page that only leads on: short ways in, renamed pages, and tombstones of pages with a successor. */
export function leadingOn<A extends Saying>(
  { redirects, tombstones }: OldAddresses<A>,
  words: LeadsOnWords,
): readonly LeadsOn[] {
  return [
    ...redirects.map(({ from, to, title }) => ({
      from,
      to,
      label: title,
      title: words.movedTitle,
      text: words.movedText,
    })),
    ...tombstones.flatMap(({ page, to, heir, title, because }) =>
      to === undefined
        ? []
        : [
            {
              from: page,
              to,
              label: heir,
              title: words.goneTitle(title),
              text: `${because} ${words.goneNow}`,
            },
          ],
    ),
  ];
}
