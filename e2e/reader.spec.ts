import type { Page } from 'playwright/test';
import { drawQr } from '../src/drawing/qr.ts';
import { expect, test, words } from './knowledge-base.ts';

const dial = 'fixes/turn-the-dial-down/';
const memory = 'fixes/reset-browning-memory/';
const burns = 'symptoms/burns-every-slice/';
const older = 'T2 of 2019–2021';
const newer = 'T2 from 2022 on';
const app = 'Phone app';
const { versions, filters, map, takeAlong } = words;

const picker = (page: Page) => page.getByRole('group', { name: versions.question });
const choice = (page: Page, name: string) => picker(page).getByRole('button', { name, exact: true });
/** The choices stand folded behind one line. */
const openPicker = (page: Page) => page.getByText(versions.question).click();
const step = (page: Page, text: string | RegExp) =>
  page.getByRole('listitem').filter({ hasText: text }).first();

test.describe('the version picker', () => {
  test('shows the steps of one version, says so in the address, and remembers it', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}${dial}`);
    await openPicker(page);
    await expect(choice(page, versions.notSure)).toHaveAttribute('aria-pressed', 'true');
    await expect(step(page, 'Turn the dial on the front')).toBeVisible();
    await expect(step(page, 'Move the slider left')).toBeVisible();
    await choice(page, app).click();
    await expect(choice(page, app)).toHaveAttribute('aria-pressed', 'true');
    await expect(step(page, 'Move the slider left')).toBeVisible();
    await expect(step(page, 'Turn the dial on the front')).toBeHidden();
    await expect(page).toHaveURL(/\?v=app$/);
    await page.goto(`${toaster.url}${dial}`);
    await expect(step(page, 'Turn the dial on the front')).toBeHidden();
    await openPicker(page);
    await choice(page, versions.notSure).click();
    await expect(step(page, 'Turn the dial on the front')).toBeVisible();
    await expect(page).toHaveURL(`${toaster.url}${dial}`);
  });

  test('leaves a sentence that reads well with one version as with all', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}${memory}`);
    const open = page.getByRole('listitem').filter({ hasText: 'Memory' }).first();
    const read = async (): Promise<string> =>
      (await open.innerText()).replace(/#$/, '').replace(/\s+/g, ' ').trim();
    expect(await read()).toBe(
      'Open Menu › System › Memory (Toaster 2022 and later) or Menu › Memory (T2 of 2019–2021).',
    );
    await openPicker(page);
    await choice(page, older).click();
    expect(await read()).toBe('Open Menu › Memory (T2 of 2019–2021).');
    await choice(page, newer).click();
    expect(await read()).toBe('Open Menu › System › Memory (Toaster 2022 and later).');
  });

  test('never hides the only steps, and offers only what the page tells apart', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}${dial}`);
    await openPicker(page);
    await choice(page, app).click();
    await page.goto(`${toaster.url}${memory}`);
    await openPicker(page);
    await expect(picker(page).getByRole('button')).toHaveText([newer, older, versions.notSure]);
    await expect(page.getByText(`(${older})`).first()).toBeVisible();
    await expect(page.getByText('(Toaster 2022 and later)').first()).toBeVisible();
  });

  test('a version in the address wins over the remembered one, and does not replace it', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}${memory}`);
    await openPicker(page);
    await choice(page, older).click();
    await page.goto(`${toaster.url}${memory}?v=t2-2022`);
    await openPicker(page);
    await expect(choice(page, newer)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText(`(${older})`).first()).toBeHidden();
    await page.goto(`${toaster.url}${memory}`);
    await openPicker(page);
    await expect(choice(page, older)).toHaveAttribute('aria-pressed', 'true');
  });

  test('a link to a step of another version shows that step, until a version is picked', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}${dial}?v=app#turn-the-dial-on-the-front`);
    const target = page.locator(':target');
    await expect(target).toHaveText(/Turn the dial on the front/);
    await expect(target).toBeInViewport();
    await openPicker(page);
    await choice(page, app).click();
    await expect(target).toBeHidden();
  });

  test('works where nothing may be stored', async ({ page, toaster }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      }),
    );
    await page.goto(`${toaster.url}${dial}`);
    await openPicker(page);
    await choice(page, app).click();
    await expect(step(page, 'Turn the dial on the front')).toBeHidden();
    expect(errors).toEqual([]);
  });
});

test.describe('a step', () => {
  const tray = 'fixes/empty-crumb-tray/';

  test('can be ticked by keyboard, and is still ticked after the trip to the settings', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}${tray}`);
    const second = page.getByRole('checkbox', { name: words.fix.stepDone('2') });
    await second.focus();
    await page.keyboard.press('Space');
    await expect(second).toBeChecked();
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
      .toContain('ticks:empty-crumb-tray');
    await page.reload();
    await expect(second).toBeChecked();
    await second.uncheck();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: words.fix.stepDone('1') })).toBeVisible();
    await expect(second).not.toBeChecked();
  });

  test('that a link leads to says of what it is a step, as long as the title is out of sight', async ({
    page,
    toaster,
  }) => {
    await page.setViewportSize({ width: 375, height: 300 });
    await page.goto(`${toaster.url}${tray}`);
    const id = await page.locator('main .step').last().getAttribute('id');
    const total = await page.locator('main .step').count();
    await page.goto(`${toaster.url}${tray}?linked#${id}`);
    const bar = page.locator('.step-bar');
    await expect(bar).toContainText(`Empty the crumb tray · step ${total} of ${total}`);
    // The page may still be on its way to the step.
    await expect(async () => {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await expect(bar).toBeHidden({ timeout: 500 });
    }).toPass();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a step has no box that would be forgotten', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
    await expect(page.locator('main .step').first()).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
  });
});

test.describe('the filters of an index', () => {
  const shown = (page: Page) => page.getByRole('main').getByRole('link').and(page.locator('[data-letter] a'));
  const count = (page: Page, n: number, total: number) =>
    expect(page.getByRole('form', { name: filters.title }).getByRole('status')).toHaveText(
      filters.count.replace('{n}', String(n)).replace('{total}', String(total)),
    );

  test('narrow the list by words, time, loss and who, and the address keeps them', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}fixes/`);
    await count(page, 7, 7);
    await page.getByLabel(filters.loses.label).selectOption({ label: 'Settings are lost (1)' });
    await expect(shown(page).locator('visible=true')).toHaveText(['Reset the browning memory']);
    await count(page, 1, 7);
    await page.reload();
    await count(page, 1, 7);
    await page.getByLabel(filters.contains).fill('toast');
    await count(page, 0, 7);
    await expect(page.getByText(filters.none)).toBeVisible();
    await page.getByRole('button', { name: filters.reset }).click();
    await count(page, 7, 7);
    await expect(page).toHaveURL(`${toaster.url}fixes/`);
  });

  test('mend a slip of the reader and say so', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}fixes/`);
    await page.getByLabel(filters.contains).fill('crum trya');
    await expect(shown(page).locator('visible=true')).toHaveText(['Empty the crumb tray']);
    await expect(page.getByRole('form', { name: filters.title }).getByRole('status')).toContainText(
      filters.meant.replace('{words}', 'crum tray'),
    );
  });

  test('narrow the words explained as well, below their letters', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}glossary/`);
    const terms = page.getByRole('term');
    const all = await terms.count();
    expect(all).toBeGreaterThan(1);
    await expect(page.getByRole('navigation', { name: filters.letters(words.glossary.title) })).toBeVisible();
    const first = (await terms.first().innerText()).toLowerCase();
    await page.getByLabel(filters.contains).fill(first);
    await expect(terms.first()).toBeVisible();
    expect(await terms.and(page.locator('visible=true')).count()).toBeLessThan(all);
    await page.goto(`${toaster.url}glossary/?q=${encodeURIComponent('zzzz')}`);
    await expect(page.getByText(filters.none)).toBeVisible();
  });

  test('count what each choice would leave beside the others', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}fixes/`);
    await page.getByLabel(filters.who.label).selectOption('vendor');
    await expect(
      page.getByLabel(filters.loses.label).getByRole('option', { name: 'Settings are lost' }),
    ).toHaveText('Settings are lost (0)');
  });

  test('letters lead to their part of the list', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}fixes/`);
    await page
      .getByRole('navigation', { name: filters.letters(words.kinds.fix.many) })
      .getByRole('link', { name: 'U' })
      .click();
    await expect(page.getByRole('heading', { name: 'U', exact: true })).toBeInViewport();
  });
});

test.describe('the map', () => {
  test('follows one path on hover, on focus and by name', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}map/`);
    const picture = page.getByRole('group', { name: map.picture });
    const crumbs = picture.getByRole('link', { name: 'Crumbs hold the lever up' });
    const tray = picture.getByRole('link', { name: 'Empty the crumb tray' });
    const reset = picture.getByRole('link', { name: 'Reset the browning memory' });
    await crumbs.hover();
    await expect(tray).toHaveCSS('opacity', '1');
    await expect(reset).not.toHaveCSS('opacity', '1');
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(reset).toHaveCSS('opacity', '1');
    await reset.focus();
    await expect(tray).not.toHaveCSS('opacity', '1');
    await page.getByLabel(map.follow).focus();
    await page.getByLabel(map.follow).selectOption({ label: 'Empty the crumb tray' });
    await expect(crumbs).toHaveCSS('opacity', '1');
    await expect(reset).not.toHaveCSS('opacity', '1');
    await page.getByLabel(map.follow).selectOption({ label: map.everything });
    await expect(reset).toHaveCSS('opacity', '1');
  });

  test('each symptom has its own path, in words and, where there is room, drawn', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}${burns}`);
    await page.getByRole('link', { name: map.small }).click();
    await expect(page).toHaveURL(/\/map\/burns-every-slice\/$/);
    const picture = page.getByRole('group', { name: map.picture });
    await expect(picture).toBeVisible();
    const inWords = page.getByRole('main').locator('details a[href^="/causes/"]');
    expect(await inWords.count()).toBeGreaterThan(1);
    await expect(picture.locator('[href^="/causes/"]')).toHaveCount(await inWords.count());
    await expect(picture.locator('[href^="/symptoms/"]')).toHaveCount(1);
  });

  test('shows one path at a time on a phone, and no picture', async ({ page, toaster }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${toaster.url}map/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expect(page.getByRole('group', { name: map.picture })).toBeHidden();
    await page
      .getByRole('region', { name: map.paths })
      .getByRole('listitem')
      .first()
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/\/map\/[a-z-]+\/$/);
    const fixes = page.getByRole('main').locator('details a[href^="/fixes/"]');
    await expect(fixes.first()).toBeVisible();
    expect(await fixes.locator('visible=true').count()).toBeLessThan(await fixes.count());
  });
});

test.describe('taking a page along', () => {
  test('a button shows the code of the address, and Escape puts it away', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}${burns}`);
    const code = page.getByRole('img', { name: takeAlong.qr });
    await expect(code).toBeHidden();
    await page.getByRole('button', { name: takeAlong.handOver }).click();
    await expect(code).toBeVisible();
    await expect(page.getByText('https://toast-not-right.example/symptoms/burns-every-slice/')).toBeVisible();
    const { image } = drawQr('https://toast-not-right.example/symptoms/burns-every-slice/');
    await expect(code).toHaveAttribute('src', image);
    await expect
      .poll(() => code.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect(code).toBeHidden();
  });

  test('the print button prints', async ({ page, toaster }) => {
    await page.addInitScript(() => (window.print = () => document.body.setAttribute('data-printed', '')));
    await page.goto(`${toaster.url}${memory}`);
    await page.getByRole('button', { name: takeAlong.print.steps }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed', '');
  });

  for (const path of [burns, memory]) {
    test(`/${path} on paper: the code and the steps, no chrome`, async ({ kb, page, toaster }) => {
      await page.goto(`${toaster.url}${path}`);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('img', { name: takeAlong.qr })).toBeVisible();
      await expect(page.getByText(takeAlong.tick)).toBeVisible();
      await expect(kb.title).toBeVisible();
      await expect(page.getByRole('navigation').locator('visible=true')).toHaveCount(0);
      await expect(page.getByRole('button').locator('visible=true')).toHaveCount(0);
      const boxes = await page.evaluate(
        (marked) => {
          const isBox = (style: CSSStyleDeclaration): boolean =>
            style.content !== 'none' &&
            style.borderTopStyle === 'solid' &&
            Math.abs(parseFloat(style.width) - parseFloat(style.height)) < 1;
          return [...document.querySelectorAll(marked)].map(
            (element) =>
              ['::before', '::after'].filter((part) => isBox(getComputedStyle(element, part))).length,
          );
        },
        path === burns ? '.card .place' : '.step',
      );
      expect(boxes.length).toBeGreaterThan(1);
      expect(new Set(boxes)).toEqual(new Set([1]));
    });
  }

  test('a site that does not know its address draws no code, and shows the one that the reader sees', async ({
    page,
    askingToaster: { url },
  }) => {
    await page.goto(`${url}${memory}`);
    await page.getByRole('button', { name: takeAlong.handOver }).click();
    await expect(page.getByText(`${url}${memory}`)).toBeVisible();
    await expect(page.getByRole('img', { name: takeAlong.qr })).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all versions, whole lists and the map are there; nothing that would not work is', async ({
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}${dial}`);
    await expect(picker(page)).toBeHidden();
    await expect(page.getByRole('button', { name: takeAlong.print.steps })).toBeHidden();
    await expect(step(page, 'Turn the dial on the front')).toBeVisible();
    await expect(step(page, 'Move the slider left')).toBeVisible();
    await page.goto(`${toaster.url}fixes/`);
    await expect(page.getByLabel(filters.contains)).toBeHidden();
    await expect(page.getByRole('link', { name: 'Reset the browning memory' })).toBeVisible();
    await page.goto(`${toaster.url}map/`);
    await expect(page.getByLabel(map.follow)).toBeHidden();
    await expect(
      page.getByRole('group', { name: map.picture }).getByRole('link', { name: 'Empty the crumb tray' }),
    ).toBeVisible();
  });
});
