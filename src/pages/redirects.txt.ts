import { loadContent } from '../articles/for-pages.ts';

/** Every redirect as a line of a `_redirects` file, which some hosts read; an integration gives the file that name. */
export async function GET(): Promise<Response> {
  const { old } = await loadContent();
  const root = import.meta.env.ROOT;
  const stones = old.tombstones.flatMap(({ page, to }) =>
    to ? [{ from: page, to, for: 'now' as const }] : [],
  );
  const lines = [...old.redirects, ...stones].map(
    (redirect) =>
      `${root}${encodeURI(redirect.from)} ${root}${encodeURI(redirect.to)} ${redirect.for === 'ever' ? 301 : 302}`,
  );
  return new Response(`${lines.join('\n')}\n`);
}
