import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import { folderOf, type Article, type Kind, type Question } from '../domain/knowledge/article.ts';
import { buildKnowledgeBase } from '../domain/knowledge/knowledge-base.ts';
import type { GlossaryEntry, Site } from '../domain/knowledge/site.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import { oldAddressesOf } from '../domain/permalinks/redirects.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { symptomViewsOf } from '../domain/advice/symptom-pages.ts';

let loaded: { readonly fingerprint: string; readonly content: Promise<SiteContent> } | undefined;

/** Everything the pages show. Read once per build; in dev anew when something has been edited, with plans that are not proven but quick. */
export async function loadContent(): Promise<SiteContent> {
  const fingerprint = import.meta.env.DEV ? JSON.stringify(await readCollections()) : '';
  if (loaded?.fingerprint !== fingerprint)
    loaded = { fingerprint, content: readCollections().then(contentOf) };
  return loaded.content;
}

/** The compiled body of an article. */
export async function renderBody(kind: Kind, id: string) {
  const entry = await getEntry(folderOf[kind], id);
  if (!entry) throw new Error(`There is no ${kind} with the id "${id}".`);
  return render(entry as CollectionEntry<'symptoms'>);
}

/** The collections as they are, without the parts that only rendering needs. */
async function readCollections() {
  const [symptoms, causes, fixes, questions, site, glossary, pictures, tombstones, ledger] =
    await Promise.all([
      getCollection('symptoms'),
      getCollection('causes'),
      getCollection('fixes'),
      getCollection('questions'),
      getCollection('site'),
      getCollection('glossary'),
      getCollection('pictures'),
      getCollection('tombstones'),
      getCollection('ledger'),
    ]);
  return {
    symptoms: plain(symptoms),
    causes: plain(causes),
    fixes: plain(fixes),
    questions: plain(questions),
    site: plain(site),
    glossary: plain(glossary),
    pictures: plain(pictures),
    tombstones: plain(tombstones),
    ledger: plain(ledger),
  };
}

function plain<T extends { readonly id: string; readonly data: unknown }>(
  entries: readonly T[],
): readonly { readonly id: string; readonly data: T['data'] }[] {
  return entries.map(({ id, data }) => ({ id, data }));
}

function contentOf({
  symptoms,
  causes,
  fixes,
  questions,
  site,
  glossary,
  pictures,
  tombstones,
  ledger,
}: Awaited<ReturnType<typeof readCollections>>): SiteContent {
  const data = site[0]?.data.value;
  if (!data) throw new Error('The knowledge base has no site.yaml.');
  const complete = { promise: data.title, ...data } as Site;
  const articles = [
    ...symptoms.map((entry) => articleOf('symptom', entry)),
    ...causes.map((entry) => articleOf('cause', entry)),
    ...fixes.map((entry) => articleOf('fix', entry)),
  ];
  const base = buildKnowledgeBase(
    complete,
    articles,
    questions.map(({ id, data: question }) => ({ id, ...question }) as Question),
  );
  const views = new Map(
    [...base.symptoms.values()].map((symptom) => [
      symptom.id,
      symptomViewsOf(base, symptom, import.meta.env.DEV ? 'quick' : 'shown'),
    ]),
  );
  return {
    base,
    views,
    old: oldAddressesOf({
      articles,
      tombstones: tombstones[0]?.data.value ?? [],
      ledger: ledger[0]?.data.value ?? [],
      answered: narrowedPathsOf(views),
    }),
    site: complete,
    glossary: (glossary[0]?.data.value ?? []) as readonly GlossaryEntry[],
    pictures: new Map(pictures.map(({ id, data: picture }) => [id, picture.svg])),
  };
}

function narrowedPathsOf(views: SiteContent['views']): ReadonlySet<string> {
  return new Set(
    [...views].flatMap(([symptom, pages]) =>
      pages.map(({ path }) => path).filter((path) => path !== pathOf({ kind: 'symptom', id: symptom })),
    ),
  );
}

function articleOf(kind: Kind, { id, data }: { readonly id: string; readonly data: object }): Article {
  return { ...data, id, kind } as Article;
}
