import { basename, extname } from 'node:path';
import { deviceSign, isKebabCase, kebabCase } from '../../domain/knowledge/paths.ts';
import { darkSign, drawingEnding, screenshotEndings } from '../../domain/knowledge/picture.ts';
import { fileNameIn } from '../content-dir.ts';
import { report, type Intake } from './files.ts';

/** The id that a file's name gives. `fine` is false where the name is wrong; then the id is the one that was probably meant. */
export function idOfFile(
  intake: Intake,
  path: string,
  endings: readonly string[],
): { readonly id: string; readonly fine: boolean } {
  const [root = '', folder = '', ...inside] = fileNameIn(intake.dir, path).split('/');
  const name = basename(path);
  const ending = extname(path);
  const [first = ''] = endings;
  const stem = name.slice(0, name.length - ending.length);
  const sign = screenshotEndings.includes(ending) && stem.endsWith(darkSign) ? darkSign : '';
  const id = stem.slice(0, stem.length - sign.length);
  const wrong = (message: string, hint: string): { id: string; fine: false } => {
    report(intake, 'bad-file-name', path, message, hint);
    return {
      id: kebabCase(name.replace(/(?:\.(?:mdx?|markdown|txt|ya?ml|svg|png|jpe?g|bak|orig))+$/i, '')),
      fine: false,
    };
  };
  const right = (stem: string, end: string): string =>
    `\`${root}/${folder}/${kebabCase(stem)}${sign}${end}\``;
  if (!endings.includes(ending)) {
    const near = nearEnding(ending, folder);
    return wrong(
      `\`${name}\` does not belong in \`${folder}/\`, where files end in ${endings.map((end) => `\`${end}\``).join(' or ')}.`,
      near
        ? `Rename it to ${right(name.replace(/(?:\.(?:mdx?|markdown|txt|ya?ml|svg|png|jpe?g|webp|avif))+$/i, ''), near === true ? first : near)}.`
        : 'Move it out of this folder, or delete it.',
    );
  }
  if (inside.length > 1)
    return wrong(
      'The file lies in a folder of its own, but the address of a page has one level.',
      `Move it to ${right(id, ending)}.`,
    );
  if (!isKebabCase(id))
    return wrong(
      `\`${id}\` cannot be an id, because an id is the address of a page: lower-case words joined by hyphens.`,
      `Rename the file to ${right(id, ending)}.`,
    );
  if (folder === 'questions' && id === deviceSign)
    return wrong(
      `\`${id}\` cannot be a question, because it stands before a device in addresses.`,
      `Rename the file, for example to ${right('is-it-on', ending)}, and name it so in \`questions\`.`,
    );
  return { id, fine: true };
}

/** Whether a file was probably meant to have the right ending, or which one it was meant to have. */
function nearEnding(ending: string, folder: string): boolean | string {
  const lower = ending.toLowerCase().replace('.jpeg', '.jpg');
  if (folder === 'pictures') return lower === drawingEnding || (screenshotEndings.includes(lower) && lower);
  return /^\.(?:mdx?|markdown|txt|ya?ml|svg)$/.test(lower);
}
