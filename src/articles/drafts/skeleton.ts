import { folderOf, type Kind } from '../../domain/knowledge/article.ts';
import { compareText } from '../../domain/values/compare.ts';
import { slugOf } from '../../domain/values/slug.ts';
import type { Words } from '../../words/words.ts';
import type { Content } from '../content.ts';
import { rawText } from '../read/raw-fields.ts';

/** What can be begun: an article of a kind, or a question. */
export type NewKind = Kind | 'question';

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
  const head = [
    '---',
    `title: ${JSON.stringify(article.title)}`,
    '# TODO summary: One sentence.',
    `summary: ${JSON.stringify(article.title)}`,
    'draft: true',
  ];
  const todo = (ask: string): string => `{/* TODO text: ${ask} */}`;
  switch (article.kind) {
    case 'symptom':
      return text([
        ...head,
        '# says: ["exact text on the screen"]',
        '---',
        `## ${headings.meaning}`,
        `${article.title}.`,
        todo('What does the reader see, and what does it mean?'),
        `## ${headings.tellApart}`,
        todo('What looks alike, and what is the one visible difference?'),
      ]);
    case 'cause':
      return text([
        ...head,
        ...(article.edges.length > 0
          ? ['# TODO likelihood: How likely is it, given what is seen?', 'explains:']
          : []),
        ...article.edges.map((id) => `  - { symptom: ${id}, likelihood: sometimes }`),
        '---',
        `## ${headings.happens}`,
        `${article.title}.`,
        todo('Why does this happen?'),
        `## ${headings.recognise}`,
        todo('What tells the reader that it is this?'),
      ]);
    case 'fix':
      return text([
        ...head,
        '# TODO minutes: A guess.',
        'minutes: 5',
        '# TODO loses: Is anything lost? Then name it in `lost`.',
        'loses: nothing',
        ...(article.edges.length > 0 ? ['# TODO works: How often does this help?', 'solves:'] : []),
        ...article.edges.map((id) => `  - { cause: ${id}, works: often }`),
        '# TODO verify: One sentence that names what to see when it worked.',
        'verify: "Do again what failed."',
        '---',
        `## ${headings.steps}`,
        `<Steps>\n1. ${article.title}.\n</Steps>`,
        todo('One action a step, at most seven steps.'),
      ]);
    case 'question':
      return `${[
        `title: ${JSON.stringify(article.title)}`,
        '# Minutes that it takes to answer.',
        'minutes: 0.25',
        'answers:',
        '  # likely: how likely this answer is for each cause, as { cause-id: often, other-cause: rarely }',
        '  - { id: "yes", label: "Yes", likely: {} }',
        '  - { id: "no", label: "No", likely: {} }',
      ].join('\n')}\n`;
  }
}

/** Fields line by line, and a blank line between the parts below them. */
function text(lines: readonly string[]): string {
  const end = lines.lastIndexOf('---');
  return `${lines.slice(0, end + 1).join('\n')}\n\n${lines.slice(end + 1).join('\n\n')}\n`;
}
