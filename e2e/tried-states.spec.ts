import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { expect, test, type Site } from './knowledge-base.ts';
import {
  button,
  cool,
  mark,
  no,
  open,
  question,
  sensor,
  socket,
  strip,
  symptom,
  tray,
  tried,
  worked,
} from './tried-parts.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: {
  readonly run: () => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: unknown }[];
    }[];
  }>;
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`marked pages are open to everyone, ${colorScheme}, and fit 320 px`, async ({ kb, page, toaster }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme });
    const fine = async (where: string): Promise<void> => {
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => axe.run());
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`),
          where,
        )
        .toEqual([]);
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), where)
        .toBeLessThanOrEqual(320);
      for (const target of await kb.main.getByRole('button').all()) {
        const box = await target.boundingBox();
        if (box)
          expect
            .soft(Math.min(box.width, box.height), `${where}: ${await target.innerText()}`)
            .toBeGreaterThanOrEqual(44);
      }
    };
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(toaster.url + symptom);
    await open(kb, socket);
    await fine('a card that is being marked');
    await mark(kb, cool, no);
    await mark(kb, sensor, tried.skip);
    await mark(kb, tray, worked);
    await button(strip(kb), tried.copy).click();
    await fine('marked and copied');
    await page.goto(`${toaster.url}${symptom}#tried=1.unplug-and-cool_n_h9kjk`);
    await page.reload();
    await fine('marks of a link');
    await button(strip(kb), tried.discard).click();
    await button(strip(kb), tried.startOver).click();
    await fine('started over');
    await page.goto(`${toaster.url}fixes/unplug-and-cool/?from=pops-up-at-once`);
    await fine('a fix of a plan');
    await button(question(kb), worked).click();
    await fine('a fix that worked');
  });
}

test('marking costs at most 2,200 bytes of script on a page, packed', async ({ page, toaster }) => {
  for (const path of [symptom, 'fixes/empty-crumb-tray/?from=pops-up-at-once'])
    expect.soft(await scriptOf(page, toaster, path, /tried|outcome/i), path).toBeLessThanOrEqual(2_200);
});

async function scriptOf(page: Page, site: Site, path: string, name: RegExp): Promise<number> {
  const files = new Set<string>();
  page.on(
    'request',
    (request) =>
      request.url().endsWith('.js') && name.test(request.url()) && files.add(new URL(request.url()).pathname),
  );
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  page.removeAllListeners('request');
  expect(files.size).toBeGreaterThan(0);
  return [...files].reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(join(site.dir, file))).length,
    0,
  );
}
