import { kinds } from '../../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { entryPagesOf } from '../../domain/entry/entry-pages.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { passingPagesOf } from '../../domain/lists/passing-pages.ts';
import type { LiveAnchor, LivePage, LiveSite, PlaceKind } from '../../domain/permalinks/compare.ts';
import { codeAddressesOf } from '../../domain/permalinks/codes.ts';
import { saidPathOf, saidTextsOf } from '../../domain/permalinks/said-texts.ts';
import { symptomViewsOf } from '../../domain/advice/symptom-pages.ts';
import { addressOf } from '../../domain/permalinks/tombstone.ts';
import { aliasesOf, formerIdsOf } from './aliases.ts';
import { fixedPages, sectionsThat } from '../../domain/permalinks/sections.ts';
import { changingHomeSections } from '../links/destinations.ts';
import { isReadable } from '../read/raw-fields.ts';
import { textsOf, type Content, type TextFile } from '../content.ts';

/** Every address that links to this content may lead to, as the ledger compares it. */
export function liveSiteOf(content: Content): LiveSite {
  const pages: readonly LivePage[] = [
    ...textsOf(content).map(pageOf),
    ...([...kinds, 'page'] as const).flatMap((kind) =>
      [...content.unread[kind]].map((id) => ({ ...bare(pathOf({ kind, id }), kind, id), unreadable: true })),
    ),
    ...fixedPages.map((path) => ({
      ...bare(path, 'page', path),
      anchors: sectionsThat('page', 'kept').map(sectionAnchor),
    })),
    ...startOf(content),
    homeOf(content),
    {
      ...bare('/glossary/', 'page', '/glossary/'),
      anchors: [
        ...content.glossary.value.map(({ id, term }) => ({
          id,
          is: 'term' as const,
          text: term,
          explicit: true,
        })),
        ...sectionsThat('page', 'kept').map(sectionAnchor),
      ],
      unreadable: content.unread.files.has('glossary.yaml'),
    },
    ...saidTextsOf(content.articles.flatMap(({ article }) => (article ? [article] : []))).map(
      ({ slug, text }) => bare(saidPathOf(slug), 'text', text),
    ),
    ...codeAddressesOf(content.articles.flatMap(({ article }) => article ?? [])).map(({ path, code }) =>
      bare(path, 'text', code),
    ),
  ];
  const moved = textsOf(content).flatMap((file) =>
    formerIdsOf(file).map(({ id }) => [pathOf({ kind: file.kind, id }), pathOf(file)] as const),
  );
  const now = new Map<string, string>(moved);
  const gone = content.tombstones.value.flatMap((stone) => [
    addressOf(stone),
    ...(stone.anchor === undefined ? [] : [addressOf({ ...stone, page: now.get(stone.page) ?? stone.page })]),
  ]);
  return { pages: new Map(pages.map((page) => [page.path, page])), moved: now, gone: new Set(gone) };
}

/** The site with the pages of its answered symptoms, of those for a device, of long lists and of the map as well, which take a computation. */
export function withAnswers(
  site: LiveSite,
  base: KnowledgeBase,
  { glossary }: Pick<Content, 'glossary'>,
): LiveSite {
  const answers = [...base.symptoms.values()].flatMap((symptom) =>
    symptomViewsOf(base, symptom).flatMap(({ path, device, answers: given }): LivePage[] => {
      const text = given.at(-1)?.label ?? device?.label;
      return text === undefined ? [] : [bare(path, 'answer', text)];
    }),
  );
  const first = entryPagesOf(base).flatMap(({ path, answers: given }): LivePage[] => {
    const text = given.at(-1)?.label;
    return text === undefined ? [] : [bare(path, 'answer', text)];
  });
  const passing = passingPagesOf(base, glossary.value).map(({ path, text }) => bare(path, 'answer', text));
  return {
    ...site,
    pages: new Map([
      ...site.pages,
      ...[...answers, ...first, ...passing].map((page) => [page.path, page] as const),
    ]),
  };
}

function pageOf(file: TextFile): LivePage {
  return {
    ...bare(pathOf(file), file.kind, file.article?.title ?? file.id),
    anchors: [
      ...(file.body?.anchors.map(({ id, kind, text, explicit }) => ({ id, is: kind, text, explicit })) ?? []),
      ...sectionsThat(file.kind, 'kept').map(sectionAnchor),
    ],
    aliases: new Set(aliasesOf(file).map(({ anchor }) => anchor)),
    unreadable: file.body === undefined || !isReadable(file),
  };
}

/** The first page of the first questions, where there are any. */
function startOf({ start, unread }: Content): readonly LivePage[] {
  if (!start && !unread.files.has('start.yaml')) return [];
  const anchors = sectionsThat('start', 'kept').map(sectionAnchor);
  return [{ ...bare('/start/', 'page', start?.value.title ?? '/start/'), anchors, unreadable: !start }];
}

function homeOf(content: Content): LivePage {
  return {
    ...bare('/', 'page', '/'),
    anchors: [
      ...sectionsThat('home', 'kept').map(sectionAnchor),
      ...changingHomeSections(content).map(({ id, text }) => ({
        id,
        is: 'section' as const,
        text,
        explicit: true,
      })),
    ],
    unreadable: content.unread.files.has('site.yaml'),
  };
}

function sectionAnchor(id: string): LiveAnchor {
  return { id, is: 'section', text: id, explicit: true };
}

function bare(path: string, is: PlaceKind, text: string): LivePage {
  return { path, is, text, anchors: [], aliases: new Set() };
}
