import type { SearchRequest } from '../../domain/search/results.ts';
import { nothing, suggestionsOf, viewOf, type AnswerView, type Look } from './answer-view.ts';
import { askerOf, breath } from './open-index.ts';

/** What is asked at a place of a page. */
export interface Question extends SearchRequest {
  readonly look: Look;
  /** Common symptoms are offered before anything is typed. */
  readonly suggests: boolean;
}

/** Gives what is to be shown; rejects when the index cannot be had. */
export type Answerer = (question: Question) => Promise<AnswerView>;

/** Answers in the thread that it is called in, and begins to load the index. `early` is the answer to a request for it that is under way. */
export function answererOf(early?: Promise<Response>): Answerer {
  const asker = askerOf(early);
  asker.open().catch(() => 0);
  return async ({ look, suggests, ...request }) => {
    if (request.text === '') return suggests ? suggestionsOf(await asker.open()) : nothing;
    const asked = await asker.ask(request);
    await breath();
    return viewOf(asked, request.text.trim(), look);
  };
}
