// Checks the content beside the dev server, in a thread of its own: whoever edits need not wait until thousands of articles are checked.
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { problemsOf } from '../../articles/check-content.ts';
import { buildCacheOf, type ContentDir } from '../../articles/content-dir.ts';
import { textsOf, type Content } from '../../articles/content.ts';
import { forgetTree } from '../../articles/read/article.ts';
import { contentReader } from '../../articles/read/reader.ts';
import { articleCache } from '../../articles/remembered/article-cache.ts';
import { rememberArticles } from '../../articles/remembered/article-memory.ts';
import { planFileOf, takePlansOf } from '../../articles/remembered/plan-cache.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Asked, Checked } from './check-beside.ts';

const { project, dir } = workerData as { readonly project: string; readonly dir: ContentDir };
// Pages come first. On other systems there is no priority of one thread.
if (process.platform === 'linux') setPriority(10);

takePlansOf(planFileOf(project, dir));
const articles = articleCache(join(buildCacheOf(project, dir), 'articles'));
const read = contentReader(dir);
let first = true;
let asked: Asked | undefined;

parentPort?.on('message', (next: Asked) => {
  // Of several edits in a row only the last state is looked at.
  if (asked === undefined) setImmediate(answer);
  asked = next;
});

function answer(): void {
  const { nth } = asked ?? { nth: 0 };
  asked = undefined;
  parentPort?.postMessage({ nth, ...checked() } satisfies Checked);
}

function checked(): Omit<Checked, 'nth'> {
  let content: Content;
  try {
    content = read();
  } catch (error) {
    // A file that went while it was read.
    return { problems: [], fault: wordsOf(error), again: true };
  }
  try {
    const problems = problemsOf(content).map(plain);
    keep(content);
    return { problems };
  } catch (error) {
    return { problems: [], fault: wordsOf(error) };
  }
}

/** What the first check found is kept for the next start, and for builds; of later ones only what it found in articles that are there. */
function keep(content: Content): void {
  for (const { body } of textsOf(content)) if (body) forgetTree(body);
  if (!first) return;
  first = false;
  articles.keep();
  rememberArticles({ get: () => undefined, set: () => undefined });
}

/** A problem as it can be handed to another thread; places are looked up before. */
function plain({ kind, place: { file, line, column, text }, message, hint }: Problem): Problem {
  return { kind, place: { file, line, column, text }, message, hint };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
