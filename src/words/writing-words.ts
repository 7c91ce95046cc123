/** What the writing rules look for in one language. A language without such a list is checked only for what needs no words. */
export interface WritingWords {
  /** Verbs that order something, in the form in which they begin an order. */
  readonly actions: ReadonlySet<string>;
  /** Verbs that take an indirect question: "check if it blinks" is no late condition. */
  readonly asking: ReadonlySet<string>;
  /** Words that keep their small letter in a title Written Like This; undefined where every noun has a capital. */
  readonly small: ReadonlySet<string> | undefined;
  /** True for a title that says what to do. */
  readonly isOrder: (title: string) => boolean;
  /** Message and remedy for the title of a fix that does not. */
  readonly notAnOrder: (title: string) => readonly [message: string, hint: string];
  readonly remedyInTitle: RegExp;
  /** The title of a symptom as it should be. */
  readonly symptomTitle: string;
  readonly fillers: RegExp;
  readonly blindLinks: RegExp;
  readonly blame: RegExp;
  readonly promise: RegExp;
  /** Turns a promise in the same clause into its opposite. */
  readonly negation: RegExp;
  /** Words that say how sure something is, as the remedy for a promise lists them. */
  readonly likely: string;
  readonly beforeYouStart: RegExp;
  /** Something is lost; looked for after `noLoss` has been taken out. */
  readonly loss: RegExp;
  readonly noLoss: RegExp;
  /** Nobody can tell whether it is so. */
  readonly unknowable: RegExp;
  /** Says that a fix does no harm. */
  readonly nothingLost: RegExp;
  /** Speaks of people who are not the reader. */
  readonly others: RegExp;
  /** A condition or place that stands before its order, where it belongs. */
  readonly leadIn: RegExp;
  /** From one action to the next; the first group is the second verb and ends the match. */
  readonly nextAction: RegExp;
  /** A condition behind its action. */
  readonly lateCondition: RegExp;
  /** An order with its condition in front. */
  readonly conditionFirst: (condition: string, order: string) => string;
  /** An action on a named thing, then its place. Groups: condition, action, verb, place, rest; names as in `marks`. */
  readonly latePlace: RegExp;
  /** An action with its place in front. */
  readonly placeFirst: (place: string, action: string) => string;
}
