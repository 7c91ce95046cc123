import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeBefore } from '../run/made-before.ts';
import type { AfterBuild } from '../step.ts';
import { buildNameOf, siteListOf } from './site-list.ts';
import { workerCode, withSite, type Worker } from './worker-script.ts';

/**
 * Writes the worker by which browsers save the site, and the list of its files. Where `site.yaml` says `offline: false`, the
 * worker is one that removes what an earlier build has installed.
 */
export const saveOffline: AfterBuild = async (of, { out, logger, files }) => {
  const { project, path: base, site, words } = of;
  const file = 'sw.js';
  const script = async (name: Worker, told: object): Promise<string> => {
    const code = await madeBefore(of, name, '', async () => Buffer.from(await workerCode(project, name)));
    return withSite(Buffer.from(code).toString(), told);
  };
  if (site?.offline === false) {
    files.write(file, await script('removal', { base }));
    return logger.info('is not saved for offline: site.yaml says so');
  }
  const list = siteListOf(files.served(), base, readFileSync(join(out, '_redirects'), 'utf8'));
  const text = JSON.stringify(list);
  const build = buildNameOf(text);
  files.write(`offline/${build}.json`, text);
  files.write(file, await script('worker', { build, base, language: words.locale, words: words.offline }));
  logger.info(
    `build ${build}: ${list.core.length} files are saved at the first visit with what the page leads on to, ${list.all ? 'all' : 'the visited plans'} at the second`,
  );
};
