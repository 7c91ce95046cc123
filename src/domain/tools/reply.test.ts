import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { CauseFacts, FixFacts, SymptomFacts } from '../twins/article-facts.ts';
import { replyFor, typedAt, type ReplyWords } from './reply.ts';

const words: ReplyWords = {
  step: 'Try step {from}: {links}',
  steps: 'Try steps {from}–{to}: {links}',
  fix: 'Try this: {links}',
  plan: 'Try these, in this order, until one works:',
  see: 'See: {links}',
};
const root = 'https://toast.example';
const fix = {
  kind: 'fix',
  title: 'Empty the <crumb> tray',
  url: `${root}/fixes/tray/`,
  steps: ['Find [it]', 'Pull it', 'Tip it', 'Push it', 'Wait & see'].map((text, index) => ({
    number: index + 1,
    text,
    url: `${root}/fixes/tray/#s${index + 1}`,
  })),
} as unknown as FixFacts;

test('a span behind the words means steps', () => {
  deepEqual(typedAt('restart 3-5'), { words: 'restart', steps: { from: 3, to: 5 } });
  deepEqual(typedAt('empty tray 5–3 '), { words: 'empty tray', steps: { from: 3, to: 5 } });
  deepEqual(typedAt('empty tray #2'), { words: 'empty tray', steps: { from: 2, to: 2 } });
  deepEqual(typedAt('error 0x80070005'), { words: 'error 0x80070005' });
  deepEqual(typedAt('tray 2..4'), { words: 'tray', steps: { from: 2, to: 4 } });
  deepEqual(typedAt('42'), { words: '42' });
  deepEqual(typedAt('  empty tray '), { words: 'empty tray' });
});

test('steps are handed on by their permanent links', () => {
  equal(
    replyFor(fix, typedAt('tray 3-5'), 'text', words),
    `Try steps 3–5: ${root}/fixes/tray/#s3 ${root}/fixes/tray/#s4 ${root}/fixes/tray/#s5`,
  );
  equal(
    replyFor(fix, typedAt('tray 1'), 'markdown', words),
    `Try step 1: [Find \\[it\\]](${root}/fixes/tray/#s1)`,
  );
  equal(
    replyFor(fix, typedAt('tray 4-9'), 'html', words),
    `<p>Try steps 4–5: <a href="${root}/fixes/tray/#s4">Push it</a>, <a href="${root}/fixes/tray/#s5">Wait &amp; see</a></p>`,
  );
});

test('without steps, or with steps that there are none of, the whole fix is handed on', () => {
  for (const text of ['tray', 'tray 7'])
    equal(
      replyFor(fix, typedAt(text), 'text', words),
      `Try this: Empty the <crumb> tray ${root}/fixes/tray/`,
    );
  ok(replyFor(fix, typedAt('tray'), 'html', words).includes('Empty the &lt;crumb&gt; tray</a>'));
});

test('a symptom is handed on as the beginning of its plan, a cause as a link', () => {
  const moves = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((id) => [id, { title: `Do ${id}`, url: `${root}/fixes/${id}/` }]),
  );
  const symptom = {
    kind: 'symptom',
    title: 'Cold',
    url: `${root}/symptoms/cold/`,
    plans: [{ start: ['a', 'b'], then: ['c', 'd'] }],
    moves,
  } as unknown as SymptomFacts;
  equal(
    replyFor(symptom, typedAt('cold'), 'text', words),
    `${words.plan}\n1. Do a ${root}/fixes/a/\n2. Do b ${root}/fixes/b/\n3. Do c ${root}/fixes/c/`,
  );
  const cause = { kind: 'cause', title: 'Crumbs', url: `${root}/causes/crumbs/` } as unknown as CauseFacts;
  equal(replyFor(cause, typedAt('crumbs'), 'markdown', words), `See: [Crumbs](${root}/causes/crumbs/)`);
});

test('a plan in HTML is a list, and one without fixes is a link to its page', () => {
  const url = `${root}/symptoms/cold/`;
  const symptom = {
    kind: 'symptom',
    title: 'Cold & dark',
    url,
    plans: [{ start: ['a'], then: ['b'] }],
    moves: {
      a: { title: 'Do <a>', url: `${root}/fixes/a/` },
      b: { title: 'Do b', url: `${root}/fixes/b/` },
    },
  } as unknown as SymptomFacts;
  equal(
    replyFor(symptom, typedAt('cold'), 'html', { ...words, plan: 'Try these & wait:' }),
    `<p>Try these &amp; wait:</p><ol><li><a href="${root}/fixes/a/">Do &lt;a&gt;</a></li><li><a href="${root}/fixes/b/">Do b</a></li></ol>`,
  );
  const bare = { ...symptom, plans: [] };
  equal(replyFor(bare, typedAt('cold'), 'text', words), `See: Cold & dark ${url}`);
  equal(replyFor(bare, typedAt('cold'), 'html', words), `<p>See: <a href="${url}">Cold &amp; dark</a></p>`);
});

test('no sign of a title or an address ends the link that holds it', () => {
  const odd = { ...fix, title: 'The "tray"', url: `${root}/fixes/a"b <c>/` };
  equal(
    replyFor(odd, typedAt('tray'), 'html', words),
    `<p>Try this: <a href="${root}/fixes/a&quot;b &lt;c&gt;/">The &quot;tray&quot;</a></p>`,
  );
  equal(
    replyFor(odd, typedAt('tray'), 'markdown', words),
    `Try this: [The "tray"](${root}/fixes/a"b%20%3Cc%3E/)`,
  );
});
