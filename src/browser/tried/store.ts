import { formatTried, parseTried, type Tried } from '../../domain/reader/tried.ts';
import { triedKey } from '../storage-keys.ts';

/** The marks of one symptom on this device. */
export interface TriedStore {
  readonly read: () => readonly Tried[];
  /** False when the device refuses; then the marks last as long as the page. */
  readonly write: (tried: readonly Tried[]) => boolean;
}

/** Opens the marks of a symptom; those of fixes that were opened without one stand under the empty id. */
export function openStore(symptom: string): TriedStore {
  const key = triedKey + symptom;
  let refused: string | undefined;
  return {
    read: () => parseTried(refused ?? readDevice(key)),
    write: (tried) => {
      const text = formatTried(tried);
      refused = undefined;
      try {
        if (tried.length > 0) localStorage.setItem(key, text);
        else localStorage.removeItem(key);
        return true;
      } catch {
        refused = text;
        return false;
      }
    },
  };
}

/** What the device keeps under this key; empty when there is nothing or it refuses. */
export function readDevice(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** An event on the window: the marks of this page have changed, by something else than the listener. */
export const marksChanged = 'mendbook:marks';

/** Calls back whenever the marks may have changed elsewhere: after the trip to the settings, Back, another tab, another fragment. */
export function onReturn(read: () => void): void {
  for (const name of ['pageshow', 'visibilitychange', 'storage', 'hashchange', marksChanged])
    addEventListener(name, read);
}

/** Now, in whole minutes since 1970. */
export function thisMinute(): number {
  return Math.floor(Date.now() / 6e4);
}
