import { folderOf, type Kind, type TextKind } from '../../domain/knowledge/article.ts';
import { compareText } from '../../domain/values/compare.ts';
import { slugOf } from '../../domain/values/slug.ts';
import type { Words } from '../../words/words.ts';
import type { Content } from '../content.ts';
import { rawText } from '../read/raw-fields.ts';

/** What can be begun: an article of a kind, a page of the owner's own, or a question. */
export type NewKind = TextKind | 'question';

/** What a new article names: ids of the symptoms that a cause explains, or of the causes that a fix solves. */
export interface NewArticle {
  readonly kind: NewKind;
  readonly id: string;
  readonly title: string;
  readonly edges: readonly string[];
}

/** An id made of a title: lower-case words joined by hyphens; empty where no letter of it can stand in an address. */
export function idFromTitle(title: string): string {
  return slugOf(title, { length: 60 })
    .normalize('NFKD')
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

/** Where the file of a new article lies below the content folder. */
export function pathOfNew({ kind, id }: Pick<NewArticle, 'kind' | 'id'>): string {
  return kind === 'question' ? `questions/${id}.yaml` : `${folderOf[kind]}/${id}.mdx`;
}

/** Articles of a kind with their titles, those first whose words are most like a title's. */
export function nearestArticles(
  { articles }: Pick<Content, 'articles'>,
  kind: Kind,
  title: string,
): readonly { readonly id: string; readonly title: string }[] {
  const wanted = tellingWords(title);
  const shared = (text: string): number => [...tellingWords(text)].filter((word) => wanted.has(word)).length;
  return articles
    .filter((file) => file.kind === kind)
    .map((file) => ({ id: file.id, title: rawText(file, 'title') ?? file.id }))
    .map((one) => ({ one, score: shared(`${one.id} ${one.title}`) }))
    .sort((a, b) => b.score - a.score || compareText(a.one.id, b.one.id))
    .map(({ one }) => one);
}

function tellingWords(text: string): ReadonlySet<string> {
  return new Set(
    slugOf(text)
      .split('-')
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );
}

/** The text of a new article: complete, with a `TODO` wherever its author has to decide. */
export function skeletonOf(article: NewArticle, { headings }: Words['content']): string {
  if (article.kind === 'question') return questionOf(article);
  const parts = { symptom: symptomParts, cause: causeParts, fix: fixParts, page: pageParts }[article.kind](
    article,
    headings,
  );
  const title = JSON.stringify(article.title);
  const fields = [
    `title: ${title}`,
    '# TODO summary: One sentence.',
    `summary: ${title}`,
    'draft: true',
    ...parts.fields,
  ];
  return `---\n${fields.join('\n')}\n---\n\n${parts.body.join('\n\n')}\n`;
}

type Headings = Words['content']['headings'];

/** Lines of the front matter, and parts of the text. */
interface Parts {
  readonly fields: readonly string[];
  readonly body: readonly string[];
}

function symptomParts({ title }: NewArticle, headings: Headings): Parts {
  return {
    fields: ['# says: ["exact text on the screen"]'],
    body: [
      `## ${headings.meaning}`,
      `${title}.`,
      todo('What does the reader see, and what does it mean?'),
      `## ${headings.tellApart}`,
      todo('What looks alike, and what is the one visible difference?'),
    ],
  };
}

function causeParts({ title, edges }: NewArticle, headings: Headings): Parts {
  return {
    fields: [
      ...(edges.length > 0 ? ['# TODO likelihood: How likely is it, given what is seen?', 'explains:'] : []),
      ...edges.map((id) => `  - { symptom: ${id}, likelihood: sometimes }`),
    ],
    body: [
      `## ${headings.happens}`,
      `${title}.`,
      todo('Why does this happen?'),
      `## ${headings.recognise}`,
      todo('What tells the reader that it is this?'),
    ],
  };
}

function fixParts({ title, edges }: NewArticle, headings: Headings): Parts {
  return {
    fields: [
      '# TODO minutes: A guess.',
      'minutes: 5',
      '# TODO loses: Is anything lost? Then name it in `lost`.',
      'loses: nothing',
      ...(edges.length > 0 ? ['# TODO works: How often does this help?', 'solves:'] : []),
      ...edges.map((id) => `  - { cause: ${id}, works: often }`),
      '# TODO verify: One sentence that names what to see when it worked.',
      'verify: "Do again what failed."',
    ],
    body: [
      `## ${headings.steps}`,
      `<Steps>\n1. ${title}.\n</Steps>`,
      todo('One action a step, at most seven steps.'),
    ],
  };
}

function pageParts({ title }: NewArticle): Parts {
  return {
    fields: ['# short: the title in a few words, for the footer'],
    body: [`${title}.`, todo('What should readers know?')],
  };
}

function questionOf({ title }: NewArticle): string {
  return `${[
    `title: ${JSON.stringify(title)}`,
    '# Minutes that it takes to answer.',
    'minutes: 0.25',
    'answers:',
    '  # likely: how likely this answer is for each cause, as { cause-id: often, other-cause: rarely }',
    '  - { id: "yes", label: "Yes", likely: {} }',
    '  - { id: "no", label: "No", likely: {} }',
  ].join('\n')}\n`;
}

function todo(ask: string): string {
  return `{/* TODO text: ${ask} */}`;
}
