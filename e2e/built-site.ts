import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page of a built site, as its file says it. */
export interface BuiltPage {
  /** Address from the site's root, such as `/fixes/empty-crumb-tray/`. */
  readonly path: string;
  readonly kind: 'home' | 'index' | 'symptom' | 'answered' | 'cause' | 'fix' | 'redirect' | 'other';
  readonly html: string;
  readonly elements: readonly BuiltElement[];
}

export interface BuiltElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The folder that `kb e2e` serves. */
export const dist = process.env['KB_DIST'] ?? 'dist';

/** Every file of a built site, as addresses from its root, in a fixed order. */
export function filesOf(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${join(entry.parentPath, entry.name).slice(dir.length).split(sep).filter(Boolean).join('/')}`,
    )
    .sort();
}

/** Every HTML page of a built site; what Pagefind brings along is not one. */
export function pagesOf(dir: string): readonly BuiltPage[] {
  return filesOf(dir)
    .filter((file) => file.endsWith('.html') && !file.startsWith('/pagefind/'))
    .map((file) => pageAt(dir, file));
}

/** At most so many pages at a time, so that the loops over all pages share the cores and stay within their time. */
export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

function pageAt(dir: string, file: string): BuiltPage {
  const html = readFileSync(join(dir, file), 'utf8');
  const path = file.replace(/(?<=\/)index\.html$/, '');
  const elements = elementsIn(html);
  return { path, kind: kindOf(path, elements), html, elements };
}

function kindOf(path: string, elements: readonly BuiltElement[]): BuiltPage['kind'] {
  if (elements.some(({ name, attributes }) => name === 'meta' && attributes['http-equiv'] === 'refresh'))
    return 'redirect';
  if (path === '/') return 'home';
  const [folder = '', ...rest] = path.split('/').filter(Boolean);
  const one = ({ symptoms: 'symptom', causes: 'cause', fixes: 'fix' } as const)[folder];
  if (!one) return 'other';
  return rest.length === 0 ? 'index' : rest.length === 1 ? one : 'answered';
}

/** Start tags with their attributes. Enough for markup that another test has found valid. */
function elementsIn(html: string): readonly BuiltElement[] {
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  return [
    ...markup.matchAll(
      /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?|\s|\/)*)>/gi,
    ),
  ].map(([, name = '', inside = '']) => ({
    name: name.toLowerCase(),
    attributes: Object.fromEntries(
      [...inside.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g)].map(
        ([, key = '', ...values]) => [
          key.toLowerCase(),
          decode(values.find((value) => value !== undefined) ?? ''),
        ],
      ),
    ),
  }));
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
