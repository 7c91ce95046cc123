import * as pagefind from 'pagefind';
import type { SearchArticle } from '../../domain/search/index.ts';

/** What Pagefind writes for its own interfaces, and its program for languages without a stemmer beside that for one with it. */
const unused = /^(?:pagefind-(?!worker|entry)|wasm\.unknown)/;

/** Pagefind's index of the running texts, files by name: each article by its number, with kind and risk to filter by. Throws with what Pagefind says. */
export async function fullTextFiles(
  articles: readonly SearchArticle[],
  language: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
    fine(errors, 'began no index');
    if (!index) throw new Error('Pagefind gave no index.');
    for (const [number, { path, kind, loses, body }] of articles.entries()) {
      if (body.length === 0) continue;
      const added = await index.addCustomRecord({
        url: path,
        content: body.map(([, text]) => text).join('\n'),
        language,
        meta: { number: String(number) },
        filters: { kind: [kind], ...(loses === undefined ? {} : { loses: [loses] }) },
      });
      fine(added.errors, `could not take ${path}`);
    }
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
