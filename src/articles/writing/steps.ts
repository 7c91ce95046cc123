import type { List, Nodes } from 'mdast';
import type { Problem } from '../../domain/problems/problem.ts';
import type { TextFile, Body } from '../content.ts';
import { asMarkdown, ownWords, sentencesOf, type Passage } from './passages.ts';
import { withCapital } from '../../domain/values/capital.ts';
import type { WritingWords } from '../../words/writing-words.ts';

const [comfortable, bearable] = [7, 12];

/** Lists of steps that are too long to follow on a phone. */
export function checkStepCount(file: TextFile, body: Body): readonly Problem[] {
  return body.stepParts.flatMap(orderedLists).flatMap((list): Problem[] => {
    const item = list.children[comfortable];
    if (!item) return [];
    const { line, column } = item.position?.start ?? { line: 1, column: 1 };
    const place = file.placeAt(line, column);
    const count = list.children.length;
    const hint =
      'Move the end of the list into a fix of its own, or leave out steps that nobody needs to be told.';
    return count > bearable
      ? [
          {
            kind: 'too-many-steps',
            place,
            message: `This list has ${count} steps, and nobody follows more than ${bearable} on a phone.`,
            hint,
          },
        ]
      : [
          {
            kind: 'writing-many-steps',
            place,
            message: `This list has ${count} steps, and more than ${comfortable} are hard to follow on a phone.`,
            hint,
          },
        ];
  });
}

function orderedLists(node: Nodes): readonly List[] {
  if (node.type === 'list') return node.ordered ? [node] : [];
  return 'children' in node ? node.children.flatMap(orderedLists) : [];
}

/** One action a step, its condition and its place first. */
export function checkStep(passage: Passage, words: WritingWords): readonly Problem[] {
  const sentences = sentencesOf(passage);
  const orders = sentences.map((sentence) => orderOf(sentence, words));
  return [
    ...(passage.role === 'step' ? checkActions(passage, orders, words) : []),
    ...orders.flatMap((order) => checkCondition(passage, order, words)),
    ...sentences.flatMap((sentence) => checkPlace(passage, sentence, words)),
  ];
}

type Sentence = ReturnType<typeof sentencesOf>[number];

/** A sentence without the condition or place that stands before its order, where it belongs. */
function orderOf({ text, index }: Sentence, words: WritingWords): Sentence {
  const lead = words.leadIn.exec(ownWords(text))?.[0].length ?? 0;
  return { text: text.slice(lead), index: index + lead };
}

function checkActions(
  passage: Passage,
  sentences: readonly Sentence[],
  words: WritingWords,
): readonly Problem[] {
  const problem = (index: number, second: string): Problem[] => [
    {
      kind: 'writing-one-action',
      place: passage.placeAt(index),
      message:
        'This step asks for more than one action, so a reader who looks up in between loses the place.',
      hint: `Make a step of its own: \`${withCapital(asMarkdown(second))}\`.`,
    },
  ];
  for (const { text, index } of sentences) {
    if (!words.actions.has(firstWord(text))) continue;
    const own = ownWords(text);
    const then = [...own.matchAll(words.nextAction)].find(
      ({ 1: verb }) => verb !== undefined && words.actions.has(verb.toLowerCase()),
    );
    if (then)
      return problem(
        index + then.index + then[0].length - (then[1]?.length ?? 0),
        text.slice(then.index + then[0].length - (then[1]?.length ?? 0)),
      );
  }
  const orders = sentences.filter(({ text }) => words.actions.has(firstWord(text)));
  const third = orders[2];
  return third ? problem(third.index, third.text) : [];
}

function checkCondition(
  passage: Passage,
  { text, index }: Sentence,
  words: WritingWords,
): readonly Problem[] {
  const own = ownWords(text);
  const verb = firstWord(text);
  if (!words.actions.has(verb) || words.asking.has(verb)) return [];
  const late = words.lateCondition.exec(own);
  if (!late) return [];
  const before = own.slice(0, late.index);
  // "and see if", "to find out if": a question inside the order.
  if (
    [...before.matchAll(/[\p{L}-]+/gu)].slice(1).some(({ 0: word }) => words.asking.has(word.toLowerCase()))
  )
    return [];
  const order = text.slice(0, late.index).trim().replace(/,$/, '');
  const condition = text
    .slice(late.index + late[0].length)
    .trim()
    .replace(/[.!]$/, '');
  // With another clause in it, only the author can say which part the condition is for.
  const isWhole = !/[,;]/.test(order) && !/[,;]/.test(condition);
  return [
    {
      kind: 'writing-condition-first',
      place: passage.placeAt(index + late.index),
      message: 'The condition comes after the action, when many have already done it.',
      hint: isWhole
        ? `Write \`${words.conditionFirst(asMarkdown(condition), small(asMarkdown(order)))}\`.`
        : `Begin the step with the condition: \`${words.conditionFirst(asMarkdown(condition.split(/[,;]/)[0] ?? ''), '…')}\``,
    },
  ];
}

/** `Tap **X** in **Y**`: readers look for X before they are in Y. */
function checkPlace(passage: Passage, { text, index }: Sentence, words: WritingWords): readonly Problem[] {
  const match = words.latePlace.exec(text);
  if (!match || !words.actions.has((match[3] ?? '').toLowerCase())) return [];
  const [, condition = '', action = '', , where = '', rest = ''] = match;
  const isWhole = /^\s*[.!]?\s*$/.test(rest);
  const begin = condition ? asMarkdown(where) : withCapital(asMarkdown(where));
  return [
    {
      kind: 'writing-place-first',
      place: passage.placeAt(index + text.indexOf(where)),
      message: 'The place comes after the action, so the reader looks for the button on the wrong screen.',
      hint: isWhole
        ? `Write \`${condition}${words.placeFirst(begin, small(asMarkdown(action)))}.\`.`
        : `Begin the step with the place: \`${condition}${words.placeFirst(begin, '…')}\`.`,
    },
  ];
}

function firstWord(text: string): string {
  return /^\s*([\p{L}-]+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
