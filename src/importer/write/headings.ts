import { wordsOf } from '../../words/words-of.ts';
import { headings } from '../shape/place.ts';

/** How a site says the headings that the import gives; those that come from an old page stay as they are. */
export function headingsIn(language: string): (heading: string) => string {
  const { meaning, happens, does, before, steps, check } = wordsOf(language).content.headings;
  const own = new Map<string, string>([
    [headings.symptom, meaning],
    [headings.cause, happens],
    [headings.intro, does],
    [headings.before, before],
    [headings.steps, steps],
    [headings.verify, check],
  ]);
  return (heading) => own.get(heading) ?? heading;
}
