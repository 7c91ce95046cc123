import * as pagefind from 'pagefind';
import type { SearchArticle } from '../../domain/search/index.ts';

/** What Pagefind writes for its own interfaces, and its program for languages without a stemmer beside that for one with it. */
const unused = /^(?:pagefind-(?!worker|entry)|wasm\.unknown)/;

/** Articles that Pagefind is told of at once: it takes them in order, and each answer that is waited for costs time. */
const atOnce = 100;

/** Pagefind's index of the running texts, files by name: each article by its number, with kind and risk to filter by. Throws with what Pagefind says. */
export async function fullTextFiles(
  articles: readonly SearchArticle[],
  language: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
    fine(errors, 'began no index');
    if (!index) throw new Error('Pagefind gave no index.');
    const add = async ([number, { path, kind, loses, body }]: readonly [
      number,
      SearchArticle,
    ]): Promise<void> => {
      if (body.length === 0) return;
      const added = await index.addCustomRecord({
        url: path,
        content: body.map(([, text]) => text).join('\n'),
        language,
        meta: { number: String(number) },
        filters: { kind: [kind], ...(loses === undefined ? {} : { loses: [loses] }) },
      });
      fine(added.errors, `could not take ${path}`);
    };
    const numbered = [...articles.entries()];
    for (let from = 0; from < numbered.length; from += atOnce)
      await Promise.all(numbered.slice(from, from + atOnce).map(add));
    const written = await index.getFiles();
    fine(written.errors, 'wrote nothing');
    const stems = written.files.some(({ path }) => /^wasm\.(?!unknown)/.test(path));
    return new Map(
      written.files
        .filter(({ path }) => !unused.test(path) || (!stems && path.startsWith('wasm')))
        .map(({ path, content }) => [path, content] as const),
    );
  } finally {
    await pagefind.close();
  }
}

function fine(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind ${what}: ${errors.join(' ')}`);
}
