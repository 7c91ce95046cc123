import type { Kind } from '../knowledge/article.ts';

/**
 * When a section stands on a page: `kept` always, and links to it are kept for ever; `there` always, without that promise;
 * `sometimes` where the content asks for it.
 */
export type Stands = 'kept' | 'there' | 'sometimes';

/** What the layouts add to the text of a page, by the kind of page. The names are the ids: the layouts take theirs from here. */
export const sections = {
  page: { main: 'there', support: 'kept' },
  home: { see: 'kept', ways: 'kept', unsure: 'sometimes' },
  map: { paths: 'there' },
  start: {
    answered: 'sometimes',
    questions: 'sometimes',
    'question-title': 'sometimes',
    candidates: 'sometimes',
    plan: 'there',
    then: 'there',
    stop: 'there',
  },
  symptom: {
    picture: 'sometimes',
    devices: 'sometimes',
    answered: 'sometimes',
    questions: 'sometimes',
    'question-title': 'sometimes',
    workarounds: 'sometimes',
    'tried-before': 'sometimes',
    plan: 'kept',
    then: 'kept',
    stop: 'kept',
    'less-likely': 'kept',
    'last-resort': 'kept',
    'hand-over': 'there',
    causes: 'kept',
    similar: 'sometimes',
    why: 'kept',
    sources: 'sometimes',
  },
  cause: { symptoms: 'kept', fixes: 'kept', workarounds: 'sometimes', sources: 'sometimes' },
  fix: { outcome: 'kept', 'hand-over': 'there', plans: 'kept', solves: 'kept', sources: 'sometimes' },
} as const satisfies Readonly<
  Record<Kind | 'page' | 'home' | 'map' | 'start', Readonly<Record<string, Stands>>>
>;

type Sections = typeof sections;

/** The id of a section, as a layout writes it. */
export function sectionId<P extends keyof Sections, S extends keyof Sections[P] & string>(
  _page: P,
  section: S,
): S {
  return section;
}

/** The ids of the sections of a page that stand there so; those of every page come last. */
export function sectionsThat(page: keyof Sections, ...stand: readonly Stands[]): readonly string[] {
  return [sections[page], ...(page === 'page' ? [] : [sections.page])].flatMap((own) =>
    Object.entries<Stands>(own).flatMap(([id, stands]) => (stand.includes(stands) ? [id] : [])),
  );
}

/** The ids that the page of a kind may have beside those of its text, which must not use them. */
export function takenBy(page: keyof Sections): readonly string[] {
  return sectionsThat(page, 'kept', 'there', 'sometimes');
}

/** Pages that every site has, whatever its content. */
export const fixedPages = [
  '/',
  '/symptoms/',
  '/causes/',
  '/fixes/',
  '/glossary/',
  '/map/',
  '/search/',
  '/says/',
] as const;
