import { statSync } from 'node:fs';
import { join } from 'node:path';
import { caddyConfig } from '../../hosting/caddy.ts';
import { dockerfile, dockerignore } from '../../hosting/docker.ts';
import { edgeProgram } from '../../hosting/edge.ts';
import { pagesWorkflow } from '../../hosting/github-pages.ts';
import { headersFile, overLimits } from '../../hosting/netlify.ts';
import { nginxConfig } from '../../hosting/nginx.ts';
import type { HostedSite, Place } from '../../hosting/site.ts';
import { missingSite } from '../../server/built-site.ts';
import { hostedSite } from '../../server/hosted-site.ts';
import { readArguments, type Command } from '../command.ts';
import { siteFolder } from '../builds/site-folder.ts';
import { namesBelow } from '../../files/names-below.ts';

/** Host → its configuration. Those that depend on no site are in the repository as well. */
const kinds: Readonly<Record<string, (site: HostedSite, place: Place) => string>> = {
  nginx: nginxConfig,
  caddy: caddyConfig,
  headers: ({ base }) => headersFile(base),
  cloudflare: () => edgeProgram('cloudflare'),
  netlify: () => edgeProgram('netlify'),
  base: ({ base }) => `${base}\n`,
  docker: () => dockerfile,
  dockerignore: () => dockerignore,
  pages: () => pagesWorkflow,
};

const usage = `\`hosting\` takes one of ${Object.keys(kinds)
  .map((kind) => `\`${kind}\``)
  .join(
    ', ',
  )} or \`limits\`, \`--dir dist\`, \`--root FOLDER\` (where the host finds the site) and \`--port 8080\`.`;

/** `hosting KIND [--dir dist] [--root FOLDER] [--port 8080]`: prints the configuration of a host for a built site. */
export const hosting: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    allowPositionals: true,
    options: {
      dir: { type: 'string' },
      root: { type: 'string' },
      port: { type: 'string', default: '8080' },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [kind = '', ...more] = read.positionals;
  const port = Number(read.values.port);
  if (more.length > 0 || !Number.isInteger(port) || port < 1 || port > 65_535)
    return { code: 1, error: usage };
  const dir = siteFolder(root, read.values.dir);
  if (!['docker', 'dockerignore', 'pages', 'cloudflare', 'netlify'].includes(kind)) {
    const missing = missingSite(root, dir);
    if (missing) return { code: 1, error: missing };
  }
  if (kind === 'limits') return limitsOf(dir);
  const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!make) return { code: 1, error: usage };
  const place = { root: read.values.root ?? dir, port };
  return { code: 0, output: make(hostedSite(dir), place).trimEnd() };
};

/** Whether Netlify and Cloudflare take the site. */
function limitsOf(dir: string): { readonly code: 0 | 1; readonly output: string } {
  const files = namesBelow(dir).map((name) => ({ name, size: statSync(join(dir, name)).size }));
  const { redirects } = hostedSite(dir);
  const over = overLimits(files, redirects.length);
  return over.length > 0
    ? { code: 1, output: over.join('\n') }
    : { code: 0, output: `${files.length} files and ${redirects.length} redirects: within all limits.` };
}
