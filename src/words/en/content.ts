import type { ContentWords } from '../content-words.ts';

/** What English articles hold, and the labels that their `site.yaml` may leave out. */
export const contentWords: ContentWords = {
  headings: {
    meaning: 'What it means',
    tellApart: 'How to tell it apart',
    happens: 'What happens',
    recognise: 'How to recognise it',
    ruleOut: 'How to rule it out',
    does: 'What this does',
    before: 'Before you start',
    steps: 'Steps',
    check: 'Check it worked',
    notHelped: 'If it did not help',
  },
  youLose: (what) => `You lose: ${what}.`,
  moved: (title) => `This now stands in “${title}”.`,
  merged: (title) => `“${title}” took its place.`,
  site: {
    vendor: 'the maker',
    support: 'Support',
    who: {
      you: 'You',
      'other-person': 'The other person',
      carrier: 'The carrier',
      vendor: 'The maker',
    },
    burdens: {
      setting: 'Changes a setting',
      charge: 'A text may be charged',
      money: 'Costs money',
      person: 'Asks another person',
      hours: 'Waits for hours',
    },
    risks: {
      nothing: 'Nothing is lost',
      settings: 'Settings are lost',
      data: 'You can lose data',
    },
  },
  ranges: {
    to: ['to'],
    later: ['{n} and later', '{n} or later', '{n} and newer'],
    earlier: ['{n} and earlier', '{n} or earlier', '{n} and older'],
    likelyLater: /later|newer|from|since/,
    likelyEarlier: /earlier|older|before|until/,
  },
};
