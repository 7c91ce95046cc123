import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import { taskOf } from '../advice/planning-task.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { packTask } from '../reader/plan-left.ts';
import { factsOf } from '../twins/article-facts.ts';
import { richBase } from '../twins/fixtures/rich-base.ts';
import { graphFileOf } from '../twins/graph-file.ts';
import { argumentsOf } from './arguments.ts';
import { callTool, type CallResult } from './answer.ts';
import { toolDefinitions, tools } from './tool-list.ts';
import { toolSiteOf } from './tool-site.ts';

const home = 'https://toast.example/help/';
const base = richBase();
const sources = {
  content: {
    base,
    site: base.site,
    views: new Map([...base.symptoms.values()].map((one) => [one.id, symptomViewsOf(base, one, 'prove')])),
    machines: { markdown: true, json: true, cards: false },
  },
  addressOf: (path: string) => home.slice(0, -1) + path,
};
const steps = ['Pull it out.', 'Push it in.'].map((text, at) => ({
  number: at + 1,
  text,
  url: `${home}fixes/empty-tray/#step-${at + 1}`,
}));
const carried = JSON.stringify({ task: packTask(taskOf(base, entryOf(base.symptoms, 'pops-up'))) });

/** The files of the toaster's site, by their addresses. */
const files = new Map<string, string>([
  ...[...base.symptoms.values(), ...base.causes.values(), ...base.fixes.values()].map(
    (one) =>
      [
        `/${{ symptom: 'symptoms', cause: 'causes', fix: 'fixes' }[one.kind]}/${one.id}.json`,
        JSON.stringify(factsOf(one, one.id === 'empty-tray' ? steps : [], sources)),
      ] as const,
  ),
  ['/go/old-tray/', `<link rel="canonical" href="${home}fixes/empty-tray/#top"><p>It has moved.</p>`],
  ['/go/gone/', '<p>Nothing leads on.</p>'],
  ['/symptoms/pops-up/', `<tried-before data-page='${carried}'></tried-before>`],
]);
const asked: string[] = [];
const site = toolSiteOf(graphFileOf(sources), {
  read: (address) => {
    asked.push(address);
    return Promise.resolve(files.get(address));
  },
  search: (text) =>
    Promise.resolve(
      text === 'no index'
        ? undefined
        : ({
            results: [
              {
                article: { kind: 'fix', path: '/fixes/empty-tray/', title: 'Empty it', summary: 'Crumbs.' },
                excerpt: text,
                onScreen: 'E 24',
              },
            ],
          } as never),
    ),
  carriedBy: (html) => /data-page='([^']*)'/.exec(html)?.[1],
});
const call = (name: string, given: unknown) => callTool(() => site, name, given);
const answerOf = async (name: string, given: unknown) => {
  const { structuredContent, isError, content } = await call(name, given);
  equal(isError, undefined, content[0]?.text);
  deepEqual(JSON.parse(content[0]!.text), structuredContent);
  return structuredContent as Record<string, never>;
};
const faultOf = async (name: string, given: unknown): Promise<string> => {
  const { isError, content, structuredContent }: CallResult = await call(name, given);
  equal(isError, true);
  equal(structuredContent, undefined);
  deepEqual(
    content.map(({ type }) => type),
    ['text'],
  );
  return content[0]!.text;
};

test('a search gives what a result shows, with whole addresses', async () => {
  deepEqual(await answerOf('search', { query: 'crumbs' }), {
    results: [
      {
        kind: 'fix',
        id: 'empty-tray',
        title: 'Empty it',
        url: `${home}fixes/empty-tray/`,
        summary: 'Crumbs.',
        excerpt: 'crumbs',
        onScreen: 'E 24',
      },
    ],
  });
  equal(await faultOf('search', { query: 'no index' }), 'The site has no search index.');
});

test('an article is had by its id, by a link to it, and by an earlier id', async () => {
  const facts = JSON.parse(files.get('/fixes/empty-tray.json')!) as unknown;
  for (const id of ['empty-tray', `${home}fixes/empty-tray/#step-2`, '/fixes/empty-tray/', 'old-tray'])
    deepEqual(await answerOf('get', { id }), facts, id);
  equal(
    await faultOf('get', { id: 'empty-tary' }),
    'No article has the id `empty-tary`. Did you mean `empty-tray`?',
  );
  match(await faultOf('get', { id: 'gone' }), /^No article has the id `gone`\./);
  equal(
    await faultOf('get', { id: 'Empty Tray' }),
    'No article has the id `Empty Tray`. Did you mean `empty-tray`?',
  );
  match(await faultOf('get', { id: 'zzzzzz' }), /^No article has the id `zzzzzz`\. There are `/);
  ok(!asked.some((address) => address.includes('Empty')), 'what no id can be is not asked for');
});

test('the plan is that of the page, by answers, device and what was tried; what the page carries works it out anew', async () => {
  const plan = await answerOf('plan', { symptom: 'pops-up' });
  equal(plan['url'], `${home}symptoms/pops-up/`);
  equal((await answerOf('plan', { symptom: `${home}symptoms/pops-up/` }))['url'], plan['url']);
  const one = await answerOf('plan', { symptom: 'pops-up', device: '1' });
  equal(one['url'], `${home}symptoms/pops-up/on/1/`);
  const on = await answerOf('plan', { symptom: 'pops-up', answers: { lamp: 'on' }, tried: null });
  equal(on['url'], `${home}symptoms/pops-up/lamp/on/`);
  asked.length = 0;
  const left = await answerOf('plan', { symptom: 'pops-up', tried: ['other-socket'] });
  ok(asked.includes('/symptoms/pops-up/'));
  equal(left['next'], 'empty-tray');
  asked.length = 0;
  await answerOf('plan', { symptom: 'pops-up', tried: [] });
  ok(!asked.includes('/symptoms/pops-up/'), 'nothing is worked out where nothing was tried');
  // A page that carries nothing leaves the order as it is.
  equal(
    (await answerOf('plan', { symptom: 'pops-up', device: '1', tried: ['other-socket'] }))['url'],
    one['url'],
  );
});

test('the next fix comes with its steps and its test', async () => {
  const next = await answerOf('next_fix', { symptom: 'pops-up', tried: ['other-socket'] });
  deepEqual(next['steps'], steps);
  equal(next['verify'], 'It works.');
  match(JSON.stringify(next['next']), /"id":"empty-tray"/);
  equal(next['url'], `${home}symptoms/pops-up/`);
  match(await faultOf('next_fix', { symptom: 'pops-down' }), /^No symptom has the id `pops-down`/);
  const all = ['other-socket', 'empty-tray', 'look-at-lamp', 'reset-memory'];
  const none = await answerOf('next_fix', { symptom: 'pops-up', tried: [...all, 'empty-tray--neighbor'] });
  deepEqual([none['next'], none['steps'], none['verify']], [undefined, [], undefined]);
});

test('a step is had by its link; other links, other articles and unknown steps are told what is meant', async () => {
  const step = await answerOf('step', { permalink: '/fixes/empty-tray/#step-2' });
  match(JSON.stringify(step), /Push it in\./);
  equal(
    await faultOf('step', { permalink: 'step 2' }),
    '`step 2` is no link to a step. One looks like `/fixes/<id>/#<step>`.',
  );
  equal(
    await faultOf('step', { permalink: '/causes/crumbs/#step-1' }),
    '`crumbs` is a cause, and only fixes have steps.',
  );
  match(await faultOf('step', { permalink: '/fixes/empty-tary/#x' }), /Did you mean `empty-tray`\?$/);
});

test('plans of what is no symptom, and devices by other names, lead to the right ids', async () => {
  equal(
    await faultOf('plan', { symptom: 'crumbs' }),
    '`crumbs` is a cause, and plans are for symptoms: `pops-up`, `stays-cold`.',
  );
  equal(
    await faultOf('plan', { symptom: 'old-tray' }),
    '`old-tray` is a fix, and plans are for symptoms: `pops-up`, `stays-cold`.',
  );
  equal(
    await faultOf('plan', { symptom: 'pops-up', device: 'two' }),
    'No device has the id `two`. Did you mean `1`?',
  );
  equal(
    await faultOf('plan', { symptom: 'pops-up', device: ' FOUR ' }),
    'No device has the id ` FOUR `. Did you mean `2`?',
  );
  match(await faultOf('plan', { symptom: 'pops-up', device: 'oven' }), /^No device has the id `oven`/);
  match(await faultOf('plan', { symptom: 'pops-up', answers: { lamb: 'on' } }), /lamp/);
  match(await faultOf('plan', { symptom: 'pops-up', tried: ['empty-tary'] }), /empty-tray/);
});

test('arguments that do not fit are told by name, form and remedy', async () => {
  equal(await faultOf('sarch', {}), 'No tool has the id `sarch`. Did you mean `search`?');
  match(await faultOf('toString', {}), /^No tool has the id `toString`\. There are `search`/);
  for (const given of [undefined, null, 'x', 3, ['x']])
    equal(await faultOf('search', given), 'The arguments must be an object.');
  equal(await faultOf('search', { qery: 'x' }), 'No argument has the id `qery`. Did you mean `query`?');
  for (const given of [{}, { query: null }])
    equal(await faultOf('search', given), 'The argument `query` is missing. The words of the reader.');
  const text =
    '`query` must be a text that is not empty, of at most 1,000 characters. The words of the reader.';
  for (const query of ['', '  ', 3, ['x'], 'x'.repeat(1001)]) equal(await faultOf('search', { query }), text);
  const given = (more: object) => argumentsOf(tools.plan, { symptom: 'x', ...more });
  deepEqual(given({ device: null, tried: ['a'] }), { symptom: 'x', tried: ['a'] });
  deepEqual(given({ symptom: 'x'.repeat(1000) }), { symptom: 'x'.repeat(1000) });
  deepEqual(given({ tried: Array.from({ length: 64 }, () => 'a') }), {
    symptom: 'x',
    tried: Array.from({ length: 64 }, () => 'a'),
  });
  for (const tried of ['a', [''], [3], Array.from({ length: 65 }, () => 'a')])
    match(JSON.stringify(given({ tried })), /`tried` must be a list of texts, at most 64\. The ids/);
  for (const answers of ['a', ['a'], { lamp: 3 }, { lamp: '' }])
    match(JSON.stringify(given({ answers })), /`answers` must be an object of texts\. What/);
});

test('a site that cannot be read is said to be so', async () => {
  for (const [reason, said] of [
    [new Error('No answer'), 'No answer'],
    ['nobody', 'nobody'],
  ] as const) {
    const { isError, content } = await callTool(() => Promise.reject(reason as Error), 'get', { id: 'x' });
    equal(isError, true);
    equal(content[0]?.text, `The site could not be read: ${said}`);
  }
});

test('definitions have the schema of their arguments', () => {
  const [search, , plan] = toolDefinitions();
  deepEqual(search, {
    name: 'search',
    description: tools.search.description,
    inputSchema: {
      type: 'object',
      properties: { query: { type: 'string', description: 'The words of the reader.' } },
      required: ['query'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  });
  const { properties, required } = plan!.inputSchema;
  deepEqual(required, ['symptom']);
  deepEqual(properties['tried'], {
    type: 'array',
    items: { type: 'string' },
    description: 'The ids of the fixes that were tried and did not help.',
  });
  match(JSON.stringify(properties['answers']), /"type":"object","additionalProperties":\{"type":"string"\}/);
  deepEqual(Object.keys(tools), ['search', 'get', 'plan', 'next_fix', 'step']);
});
