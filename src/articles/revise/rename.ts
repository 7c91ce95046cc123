import { folderOf } from '../../domain/knowledge/article.ts';
import { isKebabCase } from '../../domain/knowledge/paths.ts';
import { closest } from '../../domain/problems/closest.ts';
import { didYouMean, sentences } from '../../domain/problems/say.ts';
import { textsOf, type ArticleFile, type TextFile } from '../content.ts';
import { formerIdsOf } from '../permalinks/aliases.ts';
import { pathBelow, textAt, type Desk, type Refusal } from './desk.ts';
import { moveReferences } from './references.ts';
import { addTexts, editFrontMatter } from './yaml-edit.ts';

/** Gives an article or a page of the owner's own another id: its file, everything that names it, and `was`, so that its old address leads on. */
export function renameArticle(desk: Desk, from: string, to: string): Refusal | undefined {
  const page = desk.content.pages.find(({ id, body }) => id === from && body);
  const file: TextFile | Refusal = page ?? articleOf(desk, from);
  if ('errors' in file) return file;
  const free = freeId(desk, to, file);
  if (free) return free;
  moveReferences(desk, { kind: file.kind, from, to });
  const path = pathBelow(desk, file);
  const text = editFrontMatter(textAt(desk, path) ?? '', (fields) => {
    // An id that it takes back is no former one any more.
    const was = formerIdsOf(file).map(({ id }) => id);
    if (was.includes(to))
      fields.set(
        'was',
        fields.createNode(
          was.filter((id) => id !== to),
          { flow: true },
        ),
      );
    addTexts(fields, 'was', [from]);
  });
  desk.texts.set(path, undefined);
  desk.texts.set(`${folderOf[file.kind]}/${to}.${file.format}`, text);
  return undefined;
}

/** The article of an id, or a sentence that says which was probably meant. */
export function articleOf({ content }: Desk, id: string): ArticleFile | Refusal {
  const file = content.articles.find((one) => one.id === id);
  if (file?.article && file.body) return file;
  if (file) return { errors: [`\`${file.file}\` cannot be read. \`npm run check\` says why.`] };
  const meant = closest(
    id,
    content.articles.map((one) => one.id),
  );
  return { errors: [sentences(`No article has the id \`${id}\`.`, didYouMean(meant))] };
}

/** Why an id cannot be given; undefined where it can. An article may take back an id that it had. */
export function freeId({ content }: Desk, id: string, own?: TextFile): Refusal | undefined {
  if (!isKebabCase(id))
    return { errors: [`\`${id}\` cannot be an id: it has to be lower-case words joined by hyphens.`] };
  const taken = textsOf(content).find((one) => one.id === id);
  if (taken) return { errors: [`The id \`${id}\` is taken by \`${taken.file}\`.`] };
  const former = textsOf(content).find((one) => one !== own && formerIdsOf(one).some((was) => was.id === id));
  return former && { errors: [`\`${id}\` was the id of \`${former.file}\`, and links to it lead there.`] };
}
