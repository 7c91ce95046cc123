// Builds a site again out of the last one, without Astro: what it has compiled was kept, and so were the pages. Run by `kb build`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCacheOf, contentDirOf } from '../articles/content-dir.ts';
import { publishedOf } from '../articles/drafts/drafts.ts';
import { searchableArticles } from '../articles/read/searchable.ts';
import { articleCache } from '../articles/remembered/article-cache.ts';
import { afterBuild } from './after-build.ts';
import { baseAt } from './base.ts';
import { reportErrors } from './before-build/content-check.ts';
import { drawAgain } from './pages/draw-pages.ts';
import { planCache, planFileOf } from '../articles/remembered/plan-cache.ts';
import { recall, takeSite } from './run/kept-site.ts';
import { makeReady } from './run/staging.ts';
import type { Log } from './step.ts';

/** What the process ends with where Astro has to build the site: there is no last one, or none that can be used. */
const cannot = 75;

const log: Log = {
  info: (text) => console.log(text),
  warn: (text) => console.warn(text),
  error: (text) => console.error(text),
};

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { outDir: { type: 'string', default: 'dist' } },
  strict: false,
});
process.exitCode = await rebuild(fileURLToPath(new URL('../..', import.meta.url)), String(values.outDir));

async function rebuild(root: string, target: string): Promise<number> {
  const remembered = recall({ project: root, dir: contentDirOf(root) });
  if (!remembered) return cannot;
  const cache = buildCacheOf(root, contentDirOf(root));
  const articles = articleCache(join(cache, 'articles'));
  const base = baseAt(root);
  base.shared.hold();
  const plans = planCache(planFileOf(root, contentDirOf(root)));
  try {
    makeReady(base, target);
    if (reportErrors(base).length > 0) return 1;
    // What the search says of an edited text is found before, so that it is kept, too.
    searchableArticles(publishedOf(base.read()), base.words.search.timeOf);
    articles.keep();
    const kept = takeSite(base, remembered);
    if (!kept) return cannot;
    await afterBuild(base, await drawAgain(base, kept, log), target, log);
    plans.keep();
    return 0;
  } catch (error) {
    log.warn(`The last site could not be used, so all of it is built anew. ${String(error)}`);
    return cannot;
  }
}
