import { languageName } from '../../domain/knowledge/language-tag.ts';
import { closest } from '../../domain/problems/closest.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Site } from '../../domain/knowledge/site.ts';
import { parseRange } from '../../domain/versions/range.ts';
import { dictionaries, hasWords } from '../../words/words-of.ts';
import { checkAddress } from '../links/check.ts';
import type { Destinations } from '../links/destinations.ts';
import { checkPlatform } from './platform.ts';
import { checkReference, idsOf, type KnownIds, type Target } from './references.ts';
import type { Content, DataFile, FieldPath } from '../content.ts';
import { didYouMean, listOf, sentences } from '../../domain/problems/say.ts';
import { takenBy } from '../../domain/permalinks/sections.ts';
import { groupIdOf, otherGroup } from '../../domain/knowledge/groups.ts';

/** What is wrong with the files beside the articles: questions, `site.yaml`, `ui-paths.yaml`, `glossary.yaml`, `asked.yaml`. */
export function checkDataFiles(content: Content, destinations: Destinations): readonly Problem[] {
  const ids = idsOf(content);
  const { glossary, asked } = content;
  return [
    ...checkQuestions(content, ids),
    ...(content.site ? checkSiteFile(content, content.site, ids) : []),
    ...checkPlaces(content),
    ...checkTwice(
      glossary,
      glossary.value.map(({ id }, index) => ({ id, path: [index, 'id'] })),
      'term',
    ),
    ...glossary.value.flatMap(({ link }, index) =>
      link === undefined
        ? []
        : checkAddress(link, '/glossary/', destinations, glossary.placeOf([index, 'link'])),
    ),
    ...asked.value.flatMap(({ page }, index) =>
      checkAddress(page, '/', destinations, asked.placeOf([index, 'page'])),
    ),
  ];
}

function checkQuestions(content: Content, ids: KnownIds): readonly Problem[] {
  const twice = content.questions.filter(
    ({ id }, index) => content.questions.findIndex((other) => other.id === id) < index,
  );
  return [
    ...twice.map(({ id, file }): Problem => ({
      kind: 'duplicate-id',
      place: { file, line: 1, column: 1 },
      message: `The id \`${id}\` is taken by \`${content.questions.find((other) => other.id === id)?.file}\`.`,
      hint: 'Delete one of the two files, or rename it.',
    })),
    ...content.questions.flatMap((question) => [
      ...question.value.answers.flatMap(({ likely }, index) =>
        Object.keys(likely).flatMap((cause) =>
          checkReference(cause, 'cause', ids, content, question.placeOf(['answers', index, 'likely', cause])),
        ),
      ),
      ...checkTwice(
        question,
        question.value.answers.map(({ id }, index) => ({ id, path: ['answers', index, 'id'] })),
        'answer',
      ),
    ]),
  ];
}

function checkSiteFile(content: Content, site: DataFile<Site>, ids: KnownIds): readonly Problem[] {
  const { value } = site;
  const refer = (id: string | undefined, target: Target, path: FieldPath): readonly Problem[] =>
    id === undefined ? [] : checkReference(id, target, ids, content, site.placeOf(path));
  const grouped = value.groups.flatMap(({ symptoms }, i) =>
    symptoms.map((id, j) => ({ id, path: ['groups', i, 'symptoms', j] })),
  );
  const lists = { who: value.who, risks: value.risks, platforms: value.platforms } as const;
  return [
    ...grouped.flatMap(({ id, path }) => refer(id, 'symptom', path)),
    ...checkTwice(site, grouped, 'symptom'),
    ...refer(value.unsure?.symptom, 'symptom', ['unsure', 'symptom']),
    ...refer(value.exhausted, 'symptom', ['exhausted']),
    ...refer(value.support.fix, 'fix', ['support', 'fix']),
    ...refer(value.mark, 'picture', ['mark']),
    ...checkGroupIds(site),
    ...refer(value.logo, 'picture', ['logo']),
    ...checkLanguage(site),
    ...Object.entries(lists).flatMap(([field, entries]) =>
      checkTwice(
        site,
        entries.map(({ id }, index) => ({ id, path: [field, index, 'id'] })),
        'entry',
      ),
    ),
    ...value.platforms.flatMap(({ id, versions }, i) => [
      ...versions.flatMap(({ range }, j): readonly Problem[] =>
        parseRange(range, content.words.content.ranges)
          ? []
          : checkPlatform(content, id, range, site.placeOf(['platforms', i, 'versions', j, 'range'])),
      ),
      ...checkTwice(
        site,
        versions.map((version, j) => ({ id: version.id, path: ['platforms', i, 'versions', j, 'id'] })),
        'version',
      ),
    ]),
  ];
}

/** A language in which the interface cannot speak. */
function checkLanguage({ value: { language }, placeOf }: DataFile<Site>): readonly Problem[] {
  if (hasWords(language)) return [];
  const name = languageName(language);
  return [
    {
      kind: 'language-without-words',
      place: placeOf(['language']),
      message: `The interface has no words in ${name} yet, so this site speaks English around its articles, finds words only by their letters, and no writing rules are checked.`,
      hint: `Write \`src/words/${new Intl.Locale(language).language}/\` after the model of \`src/words/en/\`, or choose one of ${dictionaries.map((words) => `\`${words.language}\``).join(', ')}.`,
    },
  ];
}

/** Headings of groups whose ids home could not tell apart from each other or from its own sections. */
function checkGroupIds({ value: { groups }, placeOf }: DataFile<Site>): readonly Problem[] {
  const taken = new Set([...takenBy('home'), otherGroup]);
  return groups.flatMap((group, index): Problem[] => {
    const id = groupIdOf(group);
    const free = !taken.has(id);
    taken.add(id);
    return free
      ? []
      : [
          {
            kind: 'duplicate-anchor',
            place: placeOf(['groups', index, 'title']),
            message: `The title \`${group.title}\` gives its heading the id \`${id}\`, which another part of home has taken, so links could not tell the two apart.`,
            hint: 'Write other words.',
          },
        ];
  });
}

function checkPlaces(content: Content): readonly Problem[] {
  return Object.entries(content.uiPaths.value).flatMap(([key, ways]) =>
    ways.flatMap((way, index) =>
      checkPlatform(
        content,
        way.for,
        way.versions,
        content.uiPaths.placeOf([
          key,
          index,
          content.site?.value.platforms.some(({ id }) => id === way.for) ? 'versions' : 'for',
        ]),
      ),
    ),
  );
}

/** Ids that stand twice where each must stand once. */
export function checkTwice(
  file: Pick<DataFile<unknown>, 'placeOf'>,
  entries: readonly { readonly id: string; readonly path: FieldPath }[],
  what: string,
): readonly Problem[] {
  const seen = new Map<string, number>();
  return entries.flatMap(({ id, path }): Problem[] => {
    const place = file.placeOf(path);
    const earlier = seen.get(id);
    seen.set(id, earlier ?? place.line);
    if (earlier === undefined) return [];
    const where = earlier === place.line ? 'twice on this line' : `twice: here and on line ${earlier}`;
    return [
      {
        kind: 'duplicate-edge',
        place,
        message: `The ${what} \`${id}\` stands ${where}.`,
        hint: 'Remove one of the two, or give it an id of its own.',
      },
    ];
  });
}

/** A value of an article against a list of `site.yaml`. */
export function checkChoice(
  value: string,
  allowed: readonly string[],
  field: string,
  place: Problem['place'],
): readonly Problem[] {
  if (allowed.includes(value)) return [];
  const meant = closest(value, allowed);
  return [
    {
      kind: 'wrong-value',
      place,
      message: `\`${field}\` cannot be \`${value}\`, because \`site.yaml\` does not list it.`,
      hint: sentences(didYouMean(meant && `${field}: ${meant}`), `Allowed: ${listOf(allowed)}.`),
    },
  ];
}
