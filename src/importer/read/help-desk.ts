import type { SourceText } from '../model.ts';
import { isRecord, textField } from './front-matter.ts';
import { htmlText } from '../../domain/values/markup.ts';

/** An article of an export: `path` is the file and its key. */
export interface ExportEntry {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly html: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const titles = ['title', 'name', 'subject', 'question'];
const bodies = ['body', 'body_html', 'html', 'content', 'description', 'answer', 'text'];

/** The articles of a help desk's export as JSON: everything that has a title and a body, wherever it stands. None where it is no JSON. */
export function entriesOfExport(source: SourceText): readonly ExportEntry[] {
  const found: ExportEntry[] = [];
  const keys = new Map<string, number>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 8) return;
    if (Array.isArray(value)) return void value.forEach((one: unknown) => visit(one, depth + 1));
    if (!isRecord(value)) return;
    const title = textField(value, ...titles);
    const body = bodies
      .map((name) => value[name])
      .find((text) => typeof text === 'string' && text.length > 40);
    if (title !== '' && typeof body === 'string') {
      const name = nameIn(value);
      const seen = keys.get(name) ?? 0;
      keys.set(name, seen + 1);
      const key = seen === 0 ? name : `${name}-${seen + 1}`;
      const html = /<(?:p|div|h\d|ul|ol|br|table|section)\b/i.test(body) ? body : paragraphsOf(body);
      found.push({ path: `${source.path}#${key}`, name: key, title, html, fields: fieldsOf(value) });
      return;
    }
    for (const one of Object.values(value)) visit(one, depth + 1);
  };
  visit(parse(source.text), 0);
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** What the address of an entry ends in, else its number; never its title, which changes. */
function nameIn(entry: Readonly<Record<string, unknown>>): string {
  const address = textField(entry, 'html_url', 'url', 'permalink', 'link')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const last = address.split('/').at(-1) ?? '';
  return (
    textField(entry, 'slug') ||
    last.replace(/\.(?:json|html?)$/i, '') ||
    textField(entry, 'id', 'key', '_id') ||
    'entry'
  );
}

function fieldsOf(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const url = textField(entry, 'html_url', 'url', 'permalink');
  return {
    ...(url.startsWith('http') ? { url } : {}),
    date: textField(entry, 'updated_at', 'edited_at', 'modified', 'updated', 'created_at').slice(0, 10),
    tags: entry['label_names'] ?? entry['tags'],
    category: textField(entry, 'section', 'category', 'folder'),
  };
}

function paragraphsOf(text: string): string {
  return htmlText(text)
    .split(/\n{2,}/)
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}
