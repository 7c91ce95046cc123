import { folderOf, kinds, type Kind } from '../../domain/knowledge/article.ts';
import { closest } from '../../domain/problems/closest.ts';
import { isKebabCase } from '../../domain/knowledge/paths.ts';
import type { ProblemKind } from '../../domain/problems/catalogue.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import type { ArticleFile, Content, FieldPath } from '../content.ts';
import { didYouMean, few } from '../../domain/problems/say.ts';

/** A reference as written, whether or not the rest of the front matter is right. */
export interface Reference {
  readonly field: string;
  readonly to: string;
  readonly place: Place;
}

/** What a reference may lead to. */
export type Target = Kind | 'question' | 'picture';
export type KnownIds = Readonly<Record<Target, ReadonlySet<string>>>;

const unknownKind: Record<Target, ProblemKind> = {
  symptom: 'unknown-symptom',
  cause: 'unknown-cause',
  fix: 'unknown-fix',
  question: 'unknown-question',
  picture: 'unknown-picture',
};

/** Which fields of each kind refer to what; `[]` stands for every entry of a list. */
export const referenceFields: readonly {
  readonly of: Kind;
  readonly path: readonly string[];
  readonly to: Target;
  readonly edge?: true;
}[] = [
  { of: 'fix', path: ['solves', '[]', 'cause'], to: 'cause', edge: true },
  { of: 'fix', path: ['requires', '[]'], to: 'fix', edge: true },
  { of: 'cause', path: ['explains', '[]', 'symptom'], to: 'symptom', edge: true },
  { of: 'symptom', path: ['questions', '[]'], to: 'question', edge: true },
  { of: 'symptom', path: ['similar', '[]', 'symptom'], to: 'symptom', edge: true },
  { of: 'symptom', path: ['fixes', '[]'], to: 'fix', edge: true },
  { of: 'symptom', path: ['picture'], to: 'picture' },
  { of: 'symptom', path: ['solved'], to: 'picture' },
];

/** References to what does not exist, and edges written twice. */
export function checkReferences(content: Content): readonly Problem[] {
  const ids = idsOf(content);
  return referenceFields.flatMap((field) =>
    content.articles
      .filter((file) => file.kind === field.of)
      .flatMap((file) => {
        const seen = new Map<string, Place>();
        return referencesIn(file, field.path).flatMap((reference) => {
          const unknown = checkReference(reference.to, field.to, ids, content, reference.place, file);
          const earlier = field.edge && seen.get(reference.to);
          seen.set(reference.to, reference.place);
          return earlier ? [...unknown, duplicateEdge(reference, earlier)] : unknown;
        });
      }),
  );
}

/** Every id that exists, by what it stands for. */
export function idsOf(content: Content): KnownIds {
  const of = (kind: Kind): ReadonlySet<string> =>
    new Set(content.articles.filter((file) => file.kind === kind).map((file) => file.id));
  return {
    symptom: of('symptom'),
    cause: of('cause'),
    fix: of('fix'),
    question: new Set(content.questions.map(({ id }) => id)),
    picture: new Set(content.pictures.map(({ id }) => id)),
  };
}

/** The references at a path such as `['solves', '[]', 'cause']`, read from the front matter as written. */
export function referencesIn(file: ArticleFile, path: readonly string[]): readonly Reference[] {
  let here: { value: unknown; at: FieldPath }[] = [{ value: file.raw, at: [] }];
  for (const part of path) {
    here = here.flatMap(({ value, at }) => {
      if (part === '[]')
        return Array.isArray(value)
          ? value.map((entry: unknown, index) => ({ value: entry, at: [...at, index] }))
          : [];
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return [];
      return [{ value: (value as Record<string, unknown>)[part], at: [...at, part] }];
    });
  }
  return here.flatMap(({ value, at }) =>
    typeof value === 'string' ? [{ field: String(path[0]), to: value, place: file.placeOf(at) }] : [],
  );
}

/** A problem where an id names nothing that is there. What is no id at all is the schema's to tell; what cannot be read may well be right. An article (`from`) never means itself. */
export function checkReference(
  id: string,
  target: Target,
  ids: KnownIds,
  content: Content,
  place: Place,
  from?: Pick<ArticleFile, 'kind' | 'id'>,
): readonly Problem[] {
  if (ids[target].has(id) || content.unread[target].has(id) || !isKebabCase(id)) return [];
  const other = kinds.find((kind) => kind !== target && ids[kind].has(id));
  const others = from?.kind === target ? [...ids[target]].filter((one) => one !== from.id) : ids[target];
  const meant = closest(id, others);
  const all = target === 'question' || target === 'picture' ? `${target}s` : folderOf[target];
  const file =
    target === 'question'
      ? `questions/${id}.yaml`
      : target === 'picture'
        ? `pictures/${id}.svg`
        : `${folderOf[target]}/${id}.mdx`;
  const isShot = target === 'picture' && content.screenshots.some((shot) => shot.id === id);
  const message = isShot
    ? `The picture \`${id}\` is a screenshot, which can stand in texts only; here stands a drawing.`
    : other
      ? `\`${id}\` is a ${other}, and here stands a ${target}.`
      : `No ${target} has the id \`${id}\`.`;
  const there = [...others].length === 0 ? 'there is none yet' : few([...others].sort());
  const hint =
    didYouMean(meant) ??
    (other ? `Name one of the ${all}: ${there}.` : `Create \`${file}\`, or name one that exists: ${there}.`);
  return [{ kind: unknownKind[target], place, message, hint }];
}

/** The id that a reference means: itself, or the one that it most probably mistypes. */
export function meantId(id: string, known: ReadonlySet<string>): string {
  return known.has(id) ? id : (closest(id, known) ?? id);
}

function duplicateEdge(reference: Reference, earlier: Place): Problem {
  const where = earlier.line === reference.place.line ? 'on this line' : `: here and on line ${earlier.line}`;
  return {
    kind: 'duplicate-edge',
    place: reference.place,
    message: `\`${reference.to}\` stands twice in \`${reference.field}\`${where.startsWith(':') ? where : ` ${where}`}.`,
    hint: 'Remove one of the two.',
  };
}
