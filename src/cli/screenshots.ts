import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptionsFor } from './browser/bring-browser.ts';
import { readArguments, type Command } from './command.ts';
import { withBuiltSite } from './browser/with-built-site.ts';

const phone = { width: 390, height: 844 };
const quality = 72;
const folder = 'e2e/screenshots';

/** The pictures of the README, each reached from the one before by the first link of this kind. */
const pages = [
  { name: 'home', link: undefined },
  { name: 'symptom', link: 'main a[href*="/symptoms/"]' },
  { name: 'fix', link: 'main [data-fix] a[href*="/fixes/"]' },
] as const;

/** `screenshots` photographs the built site for the README, in a phone's size. */
export const screenshots: Command = async (args, { root }) => {
  const read = readArguments(args, '`screenshots` takes nothing.', {});
  if ('error' in read) return { code: 1, error: read.error };
  return withBuiltSite(root, undefined, async ({ url, browser: { path } }) => {
    const browser = await chromium.launch(launchOptionsFor(path));
    try {
      await mkdir(join(root, folder), { recursive: true });
      const page = await browser.newPage({ viewport: phone, colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(url);
      for (const { name, link } of pages) {
        const address = link ? await page.locator(link).first().getAttribute('href') : url;
        await page.goto(new URL(address ?? '/', url).href, { waitUntil: 'networkidle' });
        await page.screenshot({ path: join(root, folder, `${name}.jpg`), type: 'jpeg', quality });
      }
    } finally {
      await browser.close();
    }
    return { code: 0, output: `Wrote ${pages.map(({ name }) => `${folder}/${name}.jpg`).join(', ')}.` };
  });
};
