import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { thisComputer } from './bring-browser.ts';
import { findBrowser } from './find-browser.ts';
import type { Command } from './main.ts';
import { startServer } from '../server/static-server.ts';

const phone = { width: 390, height: 844 };
const quality = 72;
const folder = 'e2e/screenshots';

/** The pictures of the README, each reached from the one before by the first link of this kind. */
const pages = [
  { name: 'home', link: undefined, anchor: '' },
  { name: 'symptom', link: 'main a[href^="/symptoms/"]', anchor: '' },
  { name: 'fix', link: 'main [data-fix] a[href^="/fixes/"]', anchor: '#steps' },
] as const;

/** `screenshots` photographs the built site for the README, in a phone's size. */
export const screenshots: Command = async (_args, { root }) => {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return { code: 1, error: 'There is no built site. Run `npm run build` first.' };
  const found = await findBrowser(thisComputer(root, (line) => process.stderr.write(`${line}\n`)));
  if ('error' in found) return { code: 1, error: found.error };
  const server = await startServer({ dir: dist, port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: false,
    args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    await mkdir(join(root, folder), { recursive: true });
    const page = await browser.newPage({ viewport: phone, colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(server.url);
    for (const { name, link, anchor } of pages) {
      const address = link ? await page.locator(link).first().getAttribute('href') : '/';
      await page.goto(new URL(`${address?.split('?')[0] ?? '/'}${anchor}`, server.url).href);
      await page.screenshot({ path: join(root, folder, `${name}.jpg`), type: 'jpeg', quality });
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { code: 0, output: `Wrote ${pages.map(({ name }) => `${folder}/${name}.jpg`).join(', ')}.` };
};
