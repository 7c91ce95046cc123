import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { contentDirOf } from './src/articles/content-dir.ts';
import { markupOf } from './src/articles/markup.ts';
import { contentReader } from './src/articles/read/reader.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { freshMarkdown } from './src/integrations/fresh-markdown.ts';
import { layerOrder } from './src/integrations/layer-order.ts';
import { buildTargets } from './src/integrations/old-browsers.ts';
import { publishedLinks } from './src/integrations/published-links.ts';
import { redirects } from './src/integrations/redirects.ts';
import { safeOutput } from './src/integrations/safe-output.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { smallPreload } from './src/integrations/small-preload.ts';
import { tightPages } from './src/integrations/tight-pages.ts';
import { rehypeTaskLabels } from './src/markdown/rehype-task-labels.ts';
import { siteStyle } from './src/integrations/site-style.ts';
import { remarkArticle } from './src/markdown/remark-article.ts';
import { searchLanguage } from './src/words/en-search.ts';
import { words } from './src/words/en.ts';

const content = contentDirOf(process.cwd());
const read = contentReader(content);
const markup = () => ({ ...markupOf(read()), words: words.markup });
const { url, feedback, accent } = read().site?.value ?? {};
/** Where answers go if the owner of the site asked for them; pages may talk to no other host. */
const feedbackHost = feedback?.endpoint ? [new URL(feedback.endpoint).origin] : [];

const searchWords = {
  language: searchLanguage,
  results: {
    ...words.searchResults,
    label: words.search.label,
    close: words.search.close,
    submit: words.search.submit,
    waysOn: words.search.waysOn,
  },
  kinds: { symptom: words.kinds.symptom.one, cause: words.kinds.cause.one, fix: words.kinds.fix.one },
  timeOf: (minutes, wait) =>
    [words.duration.minutes(minutes), wait > 0 && words.duration.wait(wait)].filter(Boolean).join(', '),
};

/** Pages that stand for themselves: no redirects, no answered symptoms, nothing that only leads on. */
const isForSearchEngines = (/** @type {string} */ page) =>
  /^\/(?:(?:symptoms|causes|fixes)\/(?:[^/]+\/)?|glossary\/|map\/)?$/.test(new URL(page).pathname);

export default defineConfig({
  site: url,
  trailingSlash: 'always',
  cacheDir: `./.cache/astro/${encodeURIComponent(content.path)}`,
  compressHTML: true,
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkGfm, [remarkArticle, markup]],
      rehypePlugins: [[rehypeTaskLabels, words.markup.task]],
    }),
  },
  integrations: [
    ...(url ? [sitemap({ filter: isForSearchEngines })] : []),
    layerOrder(),
    siteStyle({ accent }),
    freshMarkdown(markup),
    mdx(),
    contentCheck(content),
    redirects(),
    tightPages(),
    publishedLinks(content),
    searchIndex(content, searchWords),
    safeOutput(),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "worker-src 'self'",
        ["connect-src 'self'", ...feedbackHost].join(' '),
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [smallPreload()],
    build: {
      target: buildTargets,
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    server: { fs: { allow: ['.', content.path] } },
  },
});
