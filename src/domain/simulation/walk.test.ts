import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { unsureAnswer } from '../advice/page/plan-tree.ts';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import type { SymptomView } from '../advice/symptom-view.ts';
import { exampleBase, lamp } from '../knowledge/example-base.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { answeredPathOf } from '../knowledge/paths.ts';
import { expectedMinutesOf } from './expected.ts';
import type { Offer, Offers } from './offer.ts';
import { agrees, walkSymptom } from './walk.ts';

const asking = exampleBase({ questions: [lamp], symptom: { questions: ['lamp'] } });
const silent = exampleBase();
const crowd = { readers: 10_000, seed: 7 };

/** The pages of a symptom as the layouts would write them; `change` spoils one. */
function offersOf(base: KnowledgeBase, change: (offer: Offer) => Offer = (offer) => offer): Offers {
  const symptom = entryOf(base.symptoms, 'pops-up');
  const pages = symptomViewsOf(base, symptom).map((view) => change(offerOf(base, view)));
  return (path) => pages.find((page) => page.path === path);
}

function offerOf(base: KnowledgeBase, { plan, answers, ask }: SymptomView): Offer {
  return {
    path: answeredPathOf(plan.symptom.id, answers),
    ask: ask && { question: ask.id, minutes: ask.minutes, answers: ask.answers },
    cards: [...plan.start, ...plan.then].map(({ id, cost }) => ({ moves: [id], minutes: cost })),
    support: base.site.support.minutes,
  };
}

for (const [name, base] of Object.entries({ 'that asks a question': asking, 'without questions': silent }))
  test(`readers of a symptom ${name} take what the engine expects`, () => {
    const symptom = entryOf(base.symptoms, 'pops-up');
    const expected = expectedMinutesOf(base, symptom);
    const walked = walkSymptom(base, offersOf(base), symptom, crowd);
    equal(walked.readers, 10_000);
    ok(walked.error > 0 && walked.error < 0.5);
    ok(agrees(walked, expected), `${walked.mean} is not ${expected} ± ${2 * walked.error}`);
  });

test('a page that offers its fixes in another order, or other minutes, is noticed', () => {
  const symptom = entryOf(silent.symptoms, 'pops-up');
  const expected = expectedMinutesOf(silent, symptom);
  for (const change of [
    (offer: Offer): Offer => ({ ...offer, cards: offer.cards.toReversed() }),
    (offer: Offer): Offer => ({ ...offer, cards: offer.cards.slice(1) }),
    (offer: Offer): Offer => ({ ...offer, support: offer.support + 5 }),
    (offer: Offer): Offer => ({
      ...offer,
      cards: offer.cards.map((card) => ({ ...card, minutes: card.minutes + 1 })),
    }),
  ])
    ok(!agrees(walkSymptom(silent, offersOf(silent, change), symptom, crowd), expected));
});

test('every reader of a page that asks spends the minutes that the question takes', () => {
  const symptom = entryOf(asking.symptoms, 'pops-up');
  const pages: Offers = (path) => {
    const offer = offersOf(asking)(path);
    return offer && { ...offer, ask: offer.ask && { ...offer.ask, minutes: 3 } };
  };
  const short = walkSymptom(asking, offersOf(asking), symptom, crowd).mean;
  ok(Math.abs(walkSymptom(asking, pages, symptom, crowd).mean - short - 2.9) < 1e-9);
});

test('who is not sure has a way that no simulated reader takes', () => {
  const symptom = entryOf(asking.symptoms, 'pops-up');
  const unsure = (offer: Offer): Offer => ({
    ...offer,
    ask: offer.ask && {
      ...offer.ask,
      answers: [
        { id: unsureAnswer.id, href: '/no/such/page/' },
        ...offer.ask.answers.filter(({ id }) => id !== unsureAnswer.id),
      ],
    },
  });
  ok(
    agrees(walkSymptom(asking, offersOf(asking, unsure), symptom, crowd), expectedMinutesOf(asking, symptom)),
  );
});

test('a mean agrees within two standard errors, and where nothing is left to chance within rounding', () => {
  const mean = (value: number, error: number) => ({ readers: 100, mean: value, error });
  ok(agrees(mean(11.9, 1), 10) && agrees(mean(8.1, 1), 10));
  ok(!agrees(mean(12.1, 1), 10) && !agrees(mean(7.9, 1), 10));
  ok(agrees(mean(100.00005, 0), 100) && !agrees(mean(100.0005, 0), 100));
  ok(agrees(mean(0.5000005, 0), 0.5) && !agrees(mean(0.500005, 0), 0.5));
});

test('an answer that leads to the page of another one is noticed', () => {
  const symptom = entryOf(asking.symptoms, 'pops-up');
  const swap = (offer: Offer): Offer => ({
    ...offer,
    ask: offer.ask && {
      ...offer.ask,
      answers: offer.ask.answers.map(({ id }, index, all) => ({ id, href: all.at(-1 - index)!.href })),
    },
  });
  const walked = walkSymptom(asking, offersOf(asking, swap), symptom, crowd);
  ok(!agrees(walked, expectedMinutesOf(asking, symptom)), `${walked.mean}`);
});

test('fixes on one card cost its minutes once and work together', () => {
  const symptom = entryOf(silent.symptoms, 'stays-cold');
  const [first, second] = ['other-socket', 'empty-tray'];
  const offer =
    (cards: Offer['cards']): Offers =>
    () => ({
      path: '/symptoms/stays-cold/',
      cards,
      support: 60,
    });
  const together = offer([{ moves: [first, second], minutes: 4 }]);
  const apart = offer([
    { moves: [first], minutes: 4 },
    { moves: [second], minutes: 0 },
  ]);
  const minutes = [together, apart].map((offers) => walkSymptom(silent, offers, symptom, crowd).mean);
  ok(Math.abs(minutes[0]! - minutes[1]!) < 1);
});

test('a page that is not there, and a fix that solves nothing, end the walk with their address', () => {
  const symptom = entryOf(asking.symptoms, 'pops-up');
  const lost = (offer: Offer): Offer => ({
    ...offer,
    ask: offer.ask && { ...offer.ask, answers: [{ id: 'on', href: '/symptoms/pops-up/lamp/dim/' }] },
  });
  throws(() => walkSymptom(asking, offersOf(asking, lost), symptom, crowd), /lamp\/dim/);
  const unasked = (offer: Offer): Offer => ({
    ...offer,
    ask: offer.ask && { ...offer.ask, answers: [{ id: 'dim', href: '/symptoms/pops-up/lamp/on/' }] },
  });
  throws(() => walkSymptom(asking, offersOf(asking, unasked), symptom, crowd), /`dim`, which `lamp`/);
  const foreign = (offer: Offer): Offer => ({ ...offer, cards: [{ moves: ['kick-it'], minutes: 1 }] });
  throws(() => walkSymptom(asking, offersOf(asking, foreign), symptom, crowd), /kick-it/);
});
