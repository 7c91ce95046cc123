import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { edgeProgram } from './edge.ts';

const files: Readonly<Record<string, string>> = {
  '/': '<h1>Home</h1>',
  '/index.md': '# Home',
  '/fixes/x/': '<h1>X</h1>',
  '/fixes/x.md': '# X',
  '/only/': '<h1>Only</h1>',
};
const answerTo = (address: string): Response => {
  const text = files[new URL(address).pathname];
  return new Response(text ?? 'Lost', { status: text === undefined ? 404 : 200 });
};

type Program = (request: Request) => Promise<Response>;

async function programOf(host: 'cloudflare' | 'netlify'): Promise<Program> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(edgeProgram(host))}`)) as {
    readonly onRequest: (given: unknown) => Promise<Response>;
    readonly default: (request: Request, context: unknown) => Promise<Response>;
  };
  const next = (request: Request) => () => Promise.resolve(answerTo(request.url));
  const assets = { fetch: ({ url }: Request) => Promise.resolve(answerTo(url)) };
  return host === 'cloudflare'
    ? (request) => module.onRequest({ request, next: next(request), env: { ASSETS: assets } })
    : (request) => module.default(request, { next: next(request) });
}

for (const host of ['cloudflare', 'netlify'] as const)
  test(`${host} answers who asks for Markdown with the twin of a page, and everybody else as before`, async (context) => {
    context.mock.method(globalThis, 'fetch', (twin: URL) => Promise.resolve(answerTo(String(twin))));
    const program = await programOf(host);
    const ask = async (path: string, accept: string): Promise<readonly unknown[]> => {
      const answer = await program(new Request(`https://toast.example${path}`, { headers: { accept } }));
      return [answer.status, await answer.text(), answer.headers.get('vary')];
    };
    for (const accept of [
      'text/markdown',
      'text/markdown, text/html, */*',
      'text/html;q=0.5, text/markdown;q=0.6',
      'Text/Markdown',
      // A type that is named twice counts as it is named first.
      'text/markdown;q=0.9, text/html;q=0.8, text/markdown;q=0.1',
    ]) {
      deepEqual(await ask('/', accept), [200, '# Home', 'Accept']);
      deepEqual(await ask('/fixes/x/?q=1', accept), [200, '# X', 'Accept']);
      // A page without a twin is itself, and what is not there is not there.
      deepEqual(await ask('/only/', accept), [200, '<h1>Only</h1>', 'Accept']);
      equal((await ask('/none/', accept))[0], 404);
      deepEqual(await ask('/fixes/x.md', accept), [200, '# X', null]);
    }
    for (const accept of ['text/html', '*/*', 'text/markdown;q=0', 'text/markdown;q=0.4, text/html;q=0.5'])
      deepEqual(await ask('/fixes/x/', accept), [200, '<h1>X</h1>', 'Accept'], accept);
  });

test('Cloudflare asks for the twin as it was asked, and Netlify for every page that is read', async () => {
  const module = (await import(
    `data:text/javascript,${encodeURIComponent(edgeProgram('cloudflare'))}#headers`
  )) as { readonly onRequest: (given: unknown) => Promise<Response> };
  const asked: (string | null)[] = [];
  const fetchTwin = (request: Request): Promise<Response> => {
    asked.push(request.headers.get('if-none-match'));
    return Promise.resolve(answerTo(request.url));
  };
  const headers = { accept: 'text/markdown', 'if-none-match': '"1"' };
  const request = new Request('https://toast.example/', { headers });
  await module.onRequest({
    request,
    next: () => answerTo(request.url),
    env: { ASSETS: { fetch: fetchTwin } },
  });
  deepEqual(asked, ['"1"']);
  const { config } = (await import(`data:text/javascript,${encodeURIComponent(edgeProgram('netlify'))}`)) as {
    readonly config: unknown;
  };
  deepEqual(config, { path: '/*', method: ['GET', 'HEAD'] });
});
