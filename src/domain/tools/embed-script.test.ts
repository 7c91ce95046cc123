import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import { aboveStop } from '../advice/symptom-plan.ts';
import { eightSymptoms } from '../evidence/fixtures/graph.ts';
import { handsOnOf } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { embedOf, embedScript, type Embed } from './embed-script.ts';

const plain = eightSymptoms();
/** The same for two kinds of devices, of which one has fixes of its own. */
const base: KnowledgeBase = {
  ...plain,
  site: {
    ...plain.site,
    platforms: [
      { id: 'phone', name: 'Phone', versions: [] },
      { id: 'desk', name: 'Desk', versions: [] },
    ],
  },
  fixes: new Map(
    [...plain.fixes].map(([id, fix], index) => [
      id,
      index % 4 === 0 ? { ...fix, applies: { phone: '>=1' } } : fix,
    ]),
  ),
};
const site = { language: 'ar', direction: 'rtl' };
const words = { more: 'More', of: 'For:', any: 'Any', minutes: (minutes: number) => `${minutes} min` };
const embeds = [...base.symptoms.values()].map((symptom) => {
  const views = symptomViewsOf(base, symptom, 'quick');
  return { symptom, views, embed: embedOf(views, site, words) };
});

/** What a script shows. */
function dataIn(text: string): Embed {
  const [, json = ''] = /\n?\}\)\((\{.*\}),function make/s.exec(text) ?? [];
  return JSON.parse(json) as Embed;
}

test('an embed shows the first four fixes of the plan of each device, each with its minutes, and the question of its page', () => {
  let [long, own, asked] = [0, 0, 0];
  for (const { views, embed } of embeds) {
    deepEqual([embed.plans[0]?.path, embed.direction, embed.more], [views[0]!.path, 'rtl', 'More']);
    for (const { path, devices, fixes, ask } of embed.plans) {
      const view = views.find((one) => one.path === path)!;
      const plan = aboveStop(view.plan);
      deepEqual(
        fixes.map((at) => [embed.fixes[at]?.title, embed.fixes[at]?.time]),
        plan.slice(0, 4).map(({ id, title, fix }) => {
          const shares = view.plan.batches.flat().includes(id);
          return [title, `${shares ? fix.minutes : handsOnOf(fix)} min`];
        }),
      );
      deepEqual(
        ask?.answers.map((answer) => answer.path),
        view.ask?.answers.map(({ href }) => href),
      );
      if (view.device) ok(devices.includes(view.device.id));
      if (plan.length > 4) long++;
      if (view.device) own++;
      if (ask) asked++;
    }
  }
  ok(long > 0 && own > 0 && asked > 0, `${long}, ${own}, ${asked}`);
});

test('what has no room in 6,000 bytes stands on the site alone: first the questions, then the devices', () => {
  const { embed } = embeds.find((one) => one.embed.plans.some(({ ask }) => ask))!;
  const [plan] = embed.plans;
  const longer = (times: number, label: number): Embed => ({
    ...embed,
    plans: Array.from({ length: times }, (_, at) => ({ ...plan!, label: `${at} ${'x'.repeat(label)}` })),
  });
  const cut = (of: Embed) => {
    const text = embedScript(of);
    ok(new TextEncoder().encode(text).length <= 6000);
    return dataIn(text);
  };
  const all = cut(embed);
  equal(all.plans.length, embed.plans.length);
  const noQuestions = cut(longer(6, 300));
  deepEqual([noQuestions.plans.length, noQuestions.plans.some(({ ask }) => ask)], [6, false]);
  const alone = cut(longer(40, 300));
  deepEqual([alone.plans.length, alone.plans[0]?.ask !== undefined], [1, plan!.ask !== undefined]);
  deepEqual(
    alone.plans[0]?.fixes.map((at) => alone.fixes[at]),
    plan!.fixes.map((at) => embed.fixes[at]),
  );
});

test('no title ends the script that holds it', () => {
  const title = '</script><!-- "x" ${y} \\';
  const text = embedScript({ ...embeds[0]!.embed, title });
  equal(text.includes('</script'), false);
  equal(text.includes('<!--'), false);
  equal(dataIn(text).title, title);
});
