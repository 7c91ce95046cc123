import type { AstroIntegrationLogger, HookParameters } from 'astro';
import type { ContentDir } from '../articles/content-dir.ts';
import type { Content } from '../articles/content.ts';
import type { SharedContent } from '../articles/shared-place.ts';
import type { FeedWords } from '../domain/discovery/feeds.ts';
import type { Site } from '../domain/knowledge/site.ts';
import type { ArticleMarkup } from '../markdown/remark-article.ts';
import type { Words } from '../words/words.ts';
import type { SearchLanguage } from '../domain/search/language.ts';
import type { Hashes } from '../server/served-files.ts';
import type { Pages } from './pages/memory.ts';
import type { RunFolder } from './run/run-folder.ts';
import type { SiteFiles } from './run/site-files.ts';

/** The words that the search shows, and what it has to know of the language. */
export interface SearchWords {
  readonly language: SearchLanguage;
  readonly results: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  /** The time that a fix takes, in words. */
  readonly timeOf: (minutes: number, wait: number) => string;
}

/** What every step of the build knows of the knowledge base that it builds. */
export interface Base {
  readonly dir: ContentDir;
  /** The folder of the generator, an absolute path; Astro's own root is the folder of the run. */
  readonly project: string;
  readonly run: RunFolder;
  /** The path below which the site is served, such as `/help/`; `/` where it has its host for itself. */
  readonly path: string;
  /** What `site.yaml` says; undefined where the check refuses it. */
  readonly site: Site | undefined;
  /** The content as pages, check and search share it. */
  readonly shared: SharedContent;
  /** The whole content, as it stands now. */
  readonly read: () => Content;
  /** The words of the site in its language, as far as the build writes any. */
  readonly words: {
    /** What a box of a task list is called that has no words. */
    readonly task: string;
    readonly search: SearchWords;
    /** What scripts say of what a reader has tried. */
    readonly tried: Words['tried'];
    /** Which step of how many. */
    readonly step: string;
    /** The tag by which dates are written. */
    readonly locale: string;
    readonly feeds: FeedWords;
    /** What pages say without a network, by the names that their worker gives it. */
    readonly offline: Readonly<Record<string, string>>;
  };
  /** What the Markdown plugins fill into articles, as it stands now. */
  readonly readMarkup: () => ArticleMarkup;
}

/** Where a build says what it does. */
export type Log = Pick<AstroIntegrationLogger, 'info' | 'warn' | 'error'>;

/** Does something before Astro does anything, or tells it something. One that throws ends the build before it begins. */
export type BeforeBuild = (base: Base, astro: HookParameters<'astro:config:setup'>) => void | Promise<void>;

/**
 * Adds something to the built pages, in the folder `out`, or looks at them. It must not change a page, since most are those of the
 * last build. One that throws ends the build; the last good site stays as it was.
 */
export type AfterBuild = (base: Base, built: Built) => void | Promise<void>;

export interface Built {
  readonly out: string;
  readonly pages: Pages;
  readonly logger: Log;
  /** The hashes of the files that hosts give out, as far as they are known. */
  readonly hashes: Hashes;
  /** The files of the folder, for the last steps. */
  readonly files: SiteFiles;
}
