import { contentDirOf } from '../articles/content-dir.ts';
import { markupOf } from '../articles/markup.ts';
import { contentReader } from '../articles/read/reader.ts';
import type { Words } from '../words/words.ts';
import type { Base } from './steps.ts';

/** The knowledge base that `KB_CONTENT` names, with the words in its language. */
export function baseAt(root: string): Base {
  const dir = contentDirOf(root);
  const read = contentReader(dir);
  const { words } = read();
  const { headings, ranges } = words.content;
  const markup = { ...words.markup, steps: headings.steps, ranges, callout: words.callout };
  return {
    dir,
    read,
    site: read().site?.value,
    words: { markup, search: searchWords(words) },
    readMarkup: () => ({ ...markupOf(read()), words: markup }),
  };
}

function searchWords(words: Words): Base['words']['search'] {
  return {
    language: words.searchLanguage,
    results: { ...words.searchResults, waysOn: words.search.waysOn },
    kinds: {
      symptom: words.kinds.symptom.one,
      cause: words.kinds.cause.one,
      fix: words.kinds.fix.one,
      term: words.searchResults.term,
    },
    timeOf: (minutes, wait) =>
      [words.duration.minutes(minutes), wait > 0 && words.duration.wait(wait)].filter(Boolean).join(', '),
  };
}
