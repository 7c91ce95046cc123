import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagsIn, valueOf } from '../../html/tags.ts';

/** One page of each kind of the built site in `dir`: home, its first symptom, the first fix of that one's plan, its map, an index, the search. */
export function samplePages(dir: string): readonly string[] {
  const symptom = firstLink(dir, '/', /^\/symptoms\/[^/]+\/$/);
  const fix = firstLink(dir, symptom, /^\/fixes\/[^/]+\/$/);
  const words = symptom.split('/')[2]?.replaceAll('-', ' ') ?? '';
  return ['/', symptom, fix, '/map/', '/fixes/', `/search/?q=${encodeURIComponent(words)}`];
}

function firstLink(dir: string, page: string, pattern: RegExp): string {
  const html = readFileSync(join(dir, page, 'index.html'), 'utf8');
  const links = tagsIn(html.slice(html.indexOf('<main'))).flatMap((tag) =>
    tag.name === 'a' ? (valueOf(tag, 'href')?.split(/[?#]/)[0] ?? []) : [],
  );
  return links.find((link) => pattern.test(link)) ?? '/';
}
