import type { SearchArticle, SearchFile } from './index.ts';

const optional = ['short', 'picture', 'time', 'loses', 'asked'] as const;
const single = ['kind', 'path', 'title', 'summary', ...optional] as const;
const lists = ['says', 'aliases', 'facts'] as const;
const split = ['placeIds', 'placeTexts', 'placeSteps', 'bodyPlaces', 'bodyTexts', 'twins'] as const;

/** Articles as they travel: in each column a line for every article, with tabs between the things of a list. What is alike stands together, which packs smaller than a list of objects. */
export type Columns = Readonly<Record<(typeof single | typeof lists | typeof split)[number], string>>;

/** The file of a search as it travels. */
export type SentFile = Omit<SearchFile, 'articles'> & { readonly articles?: Columns | undefined };

/** Makes a file ready to be sent. */
export function sent({ articles, ...file }: SearchFile): SentFile {
  return articles ? { ...file, articles: columnsOf(articles) } : file;
}

/** Reads what was sent. */
export function received({ articles, ...file }: SentFile): SearchFile {
  return articles ? { ...file, articles: articlesIn(articles) } : file;
}

/** Writes articles in columns. Tabs and line breaks inside a text become spaces. */
export function columnsOf(articles: readonly SearchArticle[]): Columns {
  const column = (thingsOf: (article: SearchArticle) => readonly (string | number | undefined)[]): string =>
    articles
      .map((article) =>
        thingsOf(article)
          .map((thing) => String(thing ?? '').replace(/[\t\r\n]+/g, ' '))
          .join('\t'),
      )
      .join('\n');
  const one = (name: (typeof single)[number]): string => column((article) => [article[name]]);
  const list = (name: (typeof lists)[number]): string => column((article) => article[name]);
  // What has words in common stands together, too: it packs smaller by a hundredth.
  return {
    ...named(['kind', 'loses', 'time', 'picture', 'asked'], one),
    ...named(['aliases', 'says'], list),
    ...named(['title', 'short', 'path'], one),
    placeIds: column(({ places }) => places.map(({ id }) => id)),
    facts: list('facts'),
    summary: one('summary'),
    bodyTexts: column(({ body }) => body.map(([, text]) => text)),
    twins: column(({ twins }) => twins.flat()),
    placeTexts: column(({ places }) => places.map(({ text }) => text)),
    bodyPlaces: column(({ body }) => body.map(([place]) => place)),
    // A place has a number or none, and so there is a column that says how many there are.
    placeSteps: column(({ places }) => places.map(({ step }) => step ?? '-')),
  };
}

/** Reads what `columnsOf` wrote. */
export function articlesIn(columns: Columns): readonly SearchArticle[] {
  const lines = named([...single, ...lists, ...split], (name) => columns[name].split('\n'));
  return lines.path.map((path, at) => {
    const list = (name: keyof Columns): readonly string[] =>
      lines[name][at] ? lines[name][at].split('\t') : [];
    const all = named(split, list);
    return {
      kind: lines.kind[at] as SearchArticle['kind'],
      path,
      title: lines.title[at]!,
      summary: lines.summary[at]!,
      ...named(optional, (name) => lines[name][at] || undefined),
      ...named(lists, list),
      places: all.placeSteps.map((step, n) => ({
        id: all.placeIds[n] || undefined,
        text: all.placeTexts[n] ?? '',
        step: step === '-' ? undefined : Number(step),
      })),
      body: all.bodyPlaces.map((place, n) => [Number(place), all.bodyTexts[n] ?? ''] as const),
      twins: all.twins.flatMap((path, n) => (n % 2 ? [] : [[path, all.twins[n + 1] ?? ''] as const])),
    };
  });
}

function named<Name extends string, T>(
  names: readonly Name[],
  of: (name: Name) => T,
): Readonly<Record<Name, T>> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, T>;
}
