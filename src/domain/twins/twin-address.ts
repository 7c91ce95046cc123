/** The path of a page's twin in Markdown: `/fixes/x.md` for `/fixes/x/`, `/index.md` for the home page. */
export function twinPathOf(page: string): string {
  return page === '/' ? '/index.md' : `${page.replace(/\/$/, '')}.md`;
}

/** The index of all pages for programs. */
export const indexPath = '/llms.txt';

/** The text of all articles in one file. */
export const fullPath = '/llms-full.txt';
