import { kinds, type Article, type OwnPage } from '../../domain/knowledge/article.ts';
import { homeGroupsOf } from '../../domain/knowledge/groups.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { similarTo } from '../../domain/knowledge/similar.ts';
import { passingPagesOf } from '../../domain/lists/passing-pages.ts';
import { codeAddressesOf } from '../../domain/permalinks/codes.ts';
import { saidPathOf, saidTextsOf } from '../../domain/permalinks/said-texts.ts';
import { fixedPages, sectionsThat } from '../../domain/permalinks/sections.ts';
import { finderOf, type Finder } from '../../domain/problems/closest.ts';
import { textsOf, type Content, type TextFile } from '../content.ts';
import { aliasesOf, formerIdsOf } from '../permalinks/aliases.ts';
import { knowledgeBaseOf } from '../check/plans.ts';

/** Every address a link may lead to: path → its anchors; `undefined` where any anchor is taken (the text did not compile). */
export interface Destinations extends ReadonlyMap<string, ReadonlySet<string> | undefined> {
  /** The address that a mistyped one means. */
  readonly nearest: Finder;
}

/** The addresses that a site of this content has. Each anchor stands on its page, whatever the rest of the content is. */
export function destinationsOf(content: Content): Destinations {
  const destinations = new Map<string, ReadonlySet<string> | undefined>(
    fixedPages.map((path) => [path, everyPage]),
  );
  destinations.set('/map/', new Set(sectionsThat('map', 'kept', 'there')));
  destinations.set('/', content.unread.files.has('site.yaml') ? undefined : homeAnchors(content));
  destinations.set(
    '/glossary/',
    content.unread.files.has('glossary.yaml')
      ? undefined
      : new Set([...everyPage, ...content.glossary.value.map(({ id }) => id)]),
  );
  if (content.start) destinations.set('/start/', new Set(sectionsThat('start', 'kept', 'there')));
  else if (content.unread.files.has('start.yaml')) destinations.set('/start/', undefined);
  for (const kind of [...kinds, 'page'] as const)
    for (const id of content.unread[kind]) destinations.set(pathOf({ kind, id }), undefined);
  const base = knowledgeBaseOf(content);
  for (const file of textsOf(content)) {
    const anchors =
      file.body &&
      new Set([
        ...file.body.anchors.map(({ id }) => id),
        ...sectionsOf(file, base),
        ...aliasesOf(file).map(({ anchor }) => anchor),
      ]);
    destinations.set(pathOf(file), anchors);
    if (file.kind !== 'page') destinations.set(`/go/${file.id}/`, anchors);
    for (const { id } of formerIdsOf(file)) destinations.set(pathOf({ kind: file.kind, id }), anchors);
  }
  for (const { slug } of saidTextsOf(content.articles.flatMap(({ article }) => article ?? [])))
    destinations.set(saidPathOf(slug), new Set(['main']));
  for (const { path, exact } of codeAddressesOf(content.articles.flatMap(({ article }) => article ?? [])))
    for (const address of [path, exact ?? path]) destinations.set(address, new Set(['main']));
  for (const { path } of base ? passingPagesOf(base, content.glossary.value) : [])
    destinations.set(path, new Set([...everyPage, ...(path.startsWith('/map/') ? ['why'] : [])]));
  return withFinder(destinations);
}

function withFinder(pages: ReadonlyMap<string, ReadonlySet<string> | undefined>): Destinations {
  let find: Finder | undefined;
  return Object.assign(pages, {
    nearest: (path: string, except?: (page: string) => boolean) =>
      (find ??= finderOf(pages.keys()))(path, except),
  });
}

const everyPage: ReadonlySet<string> = new Set(sectionsThat('page', 'kept', 'there'));

function homeAnchors(content: Content): ReadonlySet<string> {
  return new Set([
    ...sectionsThat('home', 'kept', 'there'),
    ...changingHomeSections(content).map(({ id }) => id),
  ]);
}

/** The sections of home that its content makes: its groups, and the way for those who are not sure. */
export function changingHomeSections({
  site,
  articles,
  start,
}: Pick<Content, 'site' | 'articles' | 'start'>): readonly { readonly id: string; readonly text: string }[] {
  const symptoms = articles.filter(({ kind }) => kind === 'symptom').map(({ id }) => id);
  return [
    ...homeGroupsOf(site?.value.groups ?? [], symptoms).flatMap(({ id, title }) =>
      id === '' ? [] : [{ id, text: title ?? id }],
    ),
    ...(site?.value.unsure || start ? [{ id: 'unsure', text: 'unsure' }] : []),
  ];
}

/** The sections of an article's page. Where the whole content cannot be read, all that may be there are taken. */
function sectionsOf({ kind, article }: TextFile, base: KnowledgeBase | undefined): readonly string[] {
  return [
    ...sectionsThat(kind, 'kept', 'there'),
    ...sectionsThat(kind, 'sometimes').filter(
      (id) => article === undefined || base === undefined || stands(id, article, base),
    ),
  ];
}

/** Whether a section that is not on every page is on this one. Questions and ways round a symptom depend on its plan: no link may count on them. */
function stands(section: string, article: Article | OwnPage, base: KnowledgeBase): boolean {
  if (article.kind === 'page') return false;
  if (section === 'sources')
    return article.sources.length > 0 || Boolean(article.checked ?? article.checkedOn);
  if (article.kind === 'cause')
    return (
      section === 'workarounds' &&
      (base.fixesOf.get(article.id) ?? []).some(({ works }) => works === 'workaround')
    );
  if (article.kind === 'fix') return false;
  switch (section) {
    case 'picture':
      return article.picture !== undefined;
    case 'similar':
      return base.start !== undefined || similarTo(base, article).length > 0;
    default:
      return false;
  }
}
