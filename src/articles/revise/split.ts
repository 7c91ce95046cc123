import type { Document } from 'yaml';
import { folderOf } from '../../domain/knowledge/article.ts';
import type { ArticleFile } from '../content.ts';
import { pathBelow, textAt, type Desk, type Refusal } from './desk.ts';
import { copyEdges } from './references.ts';
import { articleOf, freeId } from './rename.ts';
import { cutSteps, shareOf, sharedSteps } from './steps.ts';
import { addTexts, editFrontMatter, removeText } from './yaml-edit.ts';

/** An article that is made of a part of another. */
export interface NewPart {
  readonly id: string;
  readonly title: string;
}

/** Steps by their numbers from 1, or the section below a heading. */
export type Part = { readonly first: number; readonly last: number } | { readonly heading: string };

/** Moves some steps of a fix, or a section of any article, into a new article of the same kind with the same edges. */
export function splitArticle(desk: Desk, from: string, part: Part, made: NewPart): Refusal | undefined {
  const file = articleOf(desk, from);
  if ('errors' in file) return file;
  const taken = freeId(desk, made.id);
  if (taken) return taken;
  const text = textAt(desk, pathBelow(desk, file)) ?? '';
  const moved = 'heading' in part ? cutSection(file, text, part.heading) : cutFor(desk, file, text, part);
  if ('errors' in moved) return moved;
  const share = 'heading' in part ? undefined : part.last - part.first + 1;
  desk.texts.set(pathBelow(desk, file), withLessMinutes(file, moved.rest, share));
  putPart(desk, file, made, moved.body, (fields) => takeMinutes(fields, file, share));
  copyEdges(desk, { kind: file.kind, from, to: made.id });
  return undefined;
}

/** Moves the first steps that several fixes share into a fix that prepares them: they require it from now on. */
export function extractSteps(
  desk: Desk,
  ids: readonly string[],
  made: NewPart,
  wanted: number | undefined,
): { readonly steps: number } | Refusal {
  const files: ArticleFile[] = [];
  for (const id of new Set(ids)) {
    const file = articleOf(desk, id);
    if ('errors' in file) return file;
    if (file.kind !== 'fix') return { errors: [`\`${id}\` is a ${file.kind}, and only fixes have steps.`] };
    files.push(file);
  }
  const taken = freeId(desk, made.id);
  if (taken) return taken;
  const [model] = files;
  const shared = sharedSteps(files);
  const count = wanted ?? shared;
  if (!model || files.length < 2) return { errors: ['Name two fixes or more that begin alike.'] };
  if (count < 1 || count > shared)
    return {
      errors: [
        `These fixes share their first ${shared} steps${wanted === undefined ? '' : `, not ${wanted}`}.`,
      ],
    };
  const texts: string[] = [];
  for (const file of files) {
    const cut = cutFor(desk, file, textAt(desk, pathBelow(desk, file)) ?? '', { first: 1, last: count });
    if ('errors' in cut) return cut;
    const rest = withLessMinutes(file, cut.rest, count);
    desk.texts.set(
      pathBelow(desk, file),
      editFrontMatter(rest, (fields) => addTexts(fields, 'requires', [made.id])),
    );
    texts.push(cut.body);
  }
  putPart(desk, model, made, texts[0] ?? '', (fields) => {
    takeMinutes(fields, model, count);
    fields.delete('solves');
    fields.set('prepares', true);
    for (const id of ids) removeText(fields, 'requires', id);
    if (!files.every(({ article }) => article?.draft)) fields.delete('draft');
    if (!endangers(texts[0] ?? '')) for (const name of ['loses', 'lost', 'kept']) fields.delete(name);
  });
  return { steps: count };
}

/** Words of steps after which something may be gone; where one stands, the new fix says that it loses what the old one did. */
function endangers(text: string): boolean {
  return /\b(?:reset|eras|delet|remov|uninstall|wip|format|drop|purg|lösch|zurücksetz|entfern)/i.test(text);
}

interface Cut {
  readonly rest: string;
  readonly body: string;
}

function cutFor(
  { content }: Desk,
  file: ArticleFile,
  text: string,
  { first, last }: { readonly first: number; readonly last: number },
): Cut | Refusal {
  const done = cutSteps(file, text, first, last);
  if ('errors' in done) return done;
  const steps = done.cut.join('\n');
  const heading = `## ${content.words.content.headings.steps}`;
  return {
    rest: done.rest,
    body: file.format === 'mdx' ? `${heading}\n<Steps>\n${steps}\n</Steps>\n` : `${heading}\n\n${steps}\n`,
  };
}

function cutSection({ body, id }: ArticleFile, text: string, heading: string): Cut | Refusal {
  const wanted = heading.trim().toLowerCase();
  const nodes = body?.tree.children ?? [];
  const headings = (body?.anchors ?? []).filter(({ kind }) => kind === 'heading');
  const named = headings.find((one) => one.text.toLowerCase() === wanted || one.id === wanted);
  const at = nodes.findIndex((node) => node.type === 'heading' && node.position?.start.line === named?.line);
  const start = nodes[at];
  if (start?.type !== 'heading')
    return {
      errors: [
        `\`${id}\` has no heading “${heading}”. It has: ${headings.map((one) => `“${one.text}”`).join(', ')}.`,
      ],
    };
  const next = nodes.slice(at + 1).find((node) => node.type === 'heading' && node.depth <= start.depth);
  const lines = text.split('\n');
  const [from, to] = [
    (start.position?.start.line ?? 1) - 1,
    (next?.position?.start.line ?? lines.length + 1) - 1,
  ];
  return {
    rest: `${[...lines.slice(0, from), ...lines.slice(to)].join('\n').trimEnd()}\n`,
    body: `${lines.slice(from, to).join('\n').trimEnd()}\n`,
  };
}

/** Writes the new article: the fields of the old one but for what is its own, and the part that was cut out of it. */
function putPart(
  desk: Desk,
  file: ArticleFile,
  { id, title }: NewPart,
  body: string,
  change: (fields: Document) => void,
): void {
  const old = textAt({ ...desk, texts: new Map() }, pathBelow(desk, file)) ?? '';
  const head = /^\uFEFF?---[\s\S]*?^---[ \t]*\r?\n/m.exec(old)?.[0] ?? '';
  const fields = editFrontMatter(head, (doc) => {
    doc.set('title', title);
    doc.set('summary', /[.?!…]$/.test(title) ? title : `${title}.`);
    for (const name of ['was', 'anchors', 'aliases', 'says', 'codes', 'silence', 'short', 'picture'])
      doc.delete(name);
    change(doc);
  });
  desk.texts.set(
    `${folderOf[file.kind]}/${id}.${file.format}`,
    `${fields}${file.format === 'md' ? '\n' : ''}${body}`,
  );
}

function takeMinutes(fields: Document, { article, body }: ArticleFile, steps: number | undefined): void {
  if (article?.kind !== 'fix' || steps === undefined) return;
  fields.set('minutes', shareOf(article.minutes, steps, body?.steps.length ?? steps));
}

function withLessMinutes({ article, body }: ArticleFile, text: string, steps: number | undefined): string {
  if (article?.kind !== 'fix' || steps === undefined) return text;
  const all = body?.steps.length ?? steps;
  return editFrontMatter(text, (fields) => fields.set('minutes', shareOf(article.minutes, all - steps, all)));
}
