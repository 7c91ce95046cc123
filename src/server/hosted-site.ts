import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirectsIn } from '../hosting/redirects.ts';
import type { HostedSite } from '../hosting/site.ts';
import { baseOf } from './built-site.ts';

/** What the configuration of a host has to know of a built site. */
export function hostedSite(dir: string): HostedSite {
  const redirects = join(dir, '_redirects');
  return {
    base: baseOf(dir),
    redirects: existsSync(redirects) ? redirectsIn(readFileSync(redirects, 'utf8')) : [],
    twins: existsSync(join(dir, 'index.md')),
    packed: existsSync(join(dir, 'index.html.gz')),
  };
}
