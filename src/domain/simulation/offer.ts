/** What one built page of a symptom offers its reader, as the HTML says it. */
export interface Offer {
  /** Address from the site's root. */
  readonly path: string;
  readonly ask?:
    | {
        readonly question: string;
        /** Minutes it takes to answer. */
        readonly minutes: number;
        readonly answers: readonly { readonly id: string; readonly href: string }[];
      }
    | undefined;
  /** The cards above the stop line, top to bottom. */
  readonly cards: readonly OfferedCard[];
  /** Minutes that support costs where the page ends. */
  readonly support: number;
}

/** One card: a fix, or several that are tried one after the other before one test. */
export interface OfferedCard {
  readonly moves: readonly string[];
  /** Minutes of the whole card, its test included. */
  readonly minutes: number;
}

/** The pages of a built site by their address; undefined where there is none. */
export type Offers = (path: string) => Offer | undefined;
