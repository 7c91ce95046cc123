import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixtures } from '../../articles/fixtures/fixture-case.ts';
import { readContent } from '../../articles/read/content.ts';
import { siteContentOf } from '../../articles/site-content.ts';
import { articlesOf } from '../../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { aboveStop } from '../../domain/advice/symptom-plan.ts';
import { taskOf } from '../../domain/advice/planning-task.ts';
import { packTask, planLeft } from '../../domain/reader/plan-left.ts';
import { callTool } from '../../domain/tools/answer.ts';
import type { SiteFiles } from '../../domain/tools/tool-site.ts';
import { factsOf } from '../../domain/twins/article-facts.ts';
import { factsPathOf, graphFileOf } from '../../domain/twins/graph-file.ts';

import { openSite } from './site.ts';
import { siteFiles } from './site-files.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'mendbook-mcp-'));
const content = siteContentOf(readContent({ path: join(fixtures, 'valid'), name: 'valid' }), 'quick');
const root = 'https://toast.example';
const steps = ['on-the-back', 'pull-the-tray', 'tip-the-crumbs'].map((anchor, index) => ({
  number: index + 1,
  text: `Step ${anchor}.`,
  url: `${root}/fixes/empty-crumb-tray/#${anchor}`,
}));
const task = packTask(taskOf(content.base, content.base.symptoms.get('pops-up-at-once')!));
const graph = graphFileOf({ content, addressOf: (path) => root + path });
const client = new Client({ name: 'test', version: '1' });

before(async () => {
  const sources = { content, addressOf: (path: string) => root + path };
  writeFileSync(join(site, 'graph.json'), JSON.stringify(graph));
  // Ids that articles had lead on by their short addresses.
  for (const [old, path] of [
    ['tip-tray', '/fixes/empty-crumb-tray/'],
    ['jumps', '/symptoms/pops-up-at-once/'],
  ] as const) {
    mkdirSync(join(site, 'go', old), { recursive: true });
    writeFileSync(join(site, 'go', old, 'index.html'), `<link rel="canonical" href="${root}/help${path}">`);
  }
  for (const article of articlesOf(content.base)) {
    const file = join(site, factsPathOf(pathOf(article)));
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(
      file,
      JSON.stringify(factsOf(article, article.id === 'empty-crumb-tray' ? steps : [], sources)),
    );
  }
  const page = join(site, 'symptoms/pops-up-at-once');
  mkdirSync(page, { recursive: true });
  const carried = JSON.stringify({ task }).replaceAll('"', '&quot;');
  writeFileSync(
    join(page, 'index.html'),
    `<main><tried-before data-page="${carried}"></tried-before></main>`,
  );
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [main, 'mcp', site], stderr: 'inherit' }),
  );
});
after(async () => {
  await client.close();
  rmSync(site, { recursive: true, force: true });
});

/** What a tool answers a real client; its text where it is an error. */
async function call(
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Record<string, never> | string> {
  const answer = await client.callTool({ name, arguments: { ...given } });
  const [{ text }] = answer.content as [{ text: string }];
  return answer.isError ? text : (JSON.parse(text) as Record<string, never>);
}

test('a client learns what there is to ask, and in which form', async () => {
  const { tools } = await client.listTools();
  deepEqual(
    tools.map(({ name }) => name),
    ['search', 'get', 'plan', 'next_fix', 'step'],
  );
  deepEqual(tools[2]?.inputSchema.required, ['symptom']);
  ok(tools.every(({ description, annotations }) => description && annotations?.readOnlyHint));
});

test('`plan` and `next_fix` say what the page says, with the steps of the fix', async () => {
  const [view] = content.views.get('pops-up-at-once')!;
  const plan = (await call('plan', { symptom: 'pops-up-at-once' })) as unknown as {
    readonly plan: readonly { readonly id: string }[];
    readonly url: string;
  };
  deepEqual(
    plan.plan.map(({ id }) => id),
    aboveStop(view!.plan).map(({ id }) => id),
  );
  equal(plan.url, `${root}/symptoms/pops-up-at-once/`);
  const next = (await call('next_fix', { symptom: 'pops-up-at-once' })) as unknown as {
    readonly next: { readonly fix: string };
    readonly steps: readonly unknown[];
  };
  equal(next.next.fix, 'empty-crumb-tray');
  deepEqual(next.steps, steps);
  const tried = plan.plan.map(({ id }) => id);
  deepEqual(
    ((await call('next_fix', { symptom: 'pops-up-at-once', tried })) as { next?: unknown }).next,
    undefined,
  );
});

test('`step` finds the step that a permanent link means, also by an id that the fix had', async () => {
  for (const permalink of [
    `${root}/fixes/empty-crumb-tray/#pull-the-tray`,
    '/fixes/empty-crumb-tray/#pull-the-tray',
    '/go/tip-tray/#pull-the-tray',
    '/fixes/tip-tray/?from=x#pull-the-tray',
  ]) {
    const step = (await call('step', { permalink })) as { number?: unknown; of?: unknown; text?: unknown };
    deepEqual([step.number, step.of, step.text], [2, 3, 'Step pull-the-tray.']);
  }
});

test('after fixes that did not help, a plan is the one that its page works out anew', async () => {
  const { plan } = content.views.get('pops-up-at-once')![0]!;
  const [first] = aboveStop(plan);
  const given = { symptom: 'pops-up-at-once', tried: [first!.id] };
  const moves = (await call('plan', given)) as unknown as { plan: { id: string }[]; next?: string };
  const last = plan.lastResort.map(({ id }) => id);
  deepEqual(
    moves.plan.map(({ id }) => id),
    planLeft(task, new Set(given.tried)).filter((id) => !last.includes(id)),
  );
  ok(moves.plan.every(({ id }) => id !== first!.id));
});

test('a symptom is known by the id that it had, and a missing word about the device is none', async () => {
  equal(((await call('get', { id: 'jumps' })) as { id?: unknown }).id, 'pops-up-at-once');
  const plan = (await call('plan', { symptom: 'jumps', device: null })) as { symptom?: unknown };
  equal(plan.symptom, 'pops-up-at-once');
});

test('a symptom may be named by a link to its page', async () => {
  const plan = (await call('plan', { symptom: `${root}/symptoms/pops-up-at-once/` })) as {
    symptom?: unknown;
  };
  equal(plan.symptom, 'pops-up-at-once');
});

test('`next_fix` says how to see whether the fix has worked', async () => {
  const next = (await call('next_fix', { symptom: 'pops-up-at-once' })) as { verify?: unknown };
  equal(next.verify, content.base.fixes.get('empty-crumb-tray')!.verify);
});

test('what is longer than any reader writes, or of another form, is refused in words', async () => {
  const symptom = 'pops-up-at-once';
  match(String(await call('search', { query: 'x'.repeat(1001) })), /^`query` must be .*at most 1,000/);
  match(String(await call('plan', { symptom, tried: Array(65).fill('a') })), /^`tried` must be .*at most 64/);
  for (const answers of [['a'], { lamp: 1 }, 'on', { lamp: '' }])
    match(String(await call('plan', { symptom, answers })), /^`answers` must be an object of texts/);
  for (const name of ['constructor', '__proto__']) match(String(await call(name, {})), /^No tool has the id/);
  equal(await call('search', { query: 'toast' }), 'The site has no search index.');
});

test('`get` gives the facts of an article by its id or by a link to it', async () => {
  for (const id of ['empty-crumb-tray', `${root}/fixes/empty-crumb-tray/`])
    equal(((await call('get', { id })) as { title?: unknown }).title, 'Empty the crumb tray');
});

for (const [name, given, says] of [
  ['plan', { symptom: 'pops-up' }, /^No symptom has the id `pops-up`\. Did you mean `pops-up-at-once`\?$/],
  [
    'plan',
    { symptom: 'empty-crumb-tray' },
    /^`empty-crumb-tray` is a fix, and plans are for symptoms: `pops-up-at-once`\.$/,
  ],
  ['plan', { symptom: 'Pops Up At Once' }, /Did you mean `pops-up-at-once`\?$/],
  ['get', { id: '/pages/empty-crumb-trey/' }, /Did you mean `empty-crumb-tray`\?$/],
  [
    'plan',
    { symptom: 'pops-up-at-once', device: 'TOASTER' },
    /^No device has the id `TOASTER`\. Did you mean (?:`[a-z0-9-]+`(?:, )?)+\?$/,
  ],
  ['plan', {}, /^The argument `symptom` is missing\./],
  [
    'plan',
    { symptom: 'pops-up-at-once', tryed: [] },
    /^No argument has the id `tryed`\. Did you mean `tried`\?$/,
  ],
  ['plan', { symptom: 'pops-up-at-once', tried: 'all' }, /^`tried` must be a list of texts/],
  [
    'plan',
    { symptom: 'pops-up-at-once', device: 'toster' },
    /^No device has the id `toster`\. Did you mean `toaster`|There (?:are|is)/,
  ],
  ['next_fix', { symptom: '__proto__' }, /^No symptom has the id `__proto__`\./],
  ['get', { id: '../../etc/passwd' }, /^No article has the id/],
  [
    'step',
    { permalink: '/fixes/empty-crumb-tray/#pull-the-trey' },
    /has no step `pull-the-trey`\. Did you mean `pull-the-tray`\?$/,
  ],
  ['step', { permalink: '/causes/crumbs-block-lever/#x' }, /is a cause, and only fixes have steps\.$/],
  ['step', { permalink: 'hello' }, /^`hello` is no link to a step\./],
  ['pland', {}, /^No tool has the id `pland`\. Did you mean `plan`\?$/],
  ['search', { query: ' ' }, /^`query` must be a text that is not empty/],
] as const)
  test(`\`${name}\` with ${JSON.stringify(given)} is an error that says what is meant`, async () => {
    match(String(await call(name, given)), says);
  });

test('a host that does not answer is no site without the article: a call says that it could not be read', async () => {
  const files = new Map([['/graph.json', JSON.stringify({ ...graph, url: '/' })]]);
  const read: SiteFiles = async (address) => {
    const text = files.get(address);
    if (text === undefined) throw new Error(`${address} answered 503.`);
    return text;
  };
  const opened = await openSite(read, 'here');
  if ('error' in opened) throw new Error(opened.error);
  for (const [name, given] of [
    ['get', { id: 'empty-crumb-tray' }],
    ['plan', { symptom: 'pops-up-at-once' }],
    ['search', { query: 'toast' }],
  ] as const) {
    const { isError, content: said } = await callTool(() => opened, name, given);
    equal(isError, true);
    match(said[0]!.text, /^The site could not be read: .* answered 503\.$/);
  }
  files.clear();
  const closed = await openSite(read, 'here');
  match('error' in closed ? closed.error : '', /^`graph\.json` of `here` could not be read: .* 503\.$/);
});

test('over the web, what is not there is told from what is not answered', async () => {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/a/there' ? 200 : url === '/a/gone' ? 404 : 500).end('text');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const read = siteFiles(`http://127.0.0.1:${port}/a/`);
  try {
    deepEqual([await read('/there'), await read('/gone')], ['text', undefined]);
    await rejects(read('/broken'), / answered 500\.$/);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('each line that asks is answered by its id, in the edition that the client speaks, and no other', () => {
  const ask = (...lines: readonly string[]): readonly unknown[] => {
    const { stdout } = spawnSync(process.execPath, [main, 'mcp', site], {
      encoding: 'utf8',
      input: lines.join('\n'),
    });
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
  };
  const hello = (id: unknown, protocolVersion: string): string =>
    JSON.stringify({ jsonrpc: '2.0', id, method: 'initialize', params: { protocolVersion } });
  const answers = ask(
    hello(1, '2024-11-05'),
    hello('two', '1999-01-01'),
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":3,"method":"ping","params":null}',
    '{"jsonrpc":"2.0","id":4,"method":"resources/list"}',
    '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{}}',
    'no JSON',
    '[]',
    'null',
  ) as readonly {
    id: unknown;
    result?: { protocolVersion?: string; serverInfo?: { name: string } };
    error?: { code: number };
  }[];
  deepEqual(
    answers
      .map(({ id, result, error }) => [String(id), result?.protocolVersion ?? error?.code ?? 'done'])
      .sort(),
    [
      ['1', '2024-11-05'],
      ['3', 'done'],
      ['4', -32601],
      ['5', -32602],
      ['null', -32600],
      ['null', -32600],
      ['null', -32700],
      ['two', '2025-11-25'],
    ],
  );
  equal(answers.find(({ id }) => id === 1)?.result?.serverInfo?.name, 'mendbook');
});

test('a folder that holds no site is refused with the reason', () => {
  const { status, stderr } = spawnSync(process.execPath, [main, 'mcp', tmpdir()], { encoding: 'utf8' });
  equal(status, 1);
  match(stderr, /^There is no `graph\.json` in /);
});
