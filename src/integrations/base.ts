import { contentDirOf } from '../articles/content-dir.ts';
import { markupOf } from '../articles/markup.ts';
import { contentReader } from '../articles/read/reader.ts';
import { searchLanguage } from '../words/en-search.ts';
import { words } from '../words/en.ts';
import type { Base } from './steps.ts';

/** The knowledge base that `KB_CONTENT` names, with the words in its language. */
export function baseAt(root: string): Base {
  const dir = contentDirOf(root);
  const read = contentReader(dir);
  return {
    dir,
    read,
    site: read().site?.value,
    words: { markup: words.markup, search: searchWords() },
    readMarkup: () => ({ ...markupOf(read()), words: words.markup }),
  };
}

function searchWords(): Base['words']['search'] {
  const { label, close, submit, waysOn } = words.search;
  return {
    language: searchLanguage,
    results: { ...words.searchResults, label, close, submit, waysOn },
    kinds: { symptom: words.kinds.symptom.one, cause: words.kinds.cause.one, fix: words.kinds.fix.one },
    timeOf: (minutes, wait) =>
      [words.duration.minutes(minutes), wait > 0 && words.duration.wait(wait)].filter(Boolean).join(', '),
  };
}
