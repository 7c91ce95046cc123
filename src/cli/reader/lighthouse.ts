import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readArguments, type Command } from '../command.ts';
import { withBuiltSite } from '../browser/with-built-site.ts';
import { failuresIn, tableOf, type Report } from '../../reports/lighthouse.ts';
import { samplePages } from './sample-pages.ts';

const usage = 'Use `kb lighthouse [--dir dist] [--page /fixes/ …]`.';
/** Fetched when it is asked for: 160 MB of packages that nothing else needs. */
const version = '13.5.0';

/** `lighthouse` measures one page of each kind of the built site as a phone, prints the figures, and fails where one is below what is promised. */
export const lighthouse: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      dir: { type: 'string' },
      page: { type: 'string', multiple: true },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  return withBuiltSite(root, read.values.dir, async ({ dir, url, browser: { path: chrome } }) => {
    const reports: Report[] = [];
    for (const page of read.values.page ?? samplePages(dir))
      reports.push(await measure(page, new URL(page, url).href, chrome));
    const failures = failuresIn(reports);
    return {
      code: failures.length > 0 ? 1 : 0,
      output: [tableOf(reports), ...failures].join('\n'),
    };
  });
};

async function measure(page: string, address: string, chrome: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'mendbook-lighthouse-'));
  const file = join(folder, 'report.json');
  const command = [
    '--yes',
    `lighthouse@${version}`,
    address,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    // With tools for agents (WebMCP), which Chromium keeps behind a flag: their audits apply to nothing else.
    '--chrome-flags=--headless=new --no-sandbox --enable-features=WebMCP',
  ];
  try {
    await promisify(execFile)('npx', command, {
      env: { ...process.env, CHROME_PATH: chrome, NODE_OPTIONS: '' },
      shell: process.platform === 'win32',
      maxBuffer: 1 << 26,
    });
    return { ...(JSON.parse(await readFile(file, 'utf8')) as Omit<Report, 'page'>), page };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
