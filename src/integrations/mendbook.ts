import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { flushCompileCache } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterBuild } from './after-build.ts';
import { baseAt } from './base.ts';
import { buildCacheOf, contentDirOf } from '../articles/content-dir.ts';
import { articleCache } from '../articles/remembered/article-cache.ts';
import { clearHeap, growSlowly } from '../articles/remembered/small-heap.ts';
import { drawFresh } from './pages/draw-pages.ts';
import type { Pages } from './pages/memory.ts';
import { knowledgeBaseOf } from '../articles/check/plans.ts';
import { publishedOf } from '../articles/drafts/drafts.ts';
import { planCache, planFileOf, takePlansOf, type PlanCache } from '../articles/remembered/plan-cache.ts';
import { plansBeside } from '../articles/remembered/plans-beside.ts';
import { openRunFolder } from './run/run-folder.ts';
import { beforeBuildSteps } from './steps.ts';
import type { Base } from './step.ts';

const name = 'mendbook';

/** Astro's root folder: that of the run, so that runs at the same time have nothing in common; the project itself where only types are made. */
export function rootOf(project: string, command = process.argv[2]): string {
  if (command === 'sync' || command === 'check') return project;
  const { root } = openRunFolder(project, contentDirOf(project));
  // Outside of the working folder Astro would put what it compiles into `.astro` of that, where this account may not write.
  if (relative(process.cwd(), root).startsWith('..')) process.chdir(root);
  return root;
}

/** Makes a site out of the knowledge base that `KB_CONTENT` names. The order of the build is in `steps.ts`, together with what Astro does between the two lists. */
export function mendbook(root: string): AstroIntegration[] {
  const cache = buildCacheOf(root, contentDirOf(root));
  const articles = process.argv[2] === 'build' ? articleCache(join(cache, 'articles')) : undefined;
  // A thread of its own checks for dev; its pages ask for few texts.
  const base = baseAt(root, process.argv[2] === 'dev' ? 'asked' : 'now');
  let plans: PlanCache | undefined;
  let planned = (): Promise<void> => Promise.resolve();
  let pages: Promise<Pages> | undefined;
  let target = '';
  let endSlowGrowth = (): void => undefined;
  return [
    mdx(),
    {
      name,
      hooks: {
        'astro:config:setup': async (astro) => {
          if (astro.command === 'build') {
            base.shared.hold();
            endSlowGrowth = growSlowly(base.read().articles.length);
            plans = planCache(planFileOf(root, contentDirOf(root)));
          }
          if (astro.command === 'dev') takePlansOf(planFileOf(root, contentDirOf(root)));
          target = fileURLToPath(astro.config.outDir);
          for (const step of beforeBuildSteps) await step(base, astro);
          if (plans) planned = planning(base, plans);
          // Nothing more is read; what is remembered takes room, and so did the trees of the texts.
          articles?.keep();
          if (astro.command === 'build') clearHeap(base.read().articles.length);
        },
        'astro:config:done': ({ config }) => {
          if (config.integrations.at(-1)?.name !== name)
            throw new Error(
              '`mendbook()` must be the last of the integrations in astro.config.mjs, because its end is the end of the build. Move it there.',
            );
        },
        'astro:server:start': () => {
          // What was compiled until now is of use to the next start, which has the options of V8 that this one began with.
          flushCompileCache();
          growSlowly();
        },
        'astro:build:start': (astro) => void (pages = drawFresh(base, astro, astro.logger, planned)),
        'astro:build:done': async ({ logger }) => {
          if (pages) await afterBuild(base, await pages, target, logger);
          plans?.keep();
          endSlowGrowth();
        },
      },
    },
  ];
}

/** Has the plans of what is published made from now on, and returns how to wait for them. */
function planning({ read }: Base, plans: PlanCache): () => Promise<void> {
  const finished = knowledgeBaseOf(publishedOf(read()));
  return finished ? plansBeside(finished, plans) : () => Promise.resolve();
}
