import { guessPlatform } from '../../domain/versions/guess.ts';

const signs = import.meta.env.DEVICE_SIGNS;

/** The platform that this browser seems to run on, with its name; a guess. */
export function guessedPlatform(): (typeof signs)[number] | undefined {
  const id = guessPlatform(signs, navigator.userAgent, navigator.maxTouchPoints);
  return signs.find((platform) => platform.id === id);
}
