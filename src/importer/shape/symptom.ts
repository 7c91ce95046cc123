import type { Nodes } from 'mdast';
import { newDraft, type Draft, type SourceDocument } from '../model.ts';
import { isRecord, textField, textsField } from '../read/front-matter.ts';
import { headings, place, placeHeading, settle } from './place.ts';
import type { Region } from './regions.ts';
import { codesIn, saidIn, summaryFrom, wordsIn } from './words.ts';

/** The symptom of a source, with what its front matter tells. Its text is put in by `describe`. */
export function symptomOf(source: SourceDocument, fallback: string, baseUrl: string): Draft {
  const { fields } = source;
  const draft = newDraft('symptom', '');
  draft.title = source.title || fallback;
  if (!source.title)
    draft.todos.push({ kind: 'title', field: 'title', ask: 'Proposed from the name of the file.' });
  draft.summary = summaryFrom(textField(fields, 'description', 'summary', 'excerpt', 'abstract'));
  nameOfAlert(draft, source.name);
  draft.aliases.push(
    ...textsField(fields, 'keywords', 'aliases')
      .filter((one) => one.length <= 80)
      .slice(0, 8),
  );
  const day = /^\s*(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})/.exec(
    textField(fields, 'ms.date', 'updated', 'lastmod', 'last_modified_at', 'date'),
  )?.[1];
  if (day !== undefined) draft.fields.set('checkedOn', isoDay(day));
  const sources = sourcesOf(source, baseUrl);
  if (sources.length > 0) draft.fields.set('sources', sources);
  const products = textsField(fields, 'appliesto', 'applies_to', 'appliesTo', 'products', 'product');
  if (products.length > 0)
    draft.todos.push({ kind: 'platform', ask: `The old page was for ${products.slice(0, 8).join(', ')}.` });
  return draft;
}

/** Puts the regions that tell of the symptom into it, and takes from them what the screen says. */
export function describe(draft: Draft, regions: readonly Region[], bold: boolean): void {
  for (const region of regions) {
    const title =
      region.match?.role === 'symptom' || !region.heading || isTitle(region, draft)
        ? headings.symptom
        : region.title;
    if (region.heading) settle(draft, title, region.heading, 'kept');
    for (const block of region.lead) place(draft, title, block);
    for (const { heading, title: inner, blocks } of region.subs) {
      placeHeading(draft, title, inner, heading);
      for (const block of blocks) place(draft, title, block);
    }
  }
  const seen = regions.filter(({ match }) => match?.role === 'symptom');
  const told = seen.length > 0 ? seen : regions.slice(0, 2);
  const blocks = told.flatMap(({ lead, subs }) => [...lead, ...subs.flatMap((sub) => sub.blocks)]);
  const nodes: readonly Nodes[] = blocks.flatMap((block) => block.nodes);
  const words = wordsIn(blocks);
  for (const text of saidIn(nodes, bold))
    if (draft.says.length < 5 && !draft.says.includes(text)) draft.says.push(text);
  draft.codes.push(...codesIn(`${draft.title}. ${words}`));
  draft.says.splice(0, draft.says.length, ...draft.says.filter((text) => !draft.codes.includes(text)));
  if (draft.summary === '') draft.summary = summaryFrom(words) || draft.title;
}

function isTitle({ depth, title }: Region, draft: Draft): boolean {
  return depth === 1 || title === draft.title;
}

/** `TankLevelTooHigh` is what the screen says; readers type its words. */
function nameOfAlert(draft: Draft, name: string): void {
  const camel = /^(?:[A-Z][a-z0-9]+){2,}[A-Za-z0-9]*$|^(?:[A-Z]+[a-z0-9]+){2,}$/;
  const alert = [draft.title, name].find((text) => camel.test(text));
  if (alert === undefined) return;
  draft.says.push(alert);
  draft.aliases.push(
    alert
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .toLowerCase(),
  );
}

function sourcesOf({ fields, blocks, path, title }: SourceDocument, baseUrl: string): readonly object[] {
  const url = textField(fields, 'url', 'canonical_url');
  const own = /^https?:\/\/\S+$/.test(url) ? url : baseUrl && addressOf(baseUrl, path);
  const label = blocks.find(({ words }) => /^original kb number\W{0,8}\d{4,8}\W*$/i.test(words));
  if (label && label.fate !== 'dropped') {
    label.fate = 'dropped';
    label.why = 'its number stands in `sources`';
    label.nodes = [];
  }
  const number = /(\d{4,8})/.exec(label?.words ?? '')?.[1] ?? textField(fields, 'kb', 'kbNumber');
  const kb = number === '' ? [] : [{ title: `KB ${number}` }];
  return [...(own ? [{ title: title || path, url: own }] : []), ...kb];
}

/** The address of an old page below the base address. */
export function addressOf(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}

function isoDay(day: string): string {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day) ?? [];
  return year === '' ? day : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** The categories of a source: its folders, or what its front matter names. */
export function groupOf({ fields, path }: SourceDocument): string {
  const named = textsField(fields, 'category', 'categories', 'section')[0] ?? '';
  const folder = path
    .split('#')[0]
    ?.split('/')
    .slice(0, -1)
    .filter((part) => !/^(?:docs?|content|articles|alerts)$/i.test(part))
    .at(-1);
  return (
    named || (folder ?? '') || (isRecord(fields['taxonomy']) ? textField(fields['taxonomy'], 'category') : '')
  );
}
