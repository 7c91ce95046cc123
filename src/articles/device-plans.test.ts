import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { symptomViewsOf } from '../domain/advice/symptom-pages.ts';
import type { SymptomView } from '../domain/advice/symptom-view.ts';
import { entryOf } from '../domain/knowledge/knowledge-base.ts';
import { appliesTo, devicesOf, type Device } from '../domain/versions/device.ts';
import { knowledgeBaseOf } from './check/plans.ts';
import { contentDirOf } from './content-dir.ts';
import { readContent } from './read/content.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pages that a reader with this device has: the one that the row leads to, and what its answers lead to. */
function pagesFor(views: readonly SymptomView[], device: Device): readonly SymptomView[] {
  const [page] = views;
  const choice = page?.devices?.choices.find(({ covers }) => covers.includes(device.id));
  const queue = [choice?.href ?? page?.path ?? ''];
  const found: SymptomView[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const view = views.find((one) => one.path === path);
    assert.ok(view, `There is no page ${path}.`);
    found.push(view);
    queue.push(...(view.ask?.answers ?? []).map(({ href }) => href));
  }
  return found;
}

for (const name of ['content', 'e2e/fixtures/toaster'])
  describe(`Plans for a device in ${name}`, async () => {
    const base = knowledgeBaseOf(readContent(contentDirOf(root, { KB_CONTENT: name })));
    assert.ok(base, `${name} cannot be read.`);
    const { site } = base;
    const views = new Map(
      [...base.symptoms.values()].map((symptom) => [symptom.id, symptomViewsOf(base, symptom, 'quick')]),
    );

    test('No card above the stop line asks for what cannot be done on the chosen device, before or after answers.', () => {
      let cards = 0;
      for (const device of devicesOf(site))
        for (const [id, pages] of views)
          for (const { path, plan } of pagesFor(pages, device))
            for (const { fix, on = fix.who } of [...plan.start, ...plan.then]) {
              cards++;
              const own = on === site.who[0]?.id && appliesTo(site, entryOf(base.symptoms, id), device);
              assert.ok(!own || appliesTo(site, fix, device), `${path}: ${fix.id} on ${device.id}`);
            }
      assert.ok(cards > 20, `Only ${cards} cards were looked at.`);
    });

    test('A device on which a symptom cannot be seen is not among its choices.', () => {
      for (const { plan, device, devices } of [...views.values()].flat()) {
        const offered = devices?.choices.flatMap(({ covers }) => covers) ?? [];
        for (const { id } of devicesOf(site).filter((one) => !appliesTo(site, plan.symptom, one)))
          assert.ok(device?.id !== id && !offered.includes(id), `${plan.symptom.id} on ${id}`);
      }
    });

    test('No two pages have one address, and a device has pages of its own where something cannot be done.', () => {
      const all = [...views.values()].flat();
      assert.equal(new Set(all.map(({ path }) => path)).size, all.length);
      assert.ok(all.some(({ device }) => device !== undefined));
    });

    test('Where a page names the editor’s reason, its order is the editor’s.', () => {
      for (const { path, plan } of [...views.values()].flat()) {
        const { fixes } = plan.symptom;
        const places = [...plan.start, ...plan.then].map(({ id }) => fixes.indexOf(id));
        const kept = places.every((place, index) => place > (places[index - 1] ?? -1));
        assert.ok(plan.authorReason === undefined || kept, path);
      }
    });
  });
