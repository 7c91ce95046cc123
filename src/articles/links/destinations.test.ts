import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withCase } from '../fixtures/fixture-case.ts';
import { liveSiteOf } from '../permalinks/live-site.ts';
import { readContent } from '../read/content.ts';
import { checkContent } from '../check-content.ts';
import { destinationsOf, type Destinations } from './destinations.ts';

const inCase = (change: (path: string) => void, use: (found: Destinations, path: string) => void) =>
  withCase(undefined, async (path) => {
    change(path);
    use(destinationsOf(readContent({ path, name: 'content' })), path);
  });
const nothing = (): void => undefined;

test('A link may lead to the sections of home: its groups, the ways in, and the way for those who are not sure.', () =>
  inCase(
    (path) => appendFileSync(join(path, 'site.yaml'), 'unsure: { text: Look here., symptom: stays-cold }\n'),
    (found) => {
      const home = found.get('/');
      for (const id of ['main', 'support', 'see', 'ways', 'the-bread', 'unsure'])
        assert.ok(home?.has(id), id);
      assert.ok(!home?.has('more'), 'Every symptom stands in a group.');
    },
  ));

test('A link to a section that the page does not have is refused.', () =>
  inCase(nothing, (found) => {
    assert.ok(!found.get('/')?.has('unsure'));
    assert.ok(!found.get('/symptoms/pops-up-at-once/')?.has('map'));
    assert.ok(!found.get('/symptoms/pops-up-at-once/')?.has('workarounds'));
    assert.ok(!found.get('/causes/crumbs-block-lever/')?.has('workarounds'));
    assert.ok(found.get('/fixes/empty-crumb-tray/')?.has('sources'));
    assert.ok(found.get('/symptoms/pops-up-at-once/')?.has('picture'));
  }));

test('A link may lead to the map of a symptom, and to why its plan is in that order.', () =>
  inCase(nothing, (found) => {
    assert.ok(found.get('/map/pops-up-at-once/')?.has('why'));
    assert.ok(!found.has('/map/crumbs-block-lever/'));
  }));

test('A workaround gives its cause a section to link to.', () =>
  inCase(
    (path) => {
      const fix = join(path, 'fixes/reset-the-base.mdx');
      writeFileSync(
        fix,
        readFileSync(fix, 'utf8').replace(
          /cause: [\w-]+, works: [\w-]+/,
          'cause: crumbs-block-lever, works: workaround',
        ),
      );
    },
    (found) => assert.ok(found.get('/causes/crumbs-block-lever/')?.has('workarounds')),
  ));

test('The groups of home are kept for ever, by the same ids as every other heading.', () =>
  inCase(
    (path) => {
      const site = join(path, 'site.yaml');
      writeFileSync(site, readFileSync(site, 'utf8').replace('The bread', 'Größe'));
    },
    (_, path) => {
      const home = liveSiteOf(readContent({ path, name: 'content' })).pages.get('/');
      assert.deepEqual(home?.anchors.map(({ id }) => id).sort(), ['grosse', 'see', 'support', 'ways']);
    },
  ));

test('Two groups of home cannot have one heading, nor that of a section of home.', () =>
  inCase(
    (path) => {
      const site = join(path, 'site.yaml');
      writeFileSync(site, readFileSync(site, 'utf8').replace('The bread', 'Ways'));
    },
    (_, path) => {
      const [problem, ...more] = checkContent({ path, name: 'content' }, '2026-11-24').problems;
      assert.deepEqual(more, []);
      assert.equal(problem?.kind, 'duplicate-anchor');
      assert.match(problem.message, /`Ways` gives its heading the id `ways`/);
    },
  ));
