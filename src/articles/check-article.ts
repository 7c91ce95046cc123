import type { Fix, Symptom } from '../domain/article.ts';
import { closest } from '../domain/closest.ts';
import type { Problem } from '../domain/problem.ts';
import { parseRange } from '../domain/version-range.ts';
import { components, harmlessElements } from '../markdown/components.ts';
import { checkLinks, type Destinations } from './check-links.ts';
import type { ComponentUse } from './body.ts';
import type { ArticleFile, Content } from './read-content.ts';
import type { FieldPath } from './yaml-source.ts';

/** What is wrong inside one article that its schema cannot see. */
export function checkArticle(file: ArticleFile, content: Content, destinations: Destinations): readonly Problem[] {
  return [
    ...(file.article?.kind === 'fix' ? checkFix(file, file.article, content) : []),
    ...(file.article?.kind === 'symptom' ? checkOrder(file, file.article) : []),
    ...checkSources(file),
    ...(file.body ? [...checkBody(file, content), ...checkLinks(file, destinations)] : []),
  ];
}

function checkFix(file: ArticleFile, fix: Fix, content: Content): readonly Problem[] {
  const found: Problem[] = [];
  const harmless = content.site?.value.risks[0]?.id ?? 'nothing';
  if (fix.loses !== harmless && fix.lost.length === 0)
    found.push({ kind: 'missing-lost', place: file.placeOf(['loses']), message: `\`loses: ${fix.loses}\` stands without a list of what exactly is lost.`, hint: 'Add `lost: [first thing, second thing]`.' });
  if (fix.verify === '')
    found.push({ kind: 'missing-verify', place: file.placeOf(['verify']), message: 'The fix does not say how the reader sees that it worked.', hint: 'Add `verify:` with one sentence that names what to see.' });
  if (file.body && file.body.words > 0 && file.body.procedures.length === 0)
    found.push({ kind: 'missing-steps', place: file.placeAt(bodyLine(file), 1), message: 'The fix has no steps.', hint: 'Add `## Steps` and, inside `<Steps>…</Steps>`, a numbered list.' });
  for (const procedure of file.body?.procedures ?? [])
    if (!procedure.ordered) found.push({ kind: 'steps-not-ordered', place: file.placeAt(procedure.line, procedure.column), message: 'The steps are not in a numbered list.', hint: 'Begin each step with `1. `, `2. ` and so on, with a blank line before the first.' });
  for (const [platform, versions] of Object.entries(fix.applies)) found.push(...checkPlatform(file, content, platform, versions, file.placeOf(['applies', platform])));
  return found;
}

function checkOrder(file: ArticleFile, symptom: Symptom): readonly Problem[] {
  const problem = (path: FieldPath, message: string, hint: string): Problem => ({ kind: 'wrong-order', place: file.placeOf(path), message, hint });
  if (symptom.order !== 'author') {
    return symptom.fixes.length > 0 ? [problem(['fixes'], '`fixes` is written but `order` is not `author`, so the list would do nothing.', 'Add `order: author` with `because: …`, or remove `fixes`.')] : [];
  }
  return [
    ...(symptom.because ? [] : [problem(['order'], '`order: author` stands without its reason.', 'Add `because: …`: why this order is better than the computed one.')]),
    ...(symptom.fixes.length > 0 ? [] : [problem(['order'], '`order: author` stands without its list.', 'Add `fixes: [first-fix, second-fix]` in the order you want.')]),
  ];
}

function checkSources(file: ArticleFile): readonly Problem[] {
  const edges = [['explains', 'likelihood'], ['solves', 'works']] as const;
  return edges.flatMap(([list, field]) => {
    const raw = (file.raw as Record<string, unknown> | undefined)?.[list];
    if (!Array.isArray(raw)) return [];
    return raw.flatMap((edge: unknown, index): Problem[] => {
      const { [field]: value, source } = (edge ?? {}) as Record<string, unknown>;
      return typeof value !== 'number' || source ? [] : [{
        kind: 'number-without-source', place: file.placeOf([list, index, field]),
        message: `\`${field}: ${value}\` is a measured number without a source.`,
        hint: 'Add `source: …` to the edge, or use one of the words.',
      }];
    });
  });
}

function checkBody(file: ArticleFile, content: Content): readonly Problem[] {
  const { body } = file;
  if (!body) return [];
  const found: Problem[] = [];
  if (body.words === 0) found.push({ kind: 'empty-body', place: file.placeAt(bodyLine(file), 1), message: 'The article has no text.', hint: 'Write the sections below the front matter; the README shows them for each kind.' });
  for (const { line, column, what } of body.forbidden) found.push({ kind: 'forbidden-markup', place: file.placeAt(line, column), ...forbiddenWords[what] ?? forbiddenWords.html });
  for (const use of body.components) found.push(...checkComponent(file, content, use));
  for (const image of body.images) {
    if (image.alt.trim() === '') found.push({ kind: 'missing-alt', place: file.placeAt(image.line, image.column), message: 'The image has no alternative text.', hint: `Write \`![what is to be seen](${image.url})\`.` });
    found.push(...checkImage(file, content, image));
  }
  const seen = new Map<string, number>();
  for (const anchor of body.anchors) {
    const earlier = seen.get(anchor.id);
    if (earlier === undefined) seen.set(anchor.id, anchor.line);
    else found.push({
      kind: 'duplicate-anchor', place: file.placeAt(anchor.line, anchor.column),
      message: `The id \`${anchor.id}\` of this ${anchor.kind} is taken by line ${earlier}.`,
      hint: anchor.kind === 'picture' ? 'Show a picture once.' : `Write an id of its own at the end of the line: \`${file.format === 'mdx' ? `{/* #${anchor.id}-2 */}` : `{#${anchor.id}-2}`}\`.`,
    });
  }
  return found;
}

const forbiddenWords: { readonly [what: string]: Pick<Problem, 'message' | 'hint'>; readonly html: Pick<Problem, 'message' | 'hint'> } = {
  import: { message: 'Articles do not import or export anything.', hint: 'Remove the line; every component of the README is at hand without it.' },
  expression: { message: 'An expression in braces would be run, and articles run nothing.', hint: 'Write the text itself, or `\\{` for a literal brace.' },
  html: { message: 'Raw HTML is not allowed in an article.', hint: 'Use Markdown, or rename the file to `.mdx` and use a component.' },
};

function checkComponent(file: ArticleFile, content: Content, use: ComponentUse): readonly Problem[] {
  const place = file.placeAt(use.line, use.column);
  if (use.name === '' || harmlessElements.has(use.name)) {
    return use.attributes.length > 0 ? [{ kind: 'wrong-attribute', place, message: `\`<${use.name}>\` takes no attributes here.`, hint: `Write \`<${use.name}>\` alone.` }] : [];
  }
  const known = Object.hasOwn(components, use.name) ? components[use.name] : undefined;
  if (!known) {
    const meant = closest(use.name, Object.keys(components));
    const message = /^[a-z]/.test(use.name) ? `\`<${use.name}>\` is raw HTML, which articles do not hold.` : `There is no component \`<${use.name}>\`.`;
    return [{ kind: 'unknown-component', place, message, hint: `${meant ? `Did you mean \`<${meant}>\`? ` : ''}Components: ${Object.keys(components).map((name) => `\`<${name}>\``).join(', ')}.` }];
  }
  const given = new Map(use.attributes.map(({ name, value }) => [name, value]));
  const found: Problem[] = [];
  for (const [name, value] of given) {
    const meant = closest(name, Object.keys(known));
    if (!Object.hasOwn(known, name)) found.push({ kind: 'wrong-attribute', place, message: `\`<${use.name}>\` has no attribute \`${name}\`.`, hint: meant ? `Did you mean \`${meant}\`?` : `Attributes: ${Object.keys(known).map((key) => `\`${key}\``).join(', ') || 'none'}.` });
    else if (value === undefined) found.push({ kind: 'wrong-attribute', place, message: `\`${name}\` of \`<${use.name}>\` is an expression.`, hint: `Write it in quotes: \`${name}="…"\`.` });
  }
  for (const [name, need] of Object.entries(known)) if (need === 'required' && !given.get(name) && !found.some(({ message }) => message.includes(`\`${name}\``))) found.push({ kind: 'wrong-attribute', place, message: `\`<${use.name}>\` lacks \`${name}\`.`, hint: `Add \`${name}="…"\`.` });
  return [...found, ...checkAttributes(file, content, use, given)];
}

function checkAttributes(file: ArticleFile, content: Content, use: ComponentUse, given: ReadonlyMap<string, string | undefined>): readonly Problem[] {
  const place = file.placeAt(use.line, use.column);
  const to = given.get('to');
  if (use.name === 'Path' && to && !Object.hasOwn(content.uiPaths.value, to)) {
    const meant = closest(to, Object.keys(content.uiPaths.value));
    return [{ kind: 'unknown-path', place, message: `\`ui-paths.yaml\` knows no place \`${to}\`.`, hint: meant ? `Did you mean \`${meant}\`?` : `Add \`${to}:\` to ui-paths.yaml.` }];
  }
  const picture = given.get('id');
  if (use.name === 'Picture' && picture && !content.pictures.some(({ id }) => id === picture)) {
    const meant = closest(picture, content.pictures.map(({ id }) => id));
    return [{ kind: 'unknown-picture', place, message: `No picture has the id \`${picture}\`.`, hint: meant ? `Did you mean \`${meant}\`?` : `Draw \`pictures/${picture}.svg\`.` }];
  }
  if (use.name === 'Variant') {
    const platforms = (given.get('for') ?? '').split(/\s+/).filter(Boolean);
    if (platforms.length === 0 && !given.get('label')) return [{ kind: 'wrong-attribute', place, message: '`<Variant>` does not say what it is for.', hint: 'Add `for="…"` with a platform of site.yaml, or `label="…"`.' }];
    return platforms.flatMap((platform) => checkPlatform(file, content, platform, given.get('versions'), place));
  }
  if (use.name === 'Path' && given.get('for')) return checkPlatform(file, content, given.get('for') ?? '', undefined, place);
  const kinds = ['note', 'tip', 'warning'];
  const kind = given.get('kind');
  if (use.name === 'Callout' && kind !== undefined && !kinds.includes(kind)) return [{ kind: 'wrong-attribute', place, message: `A callout cannot be of the kind \`${kind}\`.`, hint: `Allowed: ${kinds.map((name) => `\`${name}\``).join(', ')}.` }];
  const toggle = given.get('toggle');
  if (use.name === 'Row' && toggle !== undefined && !['on', 'off'].includes(toggle)) return [{ kind: 'wrong-attribute', place, message: `A toggle cannot be \`${toggle}\`.`, hint: 'Write `toggle="on"` or `toggle="off"`.' }];
  return [];
}

/** A platform id and a version range against `site.yaml`. */
export function checkPlatform(file: Pick<ArticleFile, 'placeAt'>, content: Content, platform: string, versions: string | undefined, place: Problem['place']): readonly Problem[] {
  const platforms = content.site?.value.platforms;
  if (!platforms) return [];
  if (!platforms.some(({ id }) => id === platform)) {
    const meant = closest(platform, platforms.map(({ id }) => id));
    return [{ kind: 'unknown-version', place, message: `\`site.yaml\` lists no platform \`${platform}\`.`, hint: meant ? `Did you mean \`${meant}\`?` : 'Add it to `platforms` of site.yaml.' }];
  }
  if (versions !== undefined && versions !== '*' && !parseRange(versions)) return [{ kind: 'unknown-version', place, message: `The versions \`${versions}\` are not understood.`, hint: 'Write `26`, `15–17`, `18 and later` or `>=18`.' }];
  return [];
}

function checkImage(file: ArticleFile, content: Content, image: { readonly url: string; readonly line: number; readonly column: number }): readonly Problem[] {
  const place = file.placeAt(image.line, image.column);
  if (/^(?:[a-z]+:)?\/\//i.test(image.url)) return [{ kind: 'forbidden-markup', place, message: 'The image lies on another host, and pages load nothing from elsewhere.', hint: 'Put the picture into `pictures/` and show it with `<Picture id="…" />`.' }];
  const id = /([^/]+)\.svg$/.exec(image.url)?.[1];
  return id && content.pictures.some((picture) => picture.id === id) ? [] : [{ kind: 'unknown-picture', place, message: `The image \`${image.url}\` does not exist in \`pictures/\`.`, hint: 'Draw it as an SVG in `pictures/` and show it with `<Picture id="…" />`.' }];
}

/** The first line of the body with text, or the last line of the file. */
function bodyLine(file: ArticleFile): number {
  const end = file.lines.indexOf('---', 1);
  const first = file.lines.findIndex((line, index) => index > end && line.trim() !== '');
  return first === -1 ? Math.max(1, file.lines.length) : first + 1;
}
