import type { Accent } from './accent.ts';

/** One entry of a list that an author may choose from, with the words the reader sees. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One of those who can act; `device` when they hold a device of their own that a fix can be done on. */
export interface Who extends Choice {
  readonly device: boolean;
}

/** A kind of cost beside time, and the minutes that sparing it is worth. */
export interface Burden extends Choice {
  readonly minutes: number;
}

/** A version of a platform; `range` is the span it stands for, as in `parseRange`. */
export interface PlatformVersion {
  readonly id: string;
  readonly name: string;
  readonly range: string;
}

/** How people write a span of versions in a language; `{n}` stands for the number, and the first wording of each is the one to show. */
export interface RangeWords {
  /** Between two numbers, beside a dash. */
  readonly to: readonly string[];
  readonly later: readonly string[];
  readonly earlier: readonly string[];
  /** What the author of a range that is not understood probably meant. */
  readonly likelyLater: RegExp;
  readonly likelyEarlier: RegExp;
}

export interface Platform {
  readonly id: string;
  readonly name: string;
  /** The name of its software where that differs, such as "Toast OS" for a toaster. */
  readonly system?: string | undefined;
  /** Texts by which a browser shows that it runs on it; its name where not said. */
  readonly agent?: readonly string[] | undefined;
  /** Whether its screen takes more than one finger, where that tells it from another platform. */
  readonly touch?: boolean | undefined;
  readonly versions: readonly PlatformVersion[];
}

export interface SymptomGroup {
  readonly title: string;
  readonly symptoms: readonly string[];
}

export interface Support {
  readonly name: string;
  readonly url?: string | undefined;
  readonly phone?: string | undefined;
  /** Minutes that contacting support costs the reader: where the stop line falls. */
  readonly minutes: number;
  readonly note?: string | undefined;
  /** The fix article that tells how to contact support, if there is one: the stop line leads to it. */
  readonly fix?: string | undefined;
}

/** Everything of `site.yaml`, with the defaults filled in. */
export interface Site {
  readonly title: string;
  readonly promise: string;
  readonly description: string;
  readonly language: string;
  readonly url?: string | undefined;
  readonly license?: string | undefined;
  readonly credits?: string | undefined;
  /** Names of what the knowledge base is not about. */
  readonly elsewhere: readonly string[];
  /** Weight (0–1) of "something else" in every plan. */
  readonly unknown: number;
  readonly vendor: { readonly name: string };
  readonly support: Support;
  /** The first one is the reader. */
  readonly who: readonly Who[];
  /** From harmless to worst; the first one means that nothing is lost. `minutes` is what sparing the loss is worth. */
  readonly risks: readonly Burden[];
  readonly burdens: readonly Burden[];
  readonly platforms: readonly Platform[];
  /** How its language writes spans of versions. */
  readonly ranges: RangeWords;
  readonly groups: readonly SymptomGroup[];
  readonly unsure?: { readonly text: string; readonly symptom: string } | undefined;
  /** The symptom of those who have tried a lot: its page begins with what was tried. */
  readonly exhausted?: string | undefined;
  /** The words above the ways round a problem, where the interface's own do not fit. */
  readonly now?: string | undefined;
  readonly mark?: string | undefined;
  /** A picture with the name of the site in it, in place of mark and title. */
  readonly logo?: string | undefined;
  readonly accent?: Accent | undefined;
  /** Whether browsers save the site for readers without a network. */
  readonly offline: boolean;
  /** Files for programs, where the owner has said which; see `machinesOf`. */
  readonly machines?:
    | {
        readonly markdown?: boolean | undefined;
        readonly json?: boolean | undefined;
        readonly cards?: boolean | undefined;
      }
    | undefined;
  /** Whether there is a desk for those who answer readers, and a script of each plan for the screens of an app. */
  readonly agent?: boolean | undefined;
  readonly embed?: boolean | undefined;
  readonly feedback?:
    | {
        readonly endpoint?: string | undefined;
        readonly mail?: string | undefined;
        /** Whether all that a reader tried is sent to the endpoint, for `kb learn`, and how often (above 0.5) it is the truth. */
        readonly tried?: boolean | undefined;
        readonly truth?: number | undefined;
      }
    | undefined;
}

/** One way to a place in the interface, for the versions of one platform. */
export interface UiPath {
  readonly for: string;
  readonly versions?: string | undefined;
  readonly path: readonly string[];
}
export type UiPaths = Readonly<Record<string, readonly UiPath[]>>;

/** Something that has changed in the world on a day (ISO date): a version of a platform, a place of the interface, or a source. */
export interface Change {
  readonly date: string;
  readonly version?: string | undefined;
  readonly place?: string | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  /** What people type when they mean it, although it is not its name: for the search only, never shown. */
  readonly typed: readonly string[];
  readonly meaning: string;
  readonly link?: string | undefined;
}

/** Whether two sides are different people with a device each; an unknown side is on nobody's. */
export function isAcross(
  { who }: Pick<Site, 'who'>,
  one: string | undefined,
  other: string | undefined,
): boolean {
  const holds = (id: string | undefined): boolean => who.some((entry) => entry.id === id && entry.device);
  return one !== other && holds(one) && holds(other);
}

/** What a fix may lose where a site lists nothing of its own, from harmless to worst. */
export const defaultRisks = ['nothing', 'settings', 'data'] as const;

/** Severity of losing: 0 for the first risk of the site. */
export function tierOf(site: Site, risk: string): number {
  return site.risks.findIndex((choice) => choice.id === risk);
}

/** Whether a fix may take the page from the reader who does it: it restarts the device, resets it or cuts its connection. */
export function cutsOff(
  site: Site,
  { disconnects, loses }: { readonly disconnects?: boolean | undefined; readonly loses: string },
): boolean {
  return disconnects ?? tierOf(site, loses) > 0;
}

/** The words for a choice; the id itself when the list does not hold it. */
export function labelOf(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}
