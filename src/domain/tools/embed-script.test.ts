import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import { aboveStop } from '../advice/symptom-plan.ts';
import { eightSymptoms } from '../evidence/fixtures/graph.ts';
import { handsOnOf } from '../knowledge/article.ts';
import { embedOf, embedScript } from './embed-script.ts';

const base = eightSymptoms();
const site = { language: 'ar', direction: 'rtl' };
const words = { more: 'More', minutes: (minutes: number) => `${minutes} min` };

test('an embed shows the first four fixes of a plan, each with its minutes and the way back to the symptom', () => {
  let long = 0;
  for (const symptom of base.symptoms.values()) {
    const [view] = symptomViewsOf(base, symptom, 'quick');
    const plan = aboveStop(view!.plan);
    const embed = embedOf(view!, site, words);
    deepEqual(
      embed.fixes.map(({ title, time }) => [title, time]),
      plan.slice(0, 4).map(({ title, fix }) => [title, `${handsOnOf(fix)} min`]),
    );
    ok(
      embed.fixes.every(
        ({ path }) => path.endsWith(`?from=${symptom.id}`) || path.includes(`from=${symptom.id}#`),
      ),
    );
    deepEqual([embed.path, embed.direction, embed.more], [view!.path, 'rtl', 'More']);
    if (plan.length > 4) long++;
  }
  ok(long > 0);
});

test('no title ends the script that holds it', () => {
  const [symptom] = base.symptoms.values();
  const [view] = symptomViewsOf(base, symptom!, 'quick');
  const title = '</script><!-- "x" ${y} \\';
  const text = embedScript({ ...embedOf(view!, site, words), title });
  equal(text.includes('</script'), false);
  equal(text.includes('<!--'), false);
  const [, json = ''] = /\)\((\{.*\})\);\n$/s.exec(text) ?? [];
  equal((JSON.parse(json) as { title: string }).title, title);
});
