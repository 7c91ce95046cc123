import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { caddyConfig } from '../../hosting/caddy.ts';
import { dockerfile } from '../../hosting/docker.ts';
import { hashesName, hashesText } from '../../hosting/file-hashes.ts';
import { everyAnswer } from '../../hosting/headers.ts';
import { nginxConfig } from '../../hosting/nginx.ts';
import { hostedSite } from '../../server/hosted-site.ts';
import { servedFilesIn } from '../../server/served-files.ts';
import { startServer } from '../../server/static-server.ts';
import { compress } from './compress.ts';
import { verify } from './verify.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'hosts-'));
// A host gives its workers another user, who has to read it.
chmodSync(scratch, 0o755);
const ends: (() => void)[] = [];
after(() => {
  for (const end of ends) end();
  rmSync(scratch, { recursive: true, force: true });
});

/** A small built site below a path, with names that configurations stumble over. */
function siteBelow(base: string, name: string): string {
  const dir = join(scratch, name);
  const files: Readonly<Record<string, string>> = {
    'index.html': `<!doctype html><title>Toast</title>${'<p>Bread goes in.</p>'.repeat(200)}`,
    '404.html': '<!doctype html><title>Lost</title>There is no such page.',
    'fixes/tray/index.html': `<!doctype html><title>Tray</title>${'<p>Pull.</p>'.repeat(200)}`,
    'says/50 $ {x} "é"/index.html': '<!doctype html><title>Says</title>',
    'index.md': '# Toast\n',
    'fixes/tray.md': '# Tray\n',
    'says/50 $ {x} "é".md': '# Says\n',
    '_astro/app.abc.js': `export default '${'x'.repeat(2000)}';`,
    ...Object.fromEntries(
      // So that the list of files is long enough to be packed.
      [1, 2, 3, 4].map((nth) => [`_astro/${'a-part-with-a-long-name-'.repeat(2)}${nth}.js`, `${nth};`]),
    ),
    'sw.js': '1;',
    'site.webmanifest': '{}',
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    _redirects: `${base}go/tray/ ${base}fixes/tray/ 302\n${base}old/ ${base}fixes/tray/#step-1 301\n${base}${encodeURI('says/$1 {y} "ö"/')} ${base}fixes/tray/ 301\n`,
    _headers: '/*\n  X: y\n',
    '.well-known/ard.json': '{}',
    '.kept.sha256': '0',
    '.mendbook.json': JSON.stringify({ base, files: [] }),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  writeFileSync(
    join(dir, hashesName),
    hashesText(new Map(servedFilesIn(dir).map(({ name, hash }) => [name, hash]))),
  );
  return dir;
}

/** What every host answers for such a site: path, status, and a header that tells. */
const expected = (base: string): readonly (readonly [string, number, string, string])[] => [
  ['', 200, 'content-type', 'text/html; charset=utf-8'],
  ['', 200, 'cache-control', 'no-cache'],
  ['index.md', 200, 'content-type', 'text/markdown; charset=utf-8'],
  ['index.md', 200, 'link', `<${base}>; rel="canonical"`],
  ['fixes/tray.md?a=1', 200, 'link', `<${base}fixes/tray/>; rel="canonical"`],
  ['fixes/tray?a=1', 301, 'location', `${base}fixes/tray/?a=1`],
  ['fixes/tray/', 200, 'content-type', 'text/html; charset=utf-8'],
  ['go/tray/?q=1', 302, 'location', `${base}fixes/tray/?q=1`],
  ['old/?q=1', 301, 'location', `${base}fixes/tray/?q=1#step-1`],
  [encodeURI('says/$1 {y} "ö"/'), 301, 'location', `${base}fixes/tray/`],
  [encodeURI('says/50 $ {x} "é"/'), 200, 'content-type', 'text/html; charset=utf-8'],
  ['_astro/app.abc.js', 200, 'cache-control', 'public, max-age=31536000, immutable'],
  ['_astro/app.abc.js', 200, 'content-type', 'text/javascript; charset=utf-8'],
  ['sw.js', 200, 'cache-control', 'no-cache'],
  ['site.webmanifest', 200, 'content-type', 'application/manifest+json; charset=utf-8'],
  [hashesName, 200, 'content-type', 'text/plain; charset=utf-8'],
  ['.well-known/ard.json', 200, 'cache-control', 'no-cache'],
  ...[
    'nothing/',
    'fixes/',
    '_redirects',
    '_headers',
    '.mendbook.json',
    '.kept.sha256',
    '.well-known/',
    '_astro/',
    '_astro/none.js',
  ].map((path) => [path, 404, 'cache-control', 'no-cache'] as const),
];

/** What every host answers to who asks for Markdown. */
async function checkTwins(url: string): Promise<void> {
  const typeOf = async (path: string, accept: string): Promise<string> => {
    const response = await fetch(url + path, { headers: { accept } });
    const body = await response.text();
    if (response.ok && /^$|\/$/.test(path))
      match(response.headers.get('vary') ?? '', /\bAccept\b(?!-)/, path);
    return `${response.status} ${response.headers.get('content-type')} ${/^# \w+$/m.exec(body)?.[0] ?? ''}`;
  };
  const [markdown, html] = ['200 text/markdown; charset=utf-8', '200 text/html; charset=utf-8'];
  for (const accept of ['text/markdown', 'text/markdown, text/html, */*']) {
    equal(await typeOf('', accept), `${markdown} # Toast`);
    equal(await typeOf('fixes/tray/?a=1', accept), `${markdown} # Tray`);
    equal(await typeOf(encodeURI('says/50 $ {x} "é"/'), accept), `${markdown} # Says`);
    equal(await typeOf('sw.js', accept), '200 text/javascript; charset=utf-8 ');
    equal(await typeOf('nothing/', accept), '404 text/html; charset=utf-8 ');
  }
  for (const accept of ['text/html', '*/*', 'text/markdown;q=0.5, text/html'])
    for (const path of ['', 'fixes/tray/']) equal(await typeOf(path, accept), `${html} `, accept);
}

async function checkHost(url: string, base: string): Promise<void> {
  const answers: unknown[] = [];
  for (const [path, , header] of expected(base)) {
    const response = await fetch(url + path, { redirect: 'manual' });
    const body = await response.text();
    answers.push([path, response.status, header, response.headers.get(header)]);
    for (const { name, value } of everyAnswer)
      equal(response.headers.get(name), value, `${path} says ${name}`);
    if (response.status === 404) match(body, /There is no such page/, path);
  }
  deepEqual(answers, expected(base));
  await checkTwins(url);
  equal((await fetch(url, { method: 'POST', body: 'x' })).status, 405);
  if (base !== '/')
    equal((await fetch(new URL('/', url), { redirect: 'manual' })).headers.get('location'), base);
}

const hosts = [
  {
    name: 'nginx',
    configuration: nginxConfig,
    start: (file: string, folder: string) => {
      const main = join(folder, 'main.conf');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      writeFileSync(
        main,
        `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')} include ${file}; }`,
      );
      return ['-c', main, '-p', folder];
    },
  },
  {
    name: 'caddy',
    configuration: caddyConfig,
    start: (file: string) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
] as const;

for (const [index, { name, configuration, start }] of hosts.entries())
  for (const base of ['/', name === 'caddy' ? '/help/' : '/h%C3%A9lp/'])
    describe(`${name}, for a site at ${base}`, () => {
      const dir = siteBelow(base, `${name}-${index}-${base.length}`);
      const program = programOf(name);
      const config = configuration(hostedSite(dir), { root: dir, port: 8080 });

      test('has in its configuration every header of the table, every redirect, and nothing that a name could break out of', () => {
        for (const header of everyAnswer) ok(config.includes(header.name) && config.includes(header.value));
        for (const path of ['go/tray/', 'old/']) ok(config.includes(`"${decodeURI(base)}${path}"`), path);
        ok(!/says\/\$1 \{y\} "/.test(config));
      });

      // Without the program the test above still holds; with it, what it does is compared with what every host has to do.
      test(`answers as every host does${program ? '' : ` (left out: ${name} is not installed)`}`, async () => {
        if (!program) return;
        const port = await freePort();
        const folder = join(scratch, `run-${name}-${port}`);
        mkdirSync(folder);
        const file = join(folder, 'site.conf');
        writeFileSync(file, configuration(hostedSite(dir), { root: dir, port }));
        const child = run(program, start(file, folder), folder);
        const url = `http://127.0.0.1:${port}${base}`;
        await answers(url, child);
        await checkHost(url, base);
        // The image asks itself whether it is well, wherever its site lies.
        const [, health = ''] = /HEALTHCHECK .* http:\/\/127\.0\.0\.1:8080(\S*)/.exec(dockerfile) ?? [];
        equal((await fetch(`http://127.0.0.1:${port}${health}`)).status, 200);
        deepEqual(await verify([url], { root }), {
          code: 0,
          output: `All 16 files of ${url} are those of the build.`,
        });
        child.kill();
      });
    });

test('`kb serve` answers as every host does', async () => {
  for (const base of ['/', '/h%C3%A9lp/']) {
    const server = await startServer({
      dir: siteBelow(base, `serve-${base.length}`),
      port: 0,
      host: '127.0.0.1',
    });
    ends.push(() => void server.close());
    await checkHost(server.url, base);
  }
});

describe('Packed copies', () => {
  const dir = siteBelow('/', 'packed');
  before(async () => equal((await compress(['--dir', dir, '--quality', '5'], { root })).code, 0));

  test('lie beside every text that is worth it, are sent as they are, and a second run writes none', async () => {
    ok(existsSync(join(dir, 'index.html.br')) && existsSync(join(dir, '_astro/app.abc.js.gz')));
    ok(existsSync(join(dir, `${hashesName}.br`)));
    ok(!existsSync(join(dir, 'sw.js.br')) && !existsSync(join(dir, '_redirects.gz')));
    match(
      (await compress(['--dir', dir, '--quality', '5'], { root })).output ?? '',
      /^0 packed files written/,
    );
    match(nginxConfig(hostedSite(dir), { root: dir, port: 1 }), /gzip_static on;/);
    match(caddyConfig(hostedSite(dir), { root: dir, port: 1 }), /precompressed br gzip/);
  });

  test('belong to the site, and one that is not the file that it stands for is found', async () => {
    equal((await verify([dir], { root })).code, 0);
    writeFileSync(join(dir, `${hashesName}.gz`), 'torn');
    match((await verify([dir], { root })).error ?? '', /`files\.sha256\.gz` is not the file of the build/);
    rmSync(join(dir, `${hashesName}.gz`));
    writeFileSync(join(dir, 'index.html.gz'), readFileSync(join(dir, 'fixes/tray/index.html.gz')));
    deepEqual(await verify([dir], { root }), {
      code: 1,
      error: `${dir} is not the site that was built:\n  \`index.html.gz\` is not the file of the build.`,
    });
    match(
      (await compress(['--dir', dir, '--remove'], { root })).output ?? '',
      /^\d+ packed files removed\.$/,
    );
    equal((await verify([dir], { root })).code, 0);
  });
});

test('What differs, is missing or came from somebody else is named, in a folder and at an address', async () => {
  const dir = siteBelow('/', 'touched');
  const trusted = siteBelow('/', 'trusted');
  writeFileSync(join(dir, 'sw.js'), '2;');
  writeFileSync(join(dir, 'extra.html'), 'mine');
  rmSync(join(dir, 'favicon.svg'));
  const found =
    'is not the site that was built:\n  `sw.js` is not the file of the build.\n  `favicon.svg` is missing.';
  equal((await verify([dir], { root })).error, `${dir} ${found}\n  \`extra.html\` is no file of the build.`);
  const server = await startServer({ dir, port: 0, host: '127.0.0.1' });
  equal((await verify([server.url, '--against', trusted], { root })).error, `${server.url} ${found}`);
  await server.close();
  match((await verify([server.url], { root })).error ?? '', /does not answer: /);
  match((await verify([server.url, '--against', trusted], { root })).error ?? '', /does not answer: /);
  match((await verify([scratch], { root })).error ?? '', /There is no `files\.sha256`/);
  match((await verify([], { root })).error ?? '', /takes the folder or the address/);
});

test('The list is one that `sha256sum -c` reads, where there is such a program', () => {
  const dir = siteBelow('/', 'sums');
  if (!programOf('sha256sum')) return;
  equal(execFileSync('sha256sum', ['--quiet', '-c', hashesName], { cwd: dir }).toString(), '');
});

function programOf(name: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

function run(program: string, args: readonly string[], folder: string): ChildProcess {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  // Two of a kind at the same time would both want the port by which they are told what to do.
  const child = spawn(program, args, { env: { ...env, CADDY_ADMIN: 'off' }, stdio: 'ignore' });
  ends.push(() => child.kill('SIGKILL'));
  return child;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`The host ended with ${child.exitCode}.`);
    const there = await fetch(url).then(
      () => true,
      () => false,
    );
    if (there) return;
    await pause(50);
  }
  throw new Error('The host does not answer.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
