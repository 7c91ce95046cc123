import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, words } from './knowledge-base.ts';
import { isOfTheTest } from './own-noise.ts';

const { desk } = words;

test('typing, arrows and Enter copy links to steps', async ({ page, learningToaster: { url }, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${url}agent/`);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  const input = page.getByRole('combobox', { name: desk.label });
  await input.fill('empty crumb tray 2-3');
  await expect(page.getByRole('main').getByRole('option', { selected: true })).toHaveText(
    'Empty the crumb tray',
  );
  await input.press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toHaveText(desk.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^Try steps 2–3: \S+\/fixes\/empty-crumb-tray\/#[a-z-]+ \S+\/fixes\/empty-crumb-tray\/#[a-z-]+$/,
  );
  await input.press('ArrowDown');
  await expect(page.getByRole('main').getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await input.press('ArrowUp');
  await page.getByRole('radio', { name: desk.forms.markdown }).check();
  await expect(page.getByRole('textbox', { name: desk.reply })).toHaveValue(
    /^Try steps 2–3: \[.+\]\([^)]+\), \[/,
  );
  await page.getByRole('radio', { name: desk.forms.html }).check();
  await page.getByRole('button', { name: desk.copy }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(desk.copied);
  const types = (): Promise<readonly string[]> =>
    page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  await expect.poll(types).toContain('text/html');
});

test('one script tag shows a plan on a page of others, whose policy allows nothing else', async ({
  page,
  learningToaster: { url },
}) => {
  const policy = `default-src 'none'; script-src ${new URL(url).origin}; require-trusted-types-for 'script'`;
  const app = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', policy);
    response.end(
      `<!doctype html><title>App</title><h1>Something went wrong</h1><script src="${url}embed/pops-up-at-once/embed.js" async></script>`,
    );
  });
  await new Promise<void>((done) => app.listen(0, '127.0.0.1', done));
  const noise: string[] = [];
  page.on('console', (message) => {
    if (!isOfTheTest(message.text()) && !message.text().includes('favicon')) noise.push(message.text());
  });
  try {
    const { port } = app.address() as { readonly port: number };
    await page.goto(`http://127.0.0.1:${port}/`);
    const plan = page.getByRole('region', { name: 'The toaster pops up at once' });
    const first = plan.getByRole('listitem').first().getByRole('link');
    await expect(first).toHaveAttribute('href', /\/fixes\/[a-z-]+\/\?from=pops-up-at-once$/);
    expect((await first.getAttribute('href'))?.startsWith(url)).toBe(true);
    await expect(plan.getByRole('link', { name: words.embed.more })).toHaveAttribute(
      'href',
      `${url}symptoms/pops-up-at-once/`,
    );
    expect(noise).toEqual([]);
  } finally {
    app.close();
  }
});

test('an embed asks for the device, or is told it by the app, and puts the question of the page', async ({
  page,
  learningToaster: { url },
}) => {
  const symptom = `${url}symptoms/pops-up-at-once/`;
  const tags = ['', ' data-device="app"', ' data-device="nothing-like-it"'];
  const app = createServer(({ url: at = '' }, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>App</title><h1>Oh</h1><script src="${url}embed/pops-up-at-once/embed.js"${tags[Number(at.slice(1))] ?? ''}></script>`,
    );
  });
  await new Promise<void>((done) => app.listen(0, '127.0.0.1', done));
  try {
    const { port } = app.address() as { readonly port: number };
    const plan = page.getByRole('region', { name: 'The toaster pops up at once' });
    const more = plan.getByRole('link', { name: words.embed.more });
    const device = plan.getByRole('combobox', { name: words.devices.for });
    const answer = plan.getByRole('paragraph').filter({ hasText: '?' }).getByRole('link').first();
    await page.goto(`http://127.0.0.1:${port}/0`);
    await expect(more).toHaveAttribute('href', symptom);
    await expect(answer).toHaveAttribute(
      'href',
      /\/symptoms\/pops-up-at-once\/does-the-lamp-come-on\/[a-z-]+\/$/,
    );
    await device.selectOption('Phone app');
    await expect(more).toHaveAttribute('href', `${symptom}on/app/`);
    // Nothing that can be done in the app is worth its time.
    await expect(plan.getByRole('listitem')).toHaveCount(0);
    await device.selectOption({ index: 0 });
    await expect(plan.getByRole('listitem').first().getByRole('link')).toHaveAttribute(
      'href',
      /\?from=pops-up-at-once$/,
    );
    await page.goto(`http://127.0.0.1:${port}/1`);
    await expect(more).toHaveAttribute('href', `${symptom}on/app/`);
    await expect(device).toHaveValue('Phone app');
    await page.goto(`http://127.0.0.1:${port}/2`);
    await expect(more).toHaveAttribute('href', symptom);
  } finally {
    app.close();
  }
});

test('no embed is heavier than 6 kB, and the page of each shows it', async ({
  page,
  learningToaster: { url, dir },
}) => {
  const folder = join(dir, 'embed');
  for (const id of readdirSync(folder).filter((name) => !name.endsWith('.md')))
    expect(statSync(join(folder, id, 'embed.js')).size).toBeLessThanOrEqual(6000);
  expect(gzipSync(readFileSync(join(folder, 'pops-up-at-once', 'embed.js'))).length).toBeLessThan(2000);
  await page.goto(`${url}embed/pops-up-at-once/`);
  await expect(
    page.getByRole('main').getByRole('region', { name: 'The toaster pops up at once' }),
  ).toBeVisible();
  await expect(page.locator('pre')).toContainText('embed/pops-up-at-once/embed.js" async></script>');
});

test('without a word in `site.yaml` there is neither desk nor embed', async ({ toaster: { dir } }) => {
  expect(readdirSync(dir)).not.toContain('agent');
  expect(readdirSync(dir)).not.toContain('embed');
});
