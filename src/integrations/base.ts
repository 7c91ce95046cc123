import { contentDirOf } from '../articles/content-dir.ts';
import { markupOf } from '../articles/markup.ts';
import type { Bodies } from '../articles/read/files.ts';
import { sharedContent } from '../articles/shared.ts';
import { basePathOf } from '../domain/address/base-path.ts';
import type { Words } from '../words/words.ts';
import { openRunFolder } from './run/run-folder.ts';
import type { Base } from './step.ts';

/** The knowledge base that `KB_CONTENT` names, with the words in its language; its texts are parsed as `bodies` says. */
export function baseAt(root: string, bodies?: Bodies): Base {
  const dir = contentDirOf(root);
  // Pages read the same folder, whatever the working folder is.
  process.env['KB_CONTENT'] = dir.path;
  const shared = sharedContent(dir, bodies);
  const { read } = shared;
  const content = read();
  const { words } = content;
  const site = content.site?.value;
  return {
    dir,
    project: root,
    run: openRunFolder(root, dir),
    path: basePathOf(site?.url),
    shared,
    read,
    site,
    words: {
      task: words.markup.task,
      search: searchWords(words),
      tried: words.tried,
      step: words.links.stepOf,
      locale: words.locale,
      feeds: words.feeds,
      offline: {
        offline: words.offline.away,
        unsavedTitle: words.offline.unsavedTitle,
        unsavedLead: words.offline.unsavedLead,
        lostTitle: words.links.notFoundTitle,
        lostLead: words.links.notFoundLead,
      },
    },
    readMarkup: () => markupOf(read()),
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
      page: words.ownPages.one,
      term: words.searchResults.term,
    },
    timeOf: (minutes, wait) =>
      [words.duration.minutes(minutes), wait > 0 && words.duration.wait(wait)].filter(Boolean).join(', '),
  };
}
