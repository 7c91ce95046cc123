import type { Cause, Fix, Question, Symptom } from './article.ts';
import { buildKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import type { Site } from './site.ts';

/** A small fictional knowledge base for tests: a toaster with two symptoms. `change` replaces parts of it. */
export function exampleBase(
  change: {
    readonly site?: Partial<Site>;
    readonly symptom?: Partial<Symptom>;
    readonly questions?: readonly Question[];
  } = {},
): KnowledgeBase {
  const site: Site = {
    title: 'Toast',
    promise: 'Toast',
    description: '',
    language: 'en',
    unknown: 0.1,
    offline: true,
    elsewhere: [],
    vendor: { name: 'Maker' },
    support: { name: 'Maker', minutes: 60 },
    who: [
      { id: 'you', label: 'You', device: true },
      { id: 'neighbor', label: 'The neighbor', device: true },
    ],
    risks: [
      { id: 'nothing', label: 'Nothing is lost', minutes: 0 },
      { id: 'settings', label: 'Settings are lost', minutes: 0 },
      { id: 'data', label: 'You can lose data', minutes: 0 },
    ],
    burdens: [],
    platforms: [],
    ranges: {
      to: ['to'],
      later: ['{n} and later'],
      earlier: ['{n} and earlier'],
      likelyLater: /later/,
      likelyEarlier: /earlier/,
    },
    groups: [{ title: 'Lever', symptoms: ['pops-up'] }],
    ...change.site,
  };
  const articles = [
    { ...symptom('pops-up', 'It pops up'), ...change.symptom },
    symptom('stays-cold', 'It stays cold'),
    cause('crumbs', 'Crumbs hold the lever', [
      ['pops-up', 'often'],
      ['stays-cold', 'seldom'],
    ]),
    cause('no-power', 'No power', [
      ['pops-up', 'sometimes'],
      ['stays-cold', 'often'],
    ]),
    cause('old-memory', 'The memory is wrong', [['pops-up', 'rarely']]),
    fix('empty-tray', {
      minutes: 3,
      solves: [{ cause: 'crumbs', works: 'almost-always', because: 'Nothing blocks it then.' }],
    }),
    fix('other-socket', { minutes: 1, solves: [{ cause: 'no-power', works: 'often' }] }),
    fix('look-at-lamp', { minutes: 4, solves: [{ cause: 'no-power', works: 'confirms' }] }),
    fix('use-grill', {
      minutes: 2,
      solves: [
        { cause: 'crumbs', works: 'workaround' },
        { cause: 'no-power', works: 'workaround' },
      ],
    }),
    fix('reset-memory', {
      minutes: 1,
      loses: 'settings',
      solves: [{ cause: 'old-memory', works: 'almost-always' }],
    }),
    fix('erase-all', {
      minutes: 5,
      loses: 'data',
      requires: ['reset-memory'],
      solves: [{ cause: 'old-memory', works: 'almost-always' }],
    }),
  ];
  return buildKnowledgeBase(site, articles, change.questions ?? []);
}

/** A question about the lamp, which tells `crumbs` from `no-power`. */
export const lamp: Question = {
  id: 'lamp',
  title: 'Does the lamp come on?',
  minutes: 0.1,
  answers: [
    { id: 'on', label: 'Yes', likely: { crumbs: 'almost-always', 'no-power': 'rarely' } },
    { id: 'off', label: 'No', likely: { crumbs: 'rarely', 'no-power': 'almost-always' } },
  ],
};

const shared = { summary: 'A summary.', aliases: [], says: [], codes: [], sources: [], was: [], anchors: [] };

/** A symptom that says nothing but its title. */
export function symptom(id: string, title: string): Symptom {
  return {
    kind: 'symptom',
    id,
    title,
    ...shared,
    applies: {},
    questions: [],
    similar: [],
    order: 'computed',
    fixes: [],
  };
}

/** A cause that says nothing but its title and what it explains. */
export function cause(
  id: string,
  title: string,
  explains: readonly (readonly [string, Cause['explains'][number]['likelihood']])[],
): Cause {
  return {
    kind: 'cause',
    id,
    title,
    ...shared,
    explains: explains.map(([of, likelihood]) => ({ symptom: of, likelihood })),
  };
}

function fix(id: string, more: Partial<Fix>): Fix {
  return {
    kind: 'fix',
    id,
    title: id,
    ...shared,
    minutes: 1,
    check: 0,
    wait: 0,
    loses: 'nothing',
    burdens: [],
    lost: [],
    kept: [],
    needs: [],
    who: 'you',
    solves: [],
    requires: [],
    prepares: false,
    verify: 'It works.',
    applies: {},
    ...more,
  };
}
