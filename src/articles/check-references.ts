import { folderOf, type Kind } from '../domain/article.ts';
import { closest } from '../domain/closest.ts';
import type { Place, Problem, ProblemKind } from '../domain/problem.ts';
import type { ArticleFile, Content } from './read-content.ts';
import type { FieldPath } from './yaml-source.ts';

/** A reference as written, whether or not the rest of the front matter is right. */
export interface Reference {
  readonly from: ArticleFile;
  readonly field: string;
  readonly to: string;
  readonly place: Place;
}

type Target = Kind | 'question' | 'picture';

const unknownKind: Record<Target, ProblemKind> = {
  symptom: 'unknown-symptom', cause: 'unknown-cause', fix: 'unknown-fix', question: 'unknown-question', picture: 'unknown-picture',
};

/** Which fields of each kind refer to what; `[]` stands for every entry of a list. */
const fields: readonly { readonly of: Kind; readonly path: readonly string[]; readonly to: Target; readonly edge?: true }[] = [
  { of: 'fix', path: ['solves', '[]', 'cause'], to: 'cause', edge: true },
  { of: 'fix', path: ['requires', '[]'], to: 'fix', edge: true },
  { of: 'cause', path: ['explains', '[]', 'symptom'], to: 'symptom', edge: true },
  { of: 'symptom', path: ['questions', '[]'], to: 'question', edge: true },
  { of: 'symptom', path: ['similar', '[]', 'symptom'], to: 'symptom', edge: true },
  { of: 'symptom', path: ['fixes', '[]'], to: 'fix', edge: true },
  { of: 'symptom', path: ['picture'], to: 'picture' },
];

/** References to what does not exist, and edges written twice. */
export function checkReferences(content: Content): readonly Problem[] {
  const ids = idsOf(content);
  return fields.flatMap((field) =>
    content.articles
      .filter((file) => file.kind === field.of)
      .flatMap((file) => {
        const seen = new Map<string, Place>();
        return referencesIn(file, field.path).flatMap((reference) => {
          const unknown = ids[field.to].has(reference.to) ? [] : [unknownReference(reference, field.to, ids[field.to])];
          const earlier = field.edge && seen.get(reference.to);
          seen.set(reference.to, reference.place);
          return earlier ? [...unknown, duplicateEdge(reference, earlier)] : unknown;
        });
      }),
  ).concat(checkQuestions(content), checkSiteReferences(content));
}

/** Every id that exists, by what it stands for. */
export function idsOf(content: Content): Readonly<Record<Target, ReadonlySet<string>>> {
  const of = (kind: Kind): ReadonlySet<string> => new Set(content.articles.filter((file) => file.kind === kind).map((file) => file.id));
  return {
    symptom: of('symptom'), cause: of('cause'), fix: of('fix'),
    question: new Set(content.questions.map(({ id }) => id)),
    picture: new Set(content.pictures.map(({ id }) => id)),
  };
}

/** The references at a path such as `['solves', '[]', 'cause']`, read from the front matter as written. */
export function referencesIn(file: ArticleFile, path: readonly string[]): readonly Reference[] {
  let here: { value: unknown; at: FieldPath }[] = [{ value: file.raw, at: [] }];
  for (const part of path) {
    here = here.flatMap(({ value, at }) => {
      if (part === '[]') return Array.isArray(value) ? value.map((entry: unknown, index) => ({ value: entry, at: [...at, index] })) : [];
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return [];
      return [{ value: (value as Record<string, unknown>)[part], at: [...at, part] }];
    });
  }
  return here.flatMap(({ value, at }) => (typeof value === 'string' ? [{ from: file, field: String(path[0]), to: value, place: file.placeOf(at) }] : []));
}

function unknownReference(reference: Reference, target: Target, known: ReadonlySet<string>): Problem {
  const meant = closest(reference.to, known);
  const where = target === 'question' ? 'questions/' : target === 'picture' ? 'pictures/' : `${folderOf[target]}/`;
  const ending = target === 'question' ? '.yaml' : target === 'picture' ? '.svg' : '.mdx';
  return {
    kind: unknownKind[target], place: reference.place,
    message: `No ${target} has the id \`${reference.to}\`.`,
    hint: meant ? `Did you mean \`${meant}\`?` : `Create \`${where}${reference.to}${ending}\`, or name one that exists${known.size > 0 ? `: ${few(known)}` : ''}.`,
  };
}

function duplicateEdge(reference: Reference, earlier: Place): Problem {
  return {
    kind: 'duplicate-edge', place: reference.place,
    message: `\`${reference.to}\` stands twice in \`${reference.field}\`: here and on line ${earlier.line}.`,
    hint: 'Remove one of the two.',
  };
}

function checkQuestions(content: Content): readonly Problem[] {
  const causes = idsOf(content).cause;
  return content.questions.flatMap((question) =>
    question.value.answers.flatMap((answer, index) => {
      const unknown = Object.keys(answer.likely).filter((cause) => !causes.has(cause)).map((cause): Problem => {
        const meant = closest(cause, causes);
        return {
          kind: 'unknown-cause', place: question.placeOf(['answers', index, 'likely', cause]),
          message: `No cause has the id \`${cause}\`.`,
          hint: meant ? `Did you mean \`${meant}\`?` : `Remove it, or create \`causes/${cause}.mdx\`.`,
        };
      });
      const twice = question.value.answers.findIndex(({ id }) => id === answer.id) < index;
      return twice
        ? [...unknown, { kind: 'duplicate-edge', place: question.placeOf(['answers', index, 'id']), message: `Two answers have the id \`${answer.id}\`.`, hint: 'Give each answer an id of its own.' } satisfies Problem]
        : unknown;
    }),
  );
}

function checkSiteReferences(content: Content): readonly Problem[] {
  const { site } = content;
  if (!site) return [];
  const known = idsOf(content).symptom;
  const problem = (id: string, path: FieldPath): Problem[] => {
    if (known.has(id)) return [];
    const meant = closest(id, known);
    return [{ kind: 'unknown-symptom', place: site.placeOf(path), message: `No symptom has the id \`${id}\`.`, hint: meant ? `Did you mean \`${meant}\`?` : `Remove it, or create \`symptoms/${id}.mdx\`.` }];
  };
  return [
    ...site.value.groups.flatMap((group, i) => group.symptoms.flatMap((id, j) => problem(id, ['groups', i, 'symptoms', j]))),
    ...(site.value.unsure ? problem(site.value.unsure.symptom, ['unsure', 'symptom']) : []),
  ];
}

function few(ids: ReadonlySet<string>): string {
  const all = [...ids].sort();
  return all.slice(0, 5).map((id) => `\`${id}\``).join(', ') + (all.length > 5 ? ', …' : '');
}
