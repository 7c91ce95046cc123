import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import { folderOf, type Article, type Kind, type Question } from '../domain/article.ts';
import { buildKnowledgeBase } from '../domain/knowledge-base.ts';
import type { GlossaryEntry, Site } from '../domain/site.ts';
import { answeredPathOf } from '../domain/paths.ts';
import { oldAddressesOf } from '../domain/redirects.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { symptomViewsOf } from '../domain/symptom-pages.ts';

let loaded: Promise<SiteContent> | undefined;

/** Everything the pages show. Read once per build; in dev anew for each page, so that edits appear. */
export function loadContent(): Promise<SiteContent> {
  if (import.meta.env.DEV) return readCollections();
  return (loaded ??= readCollections());
}

/** The compiled body of an article. */
export async function renderBody(kind: Kind, id: string) {
  const entry = await getEntry(folderOf[kind], id);
  if (!entry) throw new Error(`There is no ${kind} with the id "${id}".`);
  return render(entry as CollectionEntry<'symptoms'>);
}

async function readCollections(): Promise<SiteContent> {
  const [symptoms, causes, fixes, questions, site, glossary, pictures, tombstones, ledger] = await Promise.all([
    getCollection('symptoms'), getCollection('causes'), getCollection('fixes'), getCollection('questions'),
    getCollection('site'), getCollection('glossary'), getCollection('pictures'),
    getCollection('tombstones'), getCollection('ledger'),
  ]);
  const data = site[0]?.data.value;
  if (!data) throw new Error('The knowledge base has no site.yaml.');
  const complete = { promise: data.title, ...data } as Site;
  const articles = [
    ...symptoms.map((entry) => articleOf('symptom', entry)),
    ...causes.map((entry) => articleOf('cause', entry)),
    ...fixes.map((entry) => articleOf('fix', entry)),
  ];
  const base = buildKnowledgeBase(complete, articles, questions.map(({ id, data: question }) => ({ id, ...question }) as Question));
  const views = new Map([...base.symptoms.values()].map((symptom) => [symptom.id, symptomViewsOf(base, symptom)]));
  return {
    base,
    views,
    old: oldAddressesOf({ articles, tombstones: tombstones[0]?.data.value ?? [], ledger: ledger[0]?.data.value ?? [], answered: answeredPathsOf(views) }),
    site: complete,
    glossary: (glossary[0]?.data.value ?? []) as readonly GlossaryEntry[],
    pictures: new Map(pictures.map(({ id, data: picture }) => [id, picture.svg])),
  };
}

function answeredPathsOf(views: SiteContent['views']): ReadonlySet<string> {
  return new Set([...views].flatMap(([symptom, pages]) => pages.filter(({ answers }) => answers.length > 0).map(({ answers }) => answeredPathOf(symptom, answers))));
}

function articleOf(kind: Kind, { id, data }: { readonly id: string; readonly data: object }): Article {
  return { ...data, id, kind } as Article;
}
