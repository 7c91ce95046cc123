import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { once } from '../../domain/values/on-demand.ts';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';

/** A page or file that Astro can render. */
export interface Path {
  /** Its address from the root of the site, as the bundler has it: `/fixes/cool-down`, without the path below which the site is served. */
  readonly pathname: string;
  readonly isPage: boolean;
  /** What the module of its page hands to it. */
  readonly props: unknown;
  readonly render: (url: string) => Promise<Response>;
}

/** The site as Astro has compiled it, without its content. */
export interface Compiled {
  /** The style that pages stand for by names of its parts: these are filled in where pages are made smaller, which takes each style once. */
  readonly styleOf: (named: string) => string;
  /** All of these styles. */
  readonly styles: readonly string[];
  /** Every page and file, in the order of the routes. */
  readonly paths: () => Promise<readonly Path[]>;
}

/** What Astro's own prerenderer hands to the compiled site, as far as pages need it. */
interface Heads {
  readonly pages: readonly (readonly [key: string, styles: readonly Style[]])[];
  readonly scripts: readonly unknown[];
}

/** A style of a page, with its place among the others. */
interface Style {
  readonly sheet: { readonly type: string; readonly content?: string };
}

interface App extends StaticPathsApp {
  readonly setInternals: (internals: unknown) => void;
  readonly setOptions: (options: unknown) => void;
  readonly render: (request: Request, options: { readonly routeData: unknown }) => Promise<Response>;
}

const headsFile = 'heads.json';

/** Opens what the bundler has written into a folder in this build, and calls `setUp`, by which Astro tells it what it needs. Keeps a copy in `kept` for later builds. */
export async function openFresh(
  folder: string,
  kept: string,
  setUp: () => Promise<void> | void,
): Promise<Compiled> {
  cpSync(folder, kept, { recursive: true });
  const app = await importApp(folder);
  const heads: { pages: Heads['pages']; scripts: Heads['scripts'] } = { pages: [], scripts: [] };
  const { setInternals, setOptions } = app;
  const styles = namedStyles();
  Object.assign(app, {
    setInternals: (internals: Internals) => {
      heads.pages = [...internals.pagesByKeys].map(([key, { styles: own }]) => [key, own]);
      setInternals.call(app, { ...internals, pagesByKeys: pagesByKeys(heads.pages, styles.nameIn) });
    },
    setOptions: (options: Options) => {
      heads.scripts = options.settings.scripts;
      setOptions.call(app, options);
    },
  });
  await setUp();
  writeFileSync(join(kept, headsFile), JSON.stringify(heads));
  return compiledOf(app, styles);
}

interface Internals {
  readonly pagesByKeys: ReadonlyMap<string, { readonly styles: readonly Style[] }>;
}

interface Options {
  readonly settings: { readonly scripts: readonly unknown[] };
}

/** Opens what an earlier build has kept. Throws where it is not whole. */
export async function openKept(kept: string): Promise<Compiled> {
  const { pages, scripts } = JSON.parse(readFileSync(join(kept, headsFile), 'utf8')) as Heads;
  const app = await importApp(kept);
  const styles = namedStyles();
  app.setInternals({ pagesByKeys: pagesByKeys(pages, styles.nameIn) });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write: () => true } } } });
  return compiledOf(app, styles);
}

/** The styles of pages as Astro looks them up, which it sorts where they stand. */
function pagesByKeys(
  pages: Heads['pages'],
  nameIn: (style: Style) => Style,
): ReadonlyMap<string, { readonly styles: Style[] }> {
  return new Map(pages.map(([key, styles]) => [key, { styles: styles.map(nameIn) }]));
}

/**
 * Styles are half of every page, and the same in thousands of them. So Astro puts names into pages in their place: comments, in the
 * order in which it puts styles. A name is written as no style is, since bundled styles hold no comments.
 */
function namedStyles(): {
  readonly nameIn: (style: Style) => Style;
  readonly styleOf: (named: string) => string;
  readonly styles: readonly string[];
} {
  const contents: string[] = [];
  const names = new Map<string, string>();
  return {
    nameIn: (style) => {
      const { type, content } = style.sheet;
      // Where a style imports another one, Astro keeps it apart from the rest.
      if (type !== 'inline' || content === undefined || content.includes('@import')) return style;
      const name = names.get(content) ?? `/*style ${contents.push(content) - 1}*/`;
      names.set(content, name);
      return { ...style, sheet: { ...style.sheet, content: name } };
    },
    styleOf: (named) =>
      named.replace(/\/\*style (\d+)\*\//g, (name, at: string) => contents[Number(at)] ?? name),
    styles: contents,
  };
}

async function importApp(folder: string): Promise<App> {
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => /^prerender-entry\..*mjs$/.test(file))
    : undefined;
  if (!name) throw new Error(`There is no compiled site in ${folder}.`);
  const { app } = (await import(pathToFileURL(join(folder, name)).href)) as { readonly app: App };
  // Astro imports the module of a page for each of its thousands.
  const { pageMap } = app.manifest;
  for (const [module, load] of pageMap ?? []) pageMap?.set(module, once(load));
  return app;
}

function compiledOf(app: App, { styleOf, styles }: Pick<Compiled, 'styleOf' | 'styles'>): Compiled {
  return {
    styleOf,
    styles,
    paths: async () => {
      const found = await new StaticPaths(app).getAll();
      const counted = new Map<unknown, number>();
      return found.map(({ pathname, route }) => {
        const nth = counted.get(route) ?? 0;
        counted.set(route, nth + 1);
        // One for each path, in the same order; none for a route that is one page.
        const { props } = app.routeCache?.get(route)?.staticPaths?.[nth] ?? { props: undefined };
        return {
          pathname,
          isPage: route.type === 'page',
          props,
          render: (url) => app.render(new Request(url), { routeData: route }),
        };
      });
    },
  };
}
