import { closest } from '../../domain/problems/closest.ts';
import { catalogue } from '../../domain/problems/catalogue.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { checkConfirms, checkLoss } from './claims.ts';
import { checkSentences, checkTypedPaths, checkWords } from './prose.ts';
import { checkBadges } from './badges.ts';
import { checkStep, checkStepCount } from './steps.ts';
import { checkStrayMarkup } from './stray-markup.ts';
import { checkTitle, namesIn, withoutTexts } from './titles.ts';
import { bodyPassages, fieldPassages, type Passage } from './passages.ts';
import { isReadable, rawField, rawText } from '../read/raw-fields.ts';
import { textsOf, type Content, type DataFile, type TextFile } from '../content.ts';
import { digestOf } from '../digest.ts';
import { foundBeside, type Surroundings } from '../remembered/article-memory.ts';
import type { WritingWords } from '../../words/writing-words.ts';
import { didYouMean, listOf } from '../../domain/problems/say.ts';
import { type ComponentName } from '../../markdown/components.ts';

/** How the articles are written. Each `writing-*` rule can be silenced in an article with a reason. */
export function checkWriting(content: Content): readonly Problem[] {
  const words = content.site && content.words.writing;
  const beside = besideArticles(content, namesIn(content));
  return textsOf(content)
    .filter(isReadable)
    .flatMap((file) => {
      const found = [
        ...foundBeside(file, 'writing', beside, (seen) => rulesFor(file, seen.content, seen.names)),
        // Looks into other articles.
        ...(words ? checkConfirms(file, content, words) : []),
      ];
      const silences = silencesOf(file);
      const silent = new Set(silences.map(({ rule }) => rule));
      return [...found.filter(({ kind }) => !silent.has(kind)), ...checkSilences(file, silences, found)];
    });
}

type Names = Pick<ReadonlySet<string>, 'has'>;

/** What the rules for one article may look at beside it: a cell for each part of the content, and one for each name. */
function besideArticles(
  content: Content,
  names: Names,
): Surroundings<{ readonly content: Content; readonly names: Names }> {
  const known = new Map<string, string>();
  const digest = (cell: string): string => {
    const made =
      known.get(cell) ??
      (cell.startsWith('name ') ? String(names.has(cell.slice(5))) : digestOf(partOf(content, cell)));
    known.set(cell, made);
    return made;
  };
  return {
    digest,
    seen: (note) => ({
      content: new Proxy(content, {
        get: (target, key) => {
          if (typeof key === 'string') note(key);
          return Reflect.get(target, key) as unknown;
        },
      }),
      names: {
        has: (name) => {
          note(`name ${name}`);
          return names.has(name);
        },
      },
    }),
  };
}

/** What stands for a part of the content: the text of a file, or the language for its words; the part itself for any other. */
function partOf(content: Content, name: string): unknown {
  if (name === 'words') return content.words.locale;
  const part: unknown = content[name as keyof Content];
  if (typeof part !== 'object' || part === null || !('made' in part)) return part;
  const { file, made } = part as unknown as Pick<DataFile<unknown>, 'file' | 'made'>;
  return [file, made];
}

function rulesFor(file: TextFile, content: Content, names: Names): readonly Problem[] {
  const { body } = file;
  const words = content.site && content.words.writing;
  const passages = body ? bodyPassages(file, body) : [];
  const title: Passage = {
    text: withoutTexts(rawText(file, 'title') ?? '', file),
    role: 'field',
    placeAt: () => file.placeOf(['title']),
  };
  return [
    ...checkTitle(file, names, words),
    ...(body ? checkStepCount(file, body) : []),
    ...passages.flatMap((passage) => checkStrayMarkup(file, passage)),
    ...(words
      ? [title, ...fieldPassages(file), ...passages].flatMap((passage) => checkWords(passage, words))
      : []),
    ...(words
      ? passages
          .filter(({ role }) => role === 'step' || role === 'note')
          .flatMap((passage) => checkStep(passage, words))
      : []),
    ...passages.flatMap((passage) => checkTypedPaths(passage, content, words)),
    ...checkSentences(passages),
    ...(words ? checkLoss(file, content, [...fieldPassages(file), ...passages], words) : []),
    ...(words ? checkBadges(file, content, passages, words) : []),
    ...checkWarning(file, content, words),
  ];
}

/** The component that warns, with `kind="warning"`. */
const warner: ComponentName = 'Callout';

/** Where something is lost, the reader must know before the first step. */
function checkWarning(file: TextFile, content: Content, words: WritingWords | undefined): readonly Problem[] {
  const { body } = file;
  const risks = content.site?.value.risks ?? [];
  const loses = rawText(file, 'loses');
  const first = body?.steps[0];
  if (
    file.kind !== 'fix' ||
    !body ||
    !first ||
    loses === undefined ||
    risks.findIndex(({ id }) => id === loses) < 1
  )
    return [];
  const warned =
    body.components.some(
      ({ name, line, attributes }) =>
        name === warner &&
        line < first.line &&
        attributes.some((attribute) => attribute.name === 'kind' && attribute.value === 'warning'),
    ) ||
    body.anchors.some(
      ({ kind, text, line }) => kind === 'heading' && line < first.line && words?.beforeYouStart.test(text),
    );
  if (warned) return [];
  const lost = rawField(file, 'lost');
  const { headings, youLose } = content.words.content;
  const what = youLose(
    Array.isArray(lost) && lost.every((entry) => typeof entry === 'string') ? lost.join(', ') : '…',
  );
  return [
    {
      kind: 'writing-warn-first',
      place: file.placeAt(first.line, first.column),
      message: `The fix has \`loses: ${loses}\`, but nothing above the first step warns of it.`,
      hint:
        file.format === 'mdx'
          ? `Add above the steps: \`<Callout kind="warning">${what}</Callout>\`.`
          : `Add above the steps: \`## ${headings.before}\`, and below it \`> [!WARNING]\` and \`> ${what}\`.`,
    },
  ];
}

interface Silence {
  readonly rule: string;
  readonly place: Problem['place'];
}

function silencesOf(file: TextFile): readonly Silence[] {
  const raw = rawField(file, 'silence');
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((entry: unknown, index) => {
    const rule =
      typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)['rule'] : undefined;
    return typeof rule === 'string' ? [{ rule, place: file.placeOf(['silence', index, 'rule']) }] : [];
  });
}

function checkSilences(
  file: TextFile,
  silences: readonly Silence[],
  found: readonly Problem[],
): readonly Problem[] {
  const rules = Object.keys(catalogue).filter((kind) => kind.startsWith('writing-'));
  return silences.flatMap(({ rule, place }): Problem[] => {
    if (rules.includes(rule)) {
      // What cannot be read may well break the rule.
      if (file.body === undefined || found.some(({ kind }) => kind === rule)) return [];
      return [
        {
          kind: 'silence-unneeded',
          place,
          message: `\`${rule}\` finds nothing in this article, so there is nothing to silence.`,
          hint: 'Remove this entry of `silence`.',
        },
      ];
    }
    const meant = closest(rule, rules);
    const message = Object.hasOwn(catalogue, rule)
      ? `\`${rule}\` is an error and cannot be silenced; only the writing rules can.`
      : `There is no writing rule \`${rule}\`.`;
    return [
      {
        kind: 'wrong-value',
        place,
        message,
        hint:
          didYouMean(meant && `rule: ${meant}`) ??
          (Object.hasOwn(catalogue, rule)
            ? 'Remove this entry, and mend what the rule finds.'
            : `Name one of ${listOf(rules)}.`),
      },
    ];
  });
}
