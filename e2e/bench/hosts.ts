import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseHashes, hashesName } from '../../src/hosting/file-hashes.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import { hostedSite } from '../../src/server/hosted-site.ts';

// What nginx with our configuration serves on this computer: `hosts.ts [dist] [seconds] [connections]`, bounded on purpose.
const [dir = 'dist', seconds = '10', connections = '32'] = process.argv.slice(2);
const root = resolve(dir);
const port = 18_099;
const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
  (kind) => `${kind}_temp_path ${folder}/${kind};`,
);
const site = hostedSite(root);
writeFileSync(join(folder, 'site.conf'), nginxConfig(site, { root, port }));
writeFileSync(
  join(folder, 'main.conf'),
  `daemon off; user root; worker_processes 1; pid ${folder}/pid; error_log stderr; events { worker_connections 1024; } http { access_log off; ${temporary.join(' ')} include ${folder}/site.conf; }`,
);
const nginx = spawn('nginx', ['-c', join(folder, 'main.conf'), '-p', folder], { stdio: 'inherit' });
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const paths = [
  ...(parseHashes(readFileSync(join(root, hashesName), 'utf8')) ?? new Map<string, string>()).keys(),
]
  .filter((name) => name.endsWith('index.html'))
  .map((name) => encodeURI(site.base + name.replace(/index\.html$/, '')));
const times: number[] = [];
let [bytes, errors] = [0, 0];
await pause(500);
const end = Date.now() + Number(seconds) * 1000;
const ask = (path: string): Promise<void> =>
  new Promise((done) => {
    const begun = performance.now();
    get({ port, path, agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200 && response.statusCode !== 302 && response.statusCode !== 301) errors++;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => (times.push(performance.now() - begun), done()));
    }).on('error', () => (errors++, done()));
  });
let nth = 0;
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (Date.now() < end) await ask(paths[nth++ % paths.length] ?? '/');
  }),
);
nginx.kill();
agent.destroy();
rmSync(folder, { recursive: true });
times.sort((a, b) => a - b);
const at = (share: number): string => `${times[Math.floor(times.length * share)]?.toFixed(1)} ms`;
console.log(
  `${times.length} answers in ${seconds} s over ${connections} connections: ${Math.round(times.length / Number(seconds))} a second, ${Math.round(bytes / 1e6)} MB packed, half within ${at(0.5)}, 99 of 100 within ${at(0.99)}, ${errors} errors.`,
);
