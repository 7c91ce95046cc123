import type { Kind } from '../domain/article.ts';
import { closest } from '../domain/closest.ts';
import type { Problem } from '../domain/problem.ts';
import { tierOf } from '../domain/site.ts';
import { idsOf, referencesIn } from './check-references.ts';
import type { ArticleFile, Content } from './read-content.ts';

/** What is wrong with the graph as a whole: duplicate ids, articles that hang in the air, impossible requirements. */
export function checkGraph(content: Content): readonly Problem[] {
  return [...checkIds(content), ...checkCoverage(content), ...checkRequirements(content), ...checkChoices(content)];
}

function checkIds(content: Content): readonly Problem[] {
  const seen = new Map<string, ArticleFile>();
  return content.articles.flatMap((file): Problem[] => {
    const other = seen.get(file.id);
    if (!other) {
      seen.set(file.id, file);
      return [];
    }
    return [{
      kind: 'duplicate-id', place: file.placeAt(1, 1),
      message: `The id \`${file.id}\` is taken by \`${other.file}\`.`,
      hint: 'Delete one of the two files or rename it; ids are unique over symptoms, causes and fixes.',
    }];
  });
}

function checkCoverage(content: Content): readonly Problem[] {
  const explained = targetsOf(content, 'cause', ['explains', '[]', 'symptom'], 'symptom');
  const solved = targetsOf(content, 'fix', ['solves', '[]', 'cause'], 'cause');
  return content.articles.flatMap((file): Problem[] => {
    const found: Problem[] = [];
    if (file.kind === 'symptom' && explained && !explained.has(file.id))
      found.push({ kind: 'symptom-without-cause', place: file.placeOf(['title']), message: `No cause explains \`${file.id}\`, so the page could offer nothing.`, hint: `Add \`- { symptom: ${file.id}, likelihood: often }\` to \`explains\` of a cause.` });
    if (file.kind === 'cause' && solved && !solved.has(file.id))
      found.push({ kind: 'cause-without-fix', place: file.placeOf(['title']), message: `No fix solves \`${file.id}\`.`, hint: `Add \`- { cause: ${file.id}, works: often }\` to \`solves\` of a fix.` });
    if (file.kind === 'cause' && isReadable(file) && isEmptyList(file.raw, 'explains'))
      found.push({ kind: 'cause-explains-nothing', place: file.placeOf(['explains']), message: 'This cause explains no symptom, so no reader would meet it.', hint: 'Add `explains:` with `- { symptom: …, likelihood: often }`.' });
    if (file.kind === 'fix' && isReadable(file) && isEmptyList(file.raw, 'solves'))
      found.push({ kind: 'fix-solves-nothing', place: file.placeOf(['solves']), message: 'This fix solves no cause, so no plan would hold it.', hint: 'Add `solves:` with `- { cause: …, works: often }`.' });
    return found;
  });
}

/** Ids that some article points to; a misspelt one counts for the id that was meant. Undefined where a file cannot be read, so nobody can know. */
function targetsOf(content: Content, kind: Kind, path: readonly string[], to: 'symptom' | 'cause'): ReadonlySet<string> | undefined {
  const files = content.articles.filter((file) => file.kind === kind);
  if (files.some((file) => !isReadable(file))) return undefined;
  const known = idsOf(content)[to];
  return new Set(files.flatMap((file) => referencesIn(file, path)).map((reference) => (known.has(reference.to) ? reference.to : (closest(reference.to, known) ?? reference.to))));
}

function isReadable(file: ArticleFile): boolean {
  return typeof file.raw === 'object' && file.raw !== null;
}

function isEmptyList(raw: unknown, field: string): boolean {
  const value = (raw as Record<string, unknown>)[field];
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function checkRequirements(content: Content): readonly Problem[] {
  const fixes = new Map(content.articles.filter((file) => file.kind === 'fix').map((file) => [file.id, file]));
  const required = (id: string): readonly string[] => {
    const file = fixes.get(id);
    return file ? referencesIn(file, ['requires', '[]']).map(({ to }) => to) : [];
  };
  return [...fixes.values()].flatMap((file) => {
    const references = referencesIn(file, ['requires', '[]']);
    const cycles = references.flatMap((reference): Problem[] => {
      const way = wayBetween(reference.to, file.id, required);
      if (!way) return [];
      const circle = [file.id, ...way];
      // The circle is told once, in its first file by name.
      return [...circle].sort()[0] !== file.id ? [] : [{
        kind: 'requires-cycle', place: reference.place,
        message: `These fixes require each other in a circle: ${circle.join(' → ')}.`,
        hint: 'Remove one of these `requires`.',
      }];
    });
    return [...cycles, ...references.flatMap((reference) => riskier(content, file, fixes.get(reference.to), reference.place))];
  });
}

function riskier(content: Content, file: ArticleFile, required: ArticleFile | undefined, place: Problem['place']): readonly Problem[] {
  const site = content.site?.value;
  if (!site || file.article?.kind !== 'fix' || required?.article?.kind !== 'fix') return [];
  if (tierOf(site, required.article.loses) <= tierOf(site, file.article.loses)) return [];
  return [{
    kind: 'requires-riskier', place,
    message: `\`${required.id}\` loses ${required.article.loses}, but this fix, which requires it, loses ${file.article.loses}. A riskier fix never comes before a safer one.`,
    hint: `Remove \`${required.id}\` from \`requires\`, or set \`loses: ${required.article.loses}\` here.`,
  }];
}

/** The way from one fix to another along `requires`, both ends included; undefined when there is none. */
function wayBetween(from: string, to: string, next: (id: string) => readonly string[]): readonly string[] | undefined {
  const queue: (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way[way.length - 1] as string;
    if (last === to) return way;
    for (const id of next(last)) {
      if (seen.has(id)) continue;
      seen.add(id);
      queue.push([...way, id]);
    }
  }
  return undefined;
}

/** `who`, `loses` and groups against the lists of `site.yaml`. */
function checkChoices(content: Content): readonly Problem[] {
  const site = content.site?.value;
  if (!site) return [];
  const oneOf = (file: ArticleFile, field: string, value: string | undefined, allowed: readonly string[]): Problem[] => {
    if (value === undefined || allowed.includes(value)) return [];
    const meant = closest(value, allowed);
    return [{
      kind: 'wrong-value', place: file.placeOf([field]),
      message: `\`${field}\` cannot be \`${value}\`.`,
      hint: `${meant ? `Did you mean \`${meant}\`? ` : ''}Allowed by site.yaml: ${allowed.map((id) => `\`${id}\``).join(', ')}.`,
    }];
  };
  return content.articles.flatMap((file) => {
    const { article } = file;
    if (!article || article.kind === 'symptom') return [];
    return [
      ...oneOf(file, 'who', article.who, site.who.map(({ id }) => id)),
      ...(article.kind === 'fix' ? oneOf(file, 'loses', article.loses, site.risks.map(({ id }) => id)) : []),
    ];
  });
}

/** Files that no article uses: a question never asked, a picture never shown, a place never named, a symptom in no group. */
export function checkUnused(content: Content): readonly Problem[] {
  const asked = new Set(content.articles.flatMap((file) => referencesIn(file, ['questions', '[]']).map(({ to }) => to)));
  const shown = new Set(content.articles.flatMap((file) => [
    ...referencesIn(file, ['picture']).map(({ to }) => to),
    ...(file.body?.components ?? []).filter(({ name }) => name === 'Picture').flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'id').map(({ value }) => value ?? '')),
  ]));
  if (content.site?.value.mark) shown.add(content.site.value.mark);
  const named = new Set(content.articles.flatMap((file) => (file.body?.components ?? []).filter(({ name }) => name === 'Path').flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'to').map(({ value }) => value ?? ''))));
  const unused = (file: { file: string; placeOf: Content['uiPaths']['placeOf'] }, what: string, hint: string, path: readonly string[] = []): Problem => ({ kind: 'unused-file', place: file.placeOf(path), message: what, hint });
  const grouped = new Set(content.site?.value.groups.flatMap((group) => group.symptoms));
  return [
    ...content.questions.filter(({ id }) => !asked.has(id)).map((file) => unused(file, `No symptom asks the question \`${file.id}\`.`, `Add \`${file.id}\` to \`questions\` of a symptom, or delete the file.`)),
    ...content.pictures.filter(({ id }) => !shown.has(id)).map((file) => unused(file, `No article shows the picture \`${file.id}\`.`, `Name it in \`picture:\` or in \`<Picture id="${file.id}" />\`, or delete the file.`)),
    ...Object.keys(content.uiPaths.value).filter((key) => !named.has(key)).map((key) => unused(content.uiPaths, `No article names the place \`${key}\`.`, `Use \`<Path to="${key}" />\`, or remove the entry.`, [key])),
    ...(content.site && content.site.value.groups.length > 0 ? content.articles.filter(({ kind, id }) => kind === 'symptom' && !grouped.has(id)).map((file): Problem => ({
      kind: 'unused-file', place: file.placeOf(['title']), message: `\`${file.id}\` stands in no group of \`site.yaml\`, so home lists it last.`, hint: `Add \`${file.id}\` to \`symptoms\` of a group.`,
    })) : []),
  ];
}

