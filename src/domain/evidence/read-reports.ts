import { triedSign } from '../reader/tried-sign.ts';
import { deviceSign } from '../knowledge/paths.ts';
import { parseTried, type Tried } from '../reader/tried.ts';
import { parseTold, type Told } from './told.ts';
import { decodeText } from './decode.ts';

/** One string of what a reader tried, as it was found in a text. */
export interface Found {
  /** Undefined where nothing beside the string names one. */
  readonly symptom: string | undefined;
  readonly answers: readonly string[];
  /** In the order of the marks; what was skipped is among them. */
  readonly marks: readonly Tried[];
  /** What its device says about itself, where the site asks for it. */
  readonly told: Told | undefined;
  /** Who sent it on which day, where a log or a mail says so. */
  readonly sender: string | undefined;
}

/** The marks of a reader, as `formatTried` writes them. */
const marksPattern = /(?<![\w.])1(?:\.[a-z0-9]+(?:--?[a-z0-9]+)*_[wns]_[0-9a-z]{1,6})+(?![0-9a-z_-])/g;
/** The address right before them, up to the marks. */
const addressBefore = new RegExp(
  String.raw`/symptoms/([a-z0-9-]+)((?:/[a-z0-9-]+)*)/?(?:\?[^\s"'<>#]*)?(?:[#?&]?(?:[a-z]+=[^\s"'<>&#]*&)*${triedSign})?$`,
);
/** Other ways in which a line names the symptom. */
const named = [
  /\/symptoms\/([a-z0-9-]+)((?:\/[a-z0-9-]+)*)/,
  /[?&]from=([a-z0-9-]+)((?:\/[a-z0-9-]+)*)/,
  /"symptom"\s*:\s*"([a-z0-9-]+)()"/,
  /\bsymptom=([a-z0-9-]+)()/,
];

/** Every string of what somebody tried in a text: a mail, a log, what an address received. What stands around them is left out. */
export function readReports(text: string): readonly Found[] {
  const mail: Mail = { from: '', day: '', inHead: true };
  return decodeText(text)
    .split('\n')
    .flatMap((line) => {
      noteHeader(line, mail);
      return [...line.matchAll(marksPattern)].map((match): Found => {
        const before = line.slice(0, match.index);
        const after = line.slice(match.index + match[0].length);
        const place = addressBefore.exec(before) ?? firstOf(named, line);
        return {
          symptom: place?.[1],
          answers: answersIn(place?.[2] ?? ''),
          marks: parseTried(match[0]),
          told: parseTold(after),
          sender: senderOf(line, mail),
        };
      });
    });
}

function firstOf(patterns: readonly RegExp[], line: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found) return found;
  }
  return undefined;
}

/** `/on/device/question/answer` → `question/answer` */
function answersIn(way: string): readonly string[] {
  const parts = way.split('/').filter(Boolean);
  const rest = parts[0] === deviceSign ? parts.slice(2) : parts;
  return rest.flatMap((part, index) =>
    index % 2 === 0 && rest[index + 1] ? [`${part}/${rest[index + 1]}`] : [],
  );
}

/** The head of a mail, at the beginning of a text or behind the line that parts mails in a mailbox, says who sent it and when. */
function noteHeader(line: string, mail: Mail): void {
  if (/^From /.test(line)) Object.assign(mail, { from: '', day: '', inHead: true });
  if (line.trim() === '') mail.inHead = false;
  if (!mail.inHead) return;
  const from = /^From:.*?([\w.+-]+@[\w.-]+)/i.exec(line)?.[1];
  if (from) mail.from = from.toLowerCase();
  const date = /^Date:\s*(.+)$/i.exec(line)?.[1];
  if (date) mail.day = dayOf(date);
}

interface Mail {
  from: string;
  day: string;
  inHead: boolean;
}

/** Address of the network and day of a line of a log, else sender and day of the mail around it. */
function senderOf(line: string, mail: Mail): string | undefined {
  const address = /^(?:\S+\s+)?((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]*:[0-9a-f:]+)(?=[\s,])/i.exec(line)?.[1];
  const date = /\d{1,2}\/[A-Z][a-z]{2}\/\d{4}|\d{4}-\d{2}-\d{2}/.exec(line)?.[0];
  if (address && date) return `${address} ${date}`;
  return mail.from && mail.day ? `${mail.from} ${mail.day}` : undefined;
}

/** The day of a date as mails write it: `24 Nov 2026`. */
function dayOf(date: string): string {
  return /\d{1,2} [A-Z][a-z]{2} \d{4}/.exec(date)?.[0] ?? date.slice(0, 16);
}
