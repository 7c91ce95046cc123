import { pictureIn } from '../../domain/knowledge/picture.ts';
import { closest } from '../../domain/problems/closest.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { meantId, referencesIn } from './references.ts';
import { isMissing, isReadable, rawField } from '../read/raw-fields.ts';
import { textsOf, type ArticleFile, type Content, type DataFile, type TextFile } from '../content.ts';
import { namersOf } from '../../markdown/components.ts';

/** What no article uses: a question never asked, a picture never shown, a place never named, a symptom in no group. Says nothing where an article that might use it cannot be read. */
export function checkUnused(content: Content): readonly Problem[] {
  const symptoms = content.articles.filter(({ kind }) => kind === 'symptom');
  const fieldRead = (name: string, type: (value: unknown) => boolean): boolean =>
    content.unread.symptom.size === 0 &&
    symptoms.every((file) => isReadable(file) && (type(rawField(file, name)) || isMissing(file, name)));
  const bodiesRead =
    textsOf(content).every(usesRead) &&
    [content.unread.symptom, content.unread.cause, content.unread.fix, content.unread.page].every(
      ({ size }) => size === 0,
    );
  return [
    ...(fieldRead(
      'questions',
      (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
    )
      ? unusedQuestions(content, symptoms)
      : []),
    ...(fieldRead('picture', (value) => typeof value === 'string') &&
    bodiesRead &&
    !content.unread.files.has('site.yaml') &&
    !content.unread.files.has('start.yaml')
      ? unusedPictures(content, symptoms)
      : []),
    ...(bodiesRead ? unusedPlaces(content) : []),
    ...ungrouped(content, symptoms),
  ];
}

/** Components that use a picture or a place. */
const users = new Map([...namersOf('picture'), ...namersOf('place')]);

/** True where the text compiles and no mistyped component may be one that uses something. */
function usesRead({ body }: TextFile): boolean {
  return (
    body !== undefined &&
    !body.components.some(({ name }) => !users.has(name) && closest(name, users.keys()) !== undefined)
  );
}

function unusedQuestions(content: Content, symptoms: readonly ArticleFile[]): readonly Problem[] {
  const known = new Set(content.questions.map(({ id }) => id));
  const asked = new Set(
    symptoms.flatMap((file) => referencesIn(file, ['questions', '[]']).map(({ to }) => meantId(to, known))),
  );
  return content.questions
    .filter(({ id }) => !asked.has(id))
    .map((file) =>
      unused(
        file,
        [],
        `No symptom asks the question \`${file.id}\`.`,
        `Add \`${file.id}\` to \`questions\` of a symptom, or delete the file.`,
      ),
    );
}

function unusedPictures(content: Content, symptoms: readonly ArticleFile[]): readonly Problem[] {
  const known = new Set([...content.pictures, ...content.screenshots].map(({ id }) => id));
  const shown = new Set(
    [
      ...symptoms.flatMap((file) =>
        ['picture', 'solved'].flatMap((field) => referencesIn(file, [field]).map(({ to }) => to)),
      ),
      ...namedIn(content, 'picture'),
      ...textsOf(content).flatMap(
        ({ body }) => body?.images.map(({ url }) => pictureIn(url)?.id ?? '') ?? [],
      ),
      content.site?.value.mark ?? '',
      content.site?.value.logo ?? '',
      ...(content.start?.value.questions ?? []).flatMap(({ answers }) =>
        answers.map(({ picture }) => picture ?? ''),
      ),
    ].map((id) => meantId(id, known)),
  );
  return [...content.pictures, ...content.screenshots]
    .filter(({ id }) => !shown.has(id))
    .map((file) =>
      unused(
        file,
        [],
        `No article shows the picture \`${file.id}\`.`,
        `Name it in \`picture:\` or in \`<Picture id="${file.id}" />\`, or delete the file.`,
      ),
    );
}

function unusedPlaces(content: Content): readonly Problem[] {
  const known = new Set(Object.keys(content.uiPaths.value));
  const named = new Set(namedIn(content, 'place').map((key) => meantId(key, known)));
  const places = namersOf('place');
  // A `<Path>` without its place may mean any.
  if (
    textsOf(content).some(({ body }) =>
      body?.components.some(
        ({ name, attributes }) =>
          places.has(name) && !attributes.some((attribute) => attribute.name === places.get(name)),
      ),
    )
  )
    return [];
  return Object.keys(content.uiPaths.value)
    .filter((key) => !named.has(key))
    .map((key) =>
      unused(
        content.uiPaths,
        [key],
        `No article names the place \`${key}\`.`,
        `Use \`<Path to="${key}" />\`, or remove the entry.`,
      ),
    );
}

function ungrouped(content: Content, symptoms: readonly ArticleFile[]): readonly Problem[] {
  const groups = content.site?.value.groups ?? [];
  if (groups.length === 0) return [];
  const known = new Set(symptoms.map(({ id }) => id));
  const grouped = new Set(groups.flatMap((group) => group.symptoms.map((id) => meantId(id, known))));
  return symptoms
    .filter(({ id }) => !grouped.has(id))
    .map((file) =>
      unused(
        file,
        ['title'],
        `\`${file.id}\` stands in no group of \`site.yaml\`, so home lists it last.`,
        `Add \`${file.id}\` to \`symptoms\` of a group.`,
      ),
    );
}

/** The pictures or places that the components of all texts name. */
function namedIn(content: Content, what: 'picture' | 'place'): readonly string[] {
  const namers = namersOf(what);
  return textsOf(content).flatMap(({ body }) =>
    (body?.components ?? []).flatMap(({ name, attributes }) =>
      attributes.flatMap((attribute) => (attribute.name === namers.get(name) ? [attribute.value ?? ''] : [])),
    ),
  );
}

function unused(
  file: Pick<DataFile<unknown>, 'placeOf'>,
  path: readonly string[],
  message: string,
  hint: string,
): Problem {
  const place = file.placeOf(path);
  return {
    kind: 'unused-file',
    place: path.length > 0 ? place : { ...place, line: 1, column: 1, text: undefined },
    message,
    hint,
  };
}
