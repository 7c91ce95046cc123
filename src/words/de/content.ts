import type { ContentWords } from '../content-words.ts';

/** What German articles hold, and the labels that their `site.yaml` may leave out. */
export const contentWords: ContentWords = {
  headings: {
    meaning: 'Was das bedeutet',
    tellApart: 'Woran Sie es unterscheiden',
    happens: 'Was geschieht',
    recognise: 'Woran Sie es erkennen',
    ruleOut: 'Wie Sie es ausschließen',
    does: 'Was das bewirkt',
    before: 'Bevor Sie beginnen',
    steps: 'Schritte',
    check: 'Prüfen, ob es geholfen hat',
    notHelped: 'Wenn es nicht geholfen hat',
  },
  youLose: (what) => `Sie verlieren: ${what}.`,
  moved: (title) => `Das steht jetzt in „${title}“.`,
  merged: (title) => `„${title}“ ist an seine Stelle getreten.`,
  site: {
    vendor: 'der Hersteller',
    support: 'Kundendienst',
    who: {
      you: 'Sie',
      'other-person': 'Die andere Person',
      carrier: 'Der Netzbetreiber',
      vendor: 'Der Hersteller',
    },
    burdens: {
      setting: 'Ändert eine Einstellung',
      charge: 'Eine SMS kann etwas kosten',
      money: 'Kostet Geld',
      person: 'Braucht eine andere Person',
      hours: 'Dauert Stunden',
    },
    risks: {
      nothing: 'Nichts geht verloren',
      settings: 'Einstellungen gehen verloren',
      data: 'Daten können verloren gehen',
    },
  },
  ranges: {
    to: ['bis'],
    later: ['{n} und neuer', '{n} oder neuer', '{n} und später', '{n} oder später', 'ab {n}'],
    earlier: ['{n} und älter', '{n} oder älter', '{n} und früher', '{n} oder früher', 'bis {n}'],
    likelyLater: /später|neuer|seit|ab|later|newer|from|since/,
    likelyEarlier: /früher|älter|vor|bis|earlier|older|before|until/,
  },
};
