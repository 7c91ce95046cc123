import { taskOf } from '../advice/planning-task.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Tried } from '../reader/tried.ts';
import { compareText } from '../values/compare.ts';
import { presentIds, type PresentIds } from './present-ids.ts';
import type { Found } from './read-reports.ts';
import { gatherReports, type Evidence, type Report } from './report.ts';
import { hashOf } from './told.ts';

/** Why a string that was found does not count. */
export type Refusal = 'no-symptom' | 'nothing-tried' | 'again' | 'once-a-day';

/** The evidence with what was found added to it, how many reports that is, and how many did not count, by the reason. */
export interface Taken {
  readonly evidence: Evidence;
  readonly added: number;
  readonly refused: ReadonlyMap<Refusal, number>;
}

/**
 * Adds what was found to the evidence. A device counts once a day, with the longest of its reports; so does a sender of whom no device is known.
 * What was read before, or is the beginning of another report, counts once. Ids that an article had mean the article.
 */
export function takeReports(base: KnowledgeBase, evidence: Evidence, found: readonly Found[]): Taken {
  const refused = new Map<Refusal, number>();
  const refuse = (reason: Refusal): void => void refused.set(reason, (refused.get(reason) ?? 0) + 1);
  const ids = idsIn(base);
  const sessions = found.flatMap((one): Session[] => {
    const session = sessionOf(base, ids, one);
    if (typeof session !== 'string') return [session];
    refuse(session);
    return [];
  });
  const seen = new Set(evidence.seen);
  const kept = withoutBeginnings(oncePerSender(sessions, refuse), refuse).filter(({ key }) => {
    const isNew = !seen.has(nameOf(key));
    if (isNew) seen.add(nameOf(key));
    else refuse('again');
    return isNew;
  });
  return {
    evidence: {
      reports: gatherReports([...evidence.reports, ...kept.map(({ report }) => report)]),
      seen: [...seen].sort(compareText),
    },
    added: kept.length,
    refused,
  };
}

interface Session {
  readonly report: Report;
  readonly marks: readonly Tried[];
  /** Who sent it on which day, or, where nobody knows, what it says. */
  readonly key: string;
  readonly once: boolean;
}

function sessionOf(base: KnowledgeBase, ids: Ids, found: Found): Session | Refusal {
  const marks = found.marks.map((mark) => ({ ...mark, fix: ids.move(mark.fix) }));
  const symptom = found.symptom === undefined ? ids.symptomOf(marks) : ids.symptom(found.symptom);
  if (symptom === undefined) return 'no-symptom';
  const done = marks.filter(({ result }) => result !== 's');
  const noisy = (found.told?.truth ?? 1) < 1;
  // A device that may not tell the truth may say so of any fix; that the reader went on says that all but the last did not help.
  const end = noisy ? -1 : done.findIndex(({ result }) => result === 'w');
  const tried = end >= 0 ? done.slice(0, end + 1) : done;
  const last = tried.at(-1);
  if (!last) return 'nothing-tried';
  const report: Report = {
    symptom,
    answers: found.answers.filter((answer) => isAnswer(base, answer)),
    tried: tried.map(({ fix }) => fix),
    worked: last.result === 'w',
    truth: found.told?.truth ?? 1,
    times: 1,
  };
  const sender = found.told ? `${found.told.device} ${found.told.day}` : found.sender;
  const said = `${symptom} ${marks.map(({ fix, result, at }) => `${fix} ${result} ${at}`).join(' ')}`;
  return { report, marks, key: sender ?? said, once: sender !== undefined };
}

/** Of the reports of one sender on one day, the longest, of equally long ones the last. */
function oncePerSender(sessions: readonly Session[], refuse: (reason: Refusal) => void): readonly Session[] {
  const kept = new Map<string, Session>();
  for (const session of sessions) {
    const other = kept.get(session.key);
    if (other) refuse(session.once ? 'once-a-day' : 'again');
    if (!other || session.marks.length >= other.marks.length) kept.set(session.key, session);
  }
  return [...kept.values()];
}

/** Without reports whose marks are all, to the minute, marks of a longer one. */
function withoutBeginnings(
  sessions: readonly Session[],
  refuse: (reason: Refusal) => void,
): readonly Session[] {
  const textOf = ({ fix, result, at }: Tried): string => `${fix} ${result} ${at}`;
  const holders = new Map<string, Session[]>();
  for (const session of sessions)
    for (const mark of session.marks) {
      const key = `${session.report.symptom} ${textOf(mark)}`;
      if (mark.at > 0) holders.set(key, [...(holders.get(key) ?? []), session]);
    }
  return sessions.filter((session) => {
    const [first] = session.marks;
    const longer = first && first.at > 0 ? holders.get(`${session.report.symptom} ${textOf(first)}`) : [];
    const isBeginning = longer?.some(
      (other) =>
        other.marks.length > session.marks.length &&
        session.marks.every((mark) => mark.at > 0 && other.marks.some((its) => textOf(its) === textOf(mark))),
    );
    if (isBeginning) refuse('again');
    return !isBeginning;
  });
}

/** A short name for a report: it tells nothing about who sent it. */
function nameOf(key: string): string {
  return hashOf(key).toString(36).padStart(8, '0').slice(-8);
}

function isAnswer(base: KnowledgeBase, text: string): boolean {
  const [question = '', answer] = text.split('/');
  return base.questions.get(question)?.answers.some(({ id }) => id === answer) ?? false;
}

interface Ids extends PresentIds {
  /** The one symptom whose plan holds all of these moves; undefined where there is none, or more. */
  readonly symptomOf: (marks: readonly Tried[]) => string | undefined;
}

function idsIn(base: KnowledgeBase): Ids {
  let plans: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return {
    ...presentIds(base),
    symptomOf: (marks) => {
      plans ??= new Map(
        [...base.symptoms.values()].map((symptom) => [
          symptom.id,
          new Set(taskOf(base, symptom).fixes.map(({ id }) => id)),
        ]),
      );
      const holding = [...plans].filter(([, moves]) => marks.every(({ fix }) => moves.has(fix)));
      return marks.length > 0 && holding.length === 1 ? holding[0]?.[0] : undefined;
    },
  };
}
