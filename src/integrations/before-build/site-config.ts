import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { rehypeTaskLabels } from '../../markdown/html/rehype-task-labels.ts';
import { remarkArticle } from '../../markdown/remark-article.ts';
import { buildTargets } from '../after-build/old-browsers.ts';
import type { Base, BeforeBuild } from '../step.ts';
import { scriptsForBrowsers } from './scripts-for-browsers.ts';
import { smallPreload } from './small-preload.ts';

/** What Astro has to know of this knowledge base: its address, a cache of its own, and how its Markdown is read. */
export const siteConfig: BeforeBuild = (base, { command, updateConfig }) => {
  const { project: root, run, path, site, words } = base;
  updateConfig({
    ...(site?.url ? { site: homeAddressOf(site.url) } : {}),
    base: path,
    cacheDir: pathToFileURL(`${run.cache}/`),
    markdown: {
      syntaxHighlight: false,
      processor: unified({
        gfm: false,
        smartypants: false,
        remarkPlugins: [remarkGfm, [remarkArticle, { readMarkup: base.readMarkup }]],
        rehypePlugins: [[rehypeTaskLabels, base.words.task]],
      }),
    },
    vite: {
      cacheDir: join(run.root, 'vite'),
      define: {
        'import.meta.env.ROOT': JSON.stringify(path.slice(0, -1)),
        ...wordsOfScripts(words),
        ...devicesOfScripts(site),
        'import.meta.env.ASKS': JSON.stringify(site?.feedback?.endpoint !== undefined),
        'import.meta.env.OFFLINE': JSON.stringify(command === 'build' && site?.offline !== false),
      },
      plugins: [smallPreload(path), scriptsForBrowsers],
      build: {
        cssTarget: buildTargets,
        assetsInlineLimit: 0,
        rolldownOptions: { checks: { moduleLevelDirective: false }, optimization: { inlineConst: true } },
      },
      // Scripts have names without what Astro calls them inside: every page says them.
      environments: {
        client: {
          build: {
            rolldownOptions: {
              output: {
                entryFileNames: ({ name }) => `_astro/${name.replace(/\.astro_.*$/, '')}.[hash].js`,
                // What every page loads for later is one file, and not one for each thing.
                codeSplitting: { groups: [{ name: 'begin', test: /preload-helper|begin-search/ }] },
              },
            },
          },
        },
      },
      server: { fs: { allow: [root, base.dir.path] } },
    },
  });
};

/** What scripts say, in the language of the site: in the scripts themselves, which are loaded once, and not in every page. */
function wordsOfScripts({ tried, step, locale }: Base['words']): Readonly<Record<string, string>> {
  const { marks, count, skippedCount, left, announce, announceNext, announceStop, results } = tried;
  return {
    'import.meta.env.TRIED_WORDS': JSON.stringify({
      ...{ marks, count, skippedCount, left, announce, announceNext, announceStop, results },
    }),
    'import.meta.env.STEP_WORDS': JSON.stringify(step),
    'import.meta.env.SUPPORT_WORDS': JSON.stringify({
      ...{ ...tried.support, copied: tried.copied, results, locale },
    }),
  };
}

/** The devices that scripts can tell apart, and what support is told of them: the same for every page. */
function devicesOfScripts(site: Base['site']): Readonly<Record<string, string>> {
  const platforms = site?.platforms ?? [];
  return {
    'import.meta.env.DEVICE_SIGNS': JSON.stringify(
      platforms.map(({ id, name, agent = [name], touch }) => ({ id, name, agent, touch })),
    ),
    'import.meta.env.DEVICE_NAMES': JSON.stringify(
      platforms.flatMap(({ id, name, versions }) => [
        [id, name],
        ...versions.map((version) => [version.id, `${name}, ${version.name}`]),
      ]),
    ),
  };
}
