import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveSheet, namesOf, type Names } from './live-rules.ts';
import { classesGivenIn, namesMadeIn } from './scripted-names.ts';

const element = (name: string, classes: readonly string[] = [], id?: string): Names =>
  namesOf({ name, classes, id });
const none = { made: new Set<string>(), given: new Set<string>() };
const page = [element('body'), element('p', ['card'], 'plan')];
const live = (css: string, scripted: readonly string[] = []): string =>
  liveSheet(css, { made: new Set(scripted), given: new Set() }).rulesFor(page);

test('rules for elements, classes and ids that a page does not have go', () => {
  assert.equal(live('p{a:b}kbd{a:b}.card{a:b}.term{a:b}#plan{a:b}#then{a:b}'), 'p{a:b}.card{a:b}#plan{a:b}');
});

test('what a script may add stays', () => {
  assert.equal(
    live('mark{a:b}.found{a:b}.lost{a:b}', namesMadeIn("box.className = 'found'; el(`mark`)")),
    'mark{a:b}.found{a:b}',
  );
});

test('a script gives no element the names of its own parts, and none that stand in its remarks', () => {
  assert.equal(live('.term{a:b}.found{a:b}', namesMadeIn('const term = Date.now(); // found')), '');
});

test('of several choices those stay that can match, also within the one `:where()` of a rule without weight', () => {
  assert.equal(
    live('p>i,p.card{a:b}:where(kbd,p:hover):before{a:b}'),
    'p.card{a:b}:where(p:hover):before{a:b}',
  );
});

test('names that a selector excludes or only offers ask for nothing', () => {
  assert.equal(live('p:not(.term){a:b}:is(i,p){a:b}'), 'p:not(.term){a:b}:is(i,p){a:b}');
});

test('conditions keep what is left, and go when nothing is; what is no rule of a page stays', () => {
  assert.equal(
    live('@media print{kbd{a:b}}@media print{@supports (a:b){p{a:b}kbd{a:b}}}@page{margin:1cm}'),
    '@media print{@supports (a:b){p{a:b}}}@page{margin:1cm}',
  );
});

test('a table has the body that browsers give it', () => {
  assert.equal(liveSheet('tbody{a:b}', none).rulesFor([element('table')]), 'tbody{a:b}');
});

test('an element is reached by a scope when a rule can name both', () => {
  const sheet = liveSheet('.a .card[data-x]:hover,i[data-x]{a:b}.on[data-y]{a:b}.me[data-z]{a:b}', {
    made: new Set(['on', 'me']),
    given: new Set(classesGivenIn('item.classList.toggle("on", yes); name = "me"')),
  });
  assert.equal(sheet.reaches('data-x', element('p', ['card'])), true);
  assert.equal(sheet.reaches('data-x', element('p')), false);
  assert.equal(sheet.reaches('data-x', element('i')), true);
  assert.equal(sheet.reaches('data-y', element('p')), true);
  assert.equal(sheet.reaches('data-z', element('p')), false);
});
