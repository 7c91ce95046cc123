import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { dockerfile, dockerignore } from '../../hosting/docker.ts';
import { pagesWorkflow } from '../../hosting/github-pages.ts';
import { everyAnswer } from '../../hosting/headers.ts';
import { headersFile, limits, overLimits } from '../../hosting/netlify.ts';

const inRepository: readonly (readonly [file: string, text: string])[] = [
  ['.deploy/Dockerfile', dockerfile],
  ['.deploy/Dockerfile.dockerignore', dockerignore],
  ['.github/workflows/pages.yml', pagesWorkflow],
];

for (const [file, text] of inRepository)
  test(`${file} is the one that \`kb hosting\` prints`, () => {
    const path = fileURLToPath(new URL(`../../../${file}`, import.meta.url));
    if (process.env['KB_ACCEPT']) writeFileSync(path, text);
    equal(readFileSync(path, 'utf8'), text);
  });

test('The headers of Netlify and Cloudflare are those of the table, and what is kept for ever stands below the path of the site', () => {
  const file = headersFile('/help/');
  for (const { name, value } of everyAnswer) ok(file.includes(`\n  ${name}: ${value}\n`), name);
  match(file, /^\/help\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immutable$/m);
  match(file, /^\/help\/\*\.md\n {2}X-Robots-Tag: noindex$/m);
  // Where two rules meet, Cloudflare joins what they say: no header may stand in both.
  const names = file.split('\n').flatMap((line) => /^ {2}([\w-]+):/.exec(line)?.[1] ?? []);
  equal(new Set(names).size, names.length);
  ok(file.split('\n').every((line) => line.length < 2000));
});

test('What such hosts do not take of a site is said before it is sent there', () => {
  const most = Array.from({ length: limits.files }, (_, nth) => ({
    name: `${nth}`,
    size: limits.bytesOfFile,
  }));
  deepEqual(overLimits(most, limits.redirects), []);
  const files = Array.from({ length: limits.files + 1 }, (_, nth) => ({ name: `${nth}`, size: 1 }));
  equal(overLimits(files, 0).length, 1);
  match(
    overLimits([{ name: 'film.mp4', size: limits.bytesOfFile + 1 }], limits.redirects + 1).join('\n'),
    /`film\.mp4`[^]*`_redirects`/,
  );
});

test('The workflow gives away no more rights than it needs: what builds may only read, and only one that is not written over by others publishes', () => {
  const workflow = parse(pagesWorkflow) as {
    permissions: unknown;
    jobs: Record<string, { permissions?: unknown; steps: { uses?: string; run?: string }[] }>;
  };
  deepEqual(workflow.permissions, { contents: 'read' });
  deepEqual(Object.keys(workflow.jobs), ['build', 'deploy']);
  equal(workflow.jobs['build']?.permissions, undefined);
  deepEqual(workflow.jobs['deploy']?.permissions, { pages: 'write', 'id-token': 'write' });
  const steps = Object.values(workflow.jobs).flatMap(({ steps: all }) => all);
  ok(
    steps.every(({ uses, run }) =>
      uses === undefined ? run !== undefined : /^actions\/[\w-]+@v\d+$/.test(uses),
    ),
  );
  ok(!/\$\{\{[^}]*\}\}/.test(steps.map(({ run }) => run ?? '').join('\n')), 'No value is put into a script.');
});

test('The image is built in two stages, serves as a user without rights, and brings only the site and its configuration', () => {
  const [build = '', serve = ''] = dockerfile.split(/\n(?=FROM nginxinc)/);
  match(build, /^FROM node:24-[\w-]+ AS build$/m);
  match(build, /kb -- verify \/site$/m);
  match(serve, /^FROM nginxinc\/nginx-unprivileged:[\d.]+-alpine-slim$/m);
  deepEqual(serve.match(/^COPY .*$/gm), [
    'COPY --from=build /nginx.conf /etc/nginx/conf.d/default.conf',
    'COPY --from=build /site /site',
  ]);
  ok(!/^(?:ADD|USER root|RUN)\b/m.test(serve));
  const sources = [...build.matchAll(/^COPY (.*) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  const project = fileURLToPath(new URL('../../../', import.meta.url));
  for (const source of sources) ok(existsSync(join(project, source)), source);
  ok(!sources.some((source) => dockerignore.split('\n').includes(source)));
  match(serve, /^EXPOSE 8080$/m);
  for (const line of ['.git', 'node_modules', 'dist']) ok(dockerignore.split('\n').includes(line), line);
});
