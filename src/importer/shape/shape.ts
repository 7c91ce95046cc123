import type { Draft, Family, ImportedDocument, LeftOut, SourceDocument } from '../model.ts';
import { causesOf, type FoundCause } from './causes.ts';
import { connect } from './edges.ts';
import { familyOf } from './families.ts';
import { fixesIn, fixFrom, isThin, type FoundFix } from './fixes.ts';
import type { HeadingMap } from './headings.ts';
import { headings, place, settle } from './place.ts';
import { regionsOf, unknownHeadingsOf, type Region } from './regions.ts';
import { shapeBlog } from './blog.ts';
import { shapeRunbook } from './runbook.ts';
import { describe, symptomOf } from './symptom.ts';
import { wordsIn } from './words.ts';
import { withCapital } from '../../domain/values/capital.ts';

/** What the owner of the import decides: roles of headings, families, the old site's address, the site's worst risk and language. */
export interface ShapeRules {
  readonly map: HeadingMap;
  readonly families: ReadonlyMap<string, Family>;
  readonly baseUrl: string;
  readonly worst: string;
  readonly language: string;
}

/** The symptom, causes and fixes of a source, every block of it with its fate; or why there is no draft. */
export function shapeDocument(source: SourceDocument, rules: ShapeRules): ImportedDocument | LeftOut {
  const regions = regionsOf(source.blocks, rules.map);
  const found = familyOf(source, regions);
  const family = rules.families.get(source.path) ?? found.family;
  const leave = (reason: LeftOut['reason'], detail: string): LeftOut => ({
    path: source.path,
    reason,
    detail,
  });
  if (family === 'none')
    return leave(found.reason ?? 'by-hand', found.reason ? found.why : 'import.yaml says so');
  if (family === 'runbook' && tooThin(regions)) return leave('too-thin', thinDetail(regions));
  const symptom = symptomOf(source, withCapital(source.name.replace(/[-_]+/g, ' ')), rules.baseUrl);
  const context = { worst: rules.worst, symptom };
  const shaped =
    family === 'blog'
      ? shapeBlog(source, regions, context)
      : family === 'runbook'
        ? shapeRunbook(regions, context)
        : shapeArticle(regions, context);
  if (shaped.fixes.length === 0) return leave('no-fix', 'no section says what to do');
  const drafts = connect(symptom, shaped.causes, shaped.fixes);
  settleRest(source, symptom);
  finish(drafts, source, rules.language);
  return { source, family, why: found.why, drafts, unknownHeadings: unknownHeadingsOf(regions) };
}

function shapeArticle(
  regions: readonly Region[],
  context: { readonly worst: string; readonly symptom: Draft },
): { readonly causes: readonly FoundCause[]; readonly fixes: readonly FoundFix[] } {
  const { symptom } = context;
  const causes = causesOf(regions, symptom);
  const of = (...roles: readonly string[]) =>
    regions.filter(({ match }) => match && roles.includes(match.role));
  const help = of('fix', 'workaround');
  const fixes = help.flatMap((region) =>
    fixesIn(region, context).map((fix) => ({
      ...fix,
      forCause: fix.forCause ?? nestedCause(region, regions, causes),
    })),
  );
  for (const region of of('check')) {
    const blocks = [...region.lead, ...region.subs.flatMap((sub) => [sub.heading, ...sub.blocks])];
    const draft = fixFrom(blocks, undefined, false, context);
    draft.fields.set('works', 'confirms');
    if (region.heading) settle(draft, undefined, region.heading, 'kept');
    fixes.push({ draft, region, forCause: undefined });
  }
  const first = causes[0]?.draft;
  for (const region of of('status')) {
    const owner = first ?? symptom;
    if (region.heading) settle(owner, region.title, region.heading, 'kept');
    for (const block of allBlocks(region)) place(owner, region.title, block);
  }
  const last = fixes.at(-1)?.draft;
  for (const region of of('verify')) {
    const owner = last ?? symptom;
    if (!owner.fields.has('verify') && owner.kind === 'fix')
      owner.fields.set('verify', wordsIn(region.lead).slice(0, 200));
    if (region.heading) settle(owner, headings.verify, region.heading, 'kept');
    for (const block of allBlocks(region)) place(owner, headings.verify, block);
  }
  leaveOut(of('ignore'));
  describe(
    symptom,
    regions.filter(({ match }) => !match || ['symptom', 'impact', 'notes'].includes(match.role)),
    true,
  );
  return { causes, fixes };
}

/** A fix whose heading stands below that of a cause is for that cause. */
function nestedCause(
  region: Region,
  regions: readonly Region[],
  causes: readonly FoundCause[],
): number | undefined {
  const above = regions.slice(0, regions.indexOf(region));
  const before = above.findLast(({ match }) => match?.role === 'cause');
  const between = before ? above.slice(above.indexOf(before) + 1) : [];
  if (before && between.some(({ depth }) => depth <= before.depth)) return undefined;
  const own = causes.findIndex((cause) => cause.region === before);
  return before && own >= 0 && region.depth > before.depth ? (causes[own]?.number ?? own + 1) : undefined;
}

function leaveOut(regions: readonly Region[]): void {
  for (const region of regions)
    for (const block of [region.heading, ...allBlocks(region)]) {
      if (!block || block.fate === 'dropped') continue;
      block.fate = 'dropped';
      block.why = `below “${region.title}”, which import.yaml leaves out`;
      block.nodes = [];
    }
}

function allBlocks(region: Region): Region['lead'] {
  return [...region.lead, ...region.subs.flatMap((sub) => [sub.heading, ...sub.blocks])];
}

/** What no rule has taken stands in the symptom: nothing is lost silently. */
function settleRest({ blocks }: SourceDocument, symptom: Draft): void {
  for (const block of blocks) {
    if (block.home !== undefined || block.fate === 'dropped') continue;
    place(symptom, headings.others, block, 'moved', 'no rule had a place for it');
  }
}

function finish(drafts: readonly Draft[], { blocks }: SourceDocument, language: string): void {
  const found = languageOf(wordsIn(blocks));
  const [symptom] = drafts;
  if (found !== undefined && symptom && found !== language.slice(0, 2))
    symptom.todos.push({
      kind: 'language',
      ask: `The text seems to be in “${found}”, and the site is in “${language}”.`,
    });
  for (const draft of drafts) {
    if (draft.title === '')
      draft.title = draft.kind === 'fix' ? `Solve: ${symptom?.title}` : `Cause of: ${symptom?.title}`;
    if (draft.summary === '') draft.summary = draft.title;
    if (draft.kind === 'fix' && !draft.fields.get('verify')) {
      draft.fields.set('verify', `Do again what failed: ${symptom?.title}`);
      draft.todos.push({ kind: 'verify', field: 'verify', ask: 'Proposed: do again what failed.' });
    }
  }
}

const languages: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|is|of|to|that|you|it|are|in|on|for)\b/gi,
  de: /\b(?:der|die|das|und|ist|nicht|ein|eine|zu|den|mit|sich|auf|im|für)\b/gi,
  fr: /\b(?:le|la|les|et|est|des|une|pas|dans|vous|pour|sur)\b/gi,
  es: /\b(?:el|los|las|es|una|que|para|con|del|por|se)\b/gi,
};

/** The language whose small words a text holds most of; undefined where it holds hardly any. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, 4000);
  const [best] = Object.entries(languages)
    .map(([id, words]) => [id, sample.match(words)?.length ?? 0] as const)
    .sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : undefined;
}

/** A runbook that tells neither how to look nor what to do. */
function tooThin(regions: readonly Region[]): boolean {
  const help = regions.filter(({ match }) => match && ['fix', 'workaround', 'check'].includes(match.role));
  return help.every(isThin);
}

function thinDetail(regions: readonly Region[]): string {
  return regions
    .filter(({ match }) => match && ['fix', 'workaround', 'check'].includes(match.role))
    .map((region) => `“${region.title}” says only “${wordsIn(allBlocks(region)).slice(0, 60)}”`)
    .join('; ');
}
