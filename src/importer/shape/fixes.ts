import type { ListItem } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { typedPathsIn } from '../read/mend.ts';
import { newDraft, type Block, type Draft } from '../model.ts';
import { headings, partOf, place, settle } from './place.ts';
import type { Region, Sub } from './regions.ts';
import { makeSteps, stepItems } from './steps.ts';
import { riskIn, summaryFrom, titleFrom, waitIn, wordCount, wordsIn } from './words.ts';
import { withCapital } from '../../domain/values/capital.ts';

/** A proposed fix, and which cause its heading says it is for. */
export interface FoundFix {
  readonly draft: Draft;
  readonly forCause?: number | undefined;
  readonly region: Region;
}

/** What the fields of a fix are proposed from. */
export interface FixContext {
  /** The worst risk of the site. */
  readonly worst: string;
  readonly symptom: Draft;
}

/** The fixes of a section: one for each method or tab, or one for the whole. */
export function fixesIn(region: Region, context: FixContext): readonly FoundFix[] {
  const { subs, match } = region;
  const methods = subs.filter(({ title }) => !/^(?:step|phase|part|stage|schritt|teil)\s*\d/i.test(title));
  const split = methods.length === subs.length && (subs.length > 1 || subs[0]?.tab === true);
  const found = split ? eachSub(region, context) : [wholeSection(region, context)];
  if (region.heading && found[0]) settle(found[0].draft, undefined, region.heading, 'kept');
  return found.map((fix) => ({ ...fix, forCause: match?.forCause }));
}

function wholeSection(region: Region, context: FixContext): FoundFix {
  const blocks = [
    ...region.lead,
    ...region.subs.flatMap(({ heading, blocks: below }) => [heading, ...below]),
  ];
  const fix = fixFrom(blocks, region.match?.title, region.match?.role === 'workaround', context);
  return { draft: fix, region };
}

function eachSub(region: Region, context: FixContext): readonly FoundFix[] {
  const workaround = region.match?.role === 'workaround';
  const own = region.lead.some(({ nodes }) =>
    nodes.some((node) => node.type === 'list' || node.type === 'code'),
  );
  const lead = own ? [fixFrom(region.lead, undefined, workaround, context)] : [];
  if (!own) for (const block of region.lead) introduceMethods(block, region, context.symptom);
  const blocksOf = new Map(region.subs.map((sub) => [sub, aboutThis(sub, region.subs)]));
  const fixes = region.subs.map((sub) => {
    const title = sub.tab
      ? undefined
      : sub.title.replace(
          /^(?:method|option|way|solution|approach|workaround|methode|lösung)\s*#?\d*\s*[:.–-]\s*/i,
          '',
        );
    const fix = fixFrom(blocksOf.get(sub) ?? [], title && withCapital(title), workaround, context);
    if (sub.tab) fix.todos.push({ kind: 'platform', ask: `It is for “${sub.title}”.` });
    settle(fix, undefined, sub.heading, 'kept');
    return fix;
  });
  return [...lead, ...fixes].map((draft) => ({ draft, region }));
}

/** What stands above methods: a line that only says that they follow is left out, the rest tells of the symptom. */
function introduceMethods(block: Block, region: Region, symptom: Draft): void {
  const only = /\b(?:one of|these|following|below)\b/i.test(block.words) && wordCount(block.words) < 16;
  if (only && block.kind === 'paragraph' && block.fate !== 'dropped') {
    block.fate = 'dropped';
    block.why = 'introduces methods that became articles';
    block.nodes = [];
  } else place(symptom, region.title || headings.others, block, 'moved', 'speaks of all fixes');
}

/** The blocks of a method; a remark that names another method goes there. */
function aboutThis(sub: Sub, all: readonly Sub[]): readonly Block[] {
  const owner = (block: Block, home: Sub): Sub => {
    const [, number] =
      /\b(?:method|option|solution|way)\s+(\d+)\b/i.exec(block.kind === 'quote' ? wordsIn([block]) : '') ??
      [];
    const named =
      number === undefined ? undefined : all.find(({ title }) => new RegExp(`\\b${number}\\b`).test(title));
    return named ?? home;
  };
  return all.flatMap((home) => home.blocks.filter((block) => owner(block, home) === sub));
}

/** A fix made of blocks; without a title its first step proposes one. */
export function fixFrom(
  blocks: readonly Block[],
  title: string | undefined,
  workaround: boolean,
  { worst }: FixContext,
): Draft {
  const draft = newDraft('fix', 'fix');
  const from = makeSteps(draft, blocks);
  const items = stepItems(draft);
  const words = items.map((item) => wordsOf(item));
  const firstWords = items[0]?.children[0] ? wordsOf(items[0].children[0]) : '';
  const intro =
    draft.parts
      .find(({ heading }) => heading === headings.intro)
      ?.nodes.map((node) => wordsOf(node))
      .join(' ') ?? '';
  draft.title = title || titleFrom(orderOf(firstWords || intro));
  draft.summary = summaryFrom((/:$/.test(intro.trim()) ? '' : intro) || firstWords || draft.title);
  if (title === undefined)
    draft.todos.push({ kind: 'title', field: 'title', ask: 'Proposed from the first step.' });
  else if (/\?$/.test(title))
    draft.todos.push({
      kind: 'title',
      field: 'title',
      ask: 'The heading is a question; the title of a fix is an order.',
    });
  askForSteps(draft, from, items);
  takeVerify(draft, items);
  draft.fields.set('minutes', 2 + stepItems(draft).length);
  draft.todos.push({ kind: 'minutes', field: 'minutes', ask: 'A guess: 2, and 1 for each step.' });
  const wait = waitIn(words.join(' '));
  if (wait > 0) draft.fields.set('wait', wait);
  askForLoss(
    draft,
    [draft.title, intro, ...words, commandsIn(blocks), wordsIn(partOf(draft, headings.before).blocks)].join(
      '. ',
    ),
    worst,
  );
  if (workaround) draft.fields.set('works', 'workaround');
  askForPlaces(draft);
  draft.parts.splice(
    0,
    draft.parts.length,
    ...draft.parts.filter(({ nodes, blocks: own }) => nodes.length > 0 || own.length > 0),
  );
  return draft;
}

/** The order of a first step: without its condition, up to the first break. */
function orderOf(text: string): string {
  const order = text.replace(/^(?:if|when|in|on|under|from|wenn|falls)\b[^,.]{2,60},\s+/i, '');
  return /^[^.,;:(]{12,70}(?=[.,;:(])/u.exec(order)?.[0] ?? order;
}

function askForSteps(draft: Draft, from: ReturnType<typeof makeSteps>, items: readonly ListItem[]): void {
  if (from === 'prose' || from === 'paragraph')
    draft.todos.push({ kind: 'steps', ask: 'The steps were made from prose: one paragraph, one step.' });
  if (from === 'bullets')
    draft.todos.push({ kind: 'steps', ask: 'The steps were bullets: are they in this order, or a choice?' });
  if (items.length > 12)
    draft.todos.push({
      kind: 'split',
      ask: `It has ${items.length} steps, more than anybody follows on a phone.`,
    });
}

/** A last step that only looks whether it worked says how to check. */
function takeVerify(draft: Draft, items: readonly ListItem[]): void {
  const last = items.at(-1);
  const words = last ? wordsOf(last) : '';
  if (
    items.length > 1 &&
    last?.children.length === 1 &&
    /^(?:verify|check|confirm|make sure|ensure|prüfen|überprüfen)\b/i.test(words)
  ) {
    for (const node of partOf(draft, headings.steps).nodes)
      if (node.type === 'list') node.children = node.children.filter((item) => item !== last);
    draft.fields.set('verify', words);
    const block = partOf(draft, headings.steps).blocks.findLast(({ kind }) => kind === 'list');
    if (block) block.why = block.why || `step ${items.length} became \`verify\``;
    if (block?.fate === 'kept') block.fate = 'changed';
    draft.todos.push({ kind: 'verify', field: 'verify', ask: 'This was the last step.' });
  }
}

function askForLoss(draft: Draft, text: string, worst: string): void {
  const { words, lost } = riskIn(text);
  if (words.length === 0) return;
  draft.fields.set('loses', worst);
  draft.fields.set('lost', lost.length > 0 ? lost : ['To be said: what exactly is lost']);
  draft.todos.push({
    kind: 'loses',
    field: 'loses',
    ask: `The text says ${words.map((word) => `“${word}”`).join(', ')}. What exactly is lost?`,
  });
}

function commandsIn(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ nodes }) => nodes.map((node) => (node.type === 'code' ? node.value : '')))
    .join('\n');
}

function askForPlaces(draft: Draft): void {
  const ways = draft.parts.flatMap(({ nodes }) => nodes.flatMap((node) => typedPathsIn(node)));
  if (ways.length > 0)
    draft.todos.push({
      kind: 'place',
      ask: `A way is typed out: ${[...new Set(ways)].slice(0, 6).join('; ')}.`,
    });
}

/** True where a section says too little to be a fix. */
export function isThin(region: Region): boolean {
  const blocks = [...region.lead, ...region.subs.flatMap(({ blocks: below }) => below)];
  const rich = blocks.some(({ nodes }) => nodes.some(({ type }) => type === 'list' || type === 'code'));
  return !rich && wordCount(wordsIn(blocks)) < 12;
}
