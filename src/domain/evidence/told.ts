import { triedSign } from '../reader/tried-sign.ts';
import { formatTried, type Result, type Tried } from '../reader/tried.ts';

/** What a device says about a report of its own: the day, in whole days since 1970, a name for that day only, and how often it tells the truth. */
export interface Told {
  readonly day: number;
  readonly device: string;
  readonly truth: number;
}

/** What a device keeps for one day: the name under which it reports, and a secret that never leaves it. */
export interface Teller {
  readonly day: number;
  readonly device: string;
  readonly secret: string;
}

/**
 * What a device sends to the owner of a site who asks for it: the address of the plan from the site's root, and the marks without their times.
 * `truth` below 1 is randomised response: each answer is true with that chance, else the opposite, the same one however often it is sent.
 */
export function reportText(path: string, tried: readonly Tried[], teller: Teller, truth: number): string {
  const told = tried.map(({ fix, result }) => ({
    fix,
    result: toldResult(fix, result, teller, truth),
    at: 0,
  }));
  const name = [teller.day.toString(36), teller.device, ...(truth < 1 ? [Math.round(truth * 100)] : [])];
  return `${path}#${triedSign}${formatTried(told)}&told=${name.join('_')}`;
}

function toldResult(fix: string, result: Result, { secret }: Teller, truth: number): Result {
  if (result === 's' || hashOf(`${secret} ${fix} ${result}`) / 2 ** 53 < truth) return result;
  return result === 'w' ? 'n' : 'w';
}

/** What stands behind the marks of a report; undefined where it is nothing of a device. */
export function parseTold(after: string): Told | undefined {
  const [, day, device, truth] = /^&told=([0-9a-z]{1,5})_([0-9a-z]{4,12})(?:_(\d{2,3}))?/.exec(after) ?? [];
  if (day === undefined || device === undefined) return undefined;
  const share = truth === undefined ? 1 : Number(truth) / 100;
  return { day: parseInt(day, 36), device, truth: share > 0.5 && share <= 1 ? share : 1 };
}

/** A text as a number below 2^53, the same on every machine. cyrb53, by bryc, public domain. */
export function hashOf(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}
