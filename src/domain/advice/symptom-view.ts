import type { Device } from '../versions/device.ts';
import type { SymptomPlan } from './symptom-plan.ts';

/** An answer already given, and the way back to before it. */
export interface GivenAnswer {
  readonly question: string;
  readonly answer: string;
  readonly title: string;
  /** Empty where the reader had no answer. */
  readonly label: string;
  readonly back: string;
}

/** The next question that pays, with a link for each answer. */
export interface NextQuestion {
  readonly id: string;
  readonly title: string;
  readonly help?: string | undefined;
  /** Minutes it takes to answer. */
  readonly minutes: number;
  readonly answers: readonly {
    readonly id: string;
    readonly label: string;
    readonly href: string;
    readonly picture?: string | undefined;
  }[];
  /** The page with the next question, for readers who cannot answer; undefined where nothing more is asked. */
  readonly unsure?: string | undefined;
}

/** One device of the row "For: …", with the page that holds its plan. */
export interface DeviceChoice {
  /** What the reader's choice is kept as: a device's id, or its platform's where no version makes a difference. */
  readonly id: string;
  readonly platform: string;
  readonly label: string;
  /** The devices that this choice stands for. */
  readonly covers: readonly string[];
  readonly href: string;
}

/** The devices to choose from, and the page for any device where none of them shares it. */
export interface DeviceRow {
  readonly choices: readonly DeviceChoice[];
  readonly any?: string | undefined;
}

/** One static page of a symptom: the plan for a device, if it is a page for one, after the answers given so far, and the question to ask next. */
export interface SymptomView {
  readonly plan: SymptomPlan;
  /** Its address, from the site's root. */
  readonly path: string;
  readonly device?: Device | undefined;
  readonly answers: readonly GivenAnswer[];
  /** The page of the same device without answers. */
  readonly unanswered: string;
  readonly ask?: NextQuestion | undefined;
  readonly devices?: DeviceRow | undefined;
}

/** Whether more devices are to be chosen from than stand beside a picture on a phone. */
export function hasManyDevices({ devices }: Pick<SymptomView, 'devices'>): boolean {
  return devices !== undefined && devices.choices.length + (devices.any === undefined ? 0 : 1) > 3;
}
