import type { HookParameters } from 'astro';
import { join } from 'node:path';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { policyFor } from '../after-build/policy.ts';
import { tightenPage } from '../after-build/tight-page.ts';
import { tightSheets } from '../after-build/tight-sheets.ts';
import { namesInScripts } from '../after-build/style/scripted-names.ts';
import { shortNames, styleTightener } from '../after-build/style/tight-style.ts';
import { compiledIn, siteIn, statesIn, type Kept } from '../run/kept-site.ts';
import type { Base, Log } from '../step.ts';
import { besidePages } from './beside.ts';
import { openFresh, openKept, type Compiled } from './compiled.ts';
import type { Memory, Pages } from './memory.ts';
import { writePages } from './write-pages.ts';

/**
 * Has Astro compile while plans are made (`planned` waits for them), and writes the pages itself: those of thousands of redirects from one pattern, each made smaller before it is
 * written, and with a note of what it was made of.
 */
export function drawFresh(
  base: Base,
  { setPrerenderer }: Pick<HookParameters<'astro:build:start'>, 'setPrerenderer'>,
  logger: Log,
  planned: () => Promise<void>,
): Promise<Pages> {
  const out = siteIn(base);
  return new Promise((done) => {
    setPrerenderer((astro) => ({
      ...astro,
      setup: () => Promise.resolve(),
      getStaticPaths: async () => {
        const compiled = await openFresh(join(out, '.prerender'), compiledIn(base), () => astro.setup?.());
        tightSheets(out, base.site?.url && new URL(base.site.url).origin);
        const statics = new Map([...statesIn(out)].filter(([file]) => !file.startsWith('.prerender/')));
        await planned();
        const nothing: Memory = { pages: new Map(), cells: new Map(), statics };
        done(await draw(base, { compiled, memory: nothing }, logger));
        // Nothing is left to Astro.
        return [];
      },
    }));
  });
}

/** Writes the pages of a site that was compiled before, where it was left by the last build. */
export async function drawAgain(base: Base, { compiled, memory }: Kept, logger: Log): Promise<Pages> {
  return draw(base, { compiled: await openKept(compiled), memory }, logger);
}

async function draw(
  base: Base,
  from: { readonly compiled: Compiled; readonly memory: Memory },
  logger: Log,
): Promise<Pages> {
  const { shared, site, path } = base;
  const out = siteIn(base);
  const began = performance.now();
  const { styleOf, styles } = from.compiled;
  const shortOf = shortNames(styles);
  const sheetOf = styleTightener(namesInScripts(join(out, '_astro')), styleOf, shortOf);
  const tightening = { policy: policyFor(site?.feedback?.endpoint), sheetOf, shortOf };
  const pages = await writePages({
    ...from,
    shared,
    out,
    site: site?.url ? homeAddressOf(site.url) : undefined,
    base: path,
    tighten: (page) => tightenPage(page, tightening),
    beside: besidePages(base),
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  logger.info(`${pages.pages.size} files of pages, ${pages.rendered} of them drawn now, in ${seconds} s`);
  return pages;
}
