import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright/test';
import { oldest } from '../src/integrations/after-build/old-browsers.ts';
import { featureAt, html, lacking } from './browser-data.ts';
import { dist, filesOf, pagesOf } from './built-site.ts';
import { expect, test, words } from './knowledge-base.ts';
import { newerScript, stylesIn } from './script-support.ts';
import { asOldBrowser, newerStyles } from './style-support.ts';

/** What may be missing, and why nothing is lost with it. All else must be in every one of the oldest browsers. */
const extras: Readonly<Record<string, string>> = {
  'float: inline-start': 'the drawing of a result stands above its words where it cannot stand beside them',
  'text-wrap': 'lines of headings of one length',
  'text-wrap: balance': 'lines of headings of one length',
  'font-family: ui-monospace': 'one of several fonts',
  outline: 'there, with square corners',
  'cursor: pointer': 'phones have none',
  '@media (forced-colors)': 'for browsers that force colours',
  'forced-color-adjust': 'for browsers that force colours',
  'forced-color-adjust: auto': 'for browsers that force colours',
  'forced-color-adjust: none': 'for browsers that force colours',
  'overscroll-behavior': 'the page behind the search scrolls on',
  'overscroll-behavior: contain': 'the page behind the search scrolls on',
  '@page': 'margins of paper',
  'break-after: avoid': 'headings on paper',
  '::details-content': 'closed parts on paper',
  'content-visibility': 'closed parts on paper',
  'content-visibility: visible': 'closed parts on paper',
  '@media (scripting)': 'filters that do nothing, for those who also switched scripts off',
  '[data-v]:not([data-picked]) [data-beside]:has(:target)': 'the script shows what a link leads into',
  'div:has(> .was:target) + *': 'the script leads on to the new place',
  '.beside:has(details[open])': 'what is opened beside a picture stays in its column',
  '.beside:not(:has([open])) .checked': 'the day of the last look is there before one asks',
  '.head:not(:has(details[open]))': 'on wide screens the picture stands beside words of another width',
  '.start>:has([open])': 'what is opened beside the heading of the steps stays in its column',
  '.start:has(>.pick~.pick)>h2': 'the heading stands above two choices',
  'float: inline-end': 'the box of a step stands before its words',
  'break-before: avoid': 'the last step on paper',
  'align-content: start': 'words in tiles of one row stand a little lower',
  'accent-color': 'ticks have the colour of the system',
  '.adoptedStyleSheets': 'asked for first',
  '.replaceSync': 'asked for first',
  popover: 'the script opens and closes it, without it the part is open',
  popovertarget: 'the script opens and closes it, without it the part is open',
  popovertargetaction: 'the script opens and closes it, without it the part is open',
  autocapitalize: 'capital letters find the same',
  '.share': 'asked for first',
  '.difference': 'a field of a result, not of sets',
  '.show': 'a method of the version picker, not of dialogs',
  '.showModal': 'the search page is opened instead',
  '.grow': "Pagefind's memory of its own",
  '.captureStackTrace': 'asked for first, by Pagefind',
  '.Segmenter': 'asked for first, by Pagefind',
};

/** A selector without the attributes of scopes. */
const bare = (selector: string): string => selector.replace(/\[data-\d+\]/g, '');

const pages = pagesOf(dist);
const files = filesOf(dist).filter((file) =>
  /^\/(?:_astro\/|pagefind\/pagefind(?:-worker)?\.js$)/.test(file),
);
const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const inline = (tag: 'style' | 'script'): readonly string[] => [
  ...new Set(
    pages.flatMap(({ html: text }) =>
      [...text.matchAll(new RegExp(`<${tag}(?![^>]*(?:\\ssrc=|json))[^>]*>([^]*?)</${tag}>`, 'g'))].map(
        ([, inside = '']) => inside,
      ),
    ),
  ),
];

test(`styles, scripts and markup need nothing newer than Safari ${oldest.safari}, Chrome ${oldest.chrome} and Firefox ${oldest.firefox}`, () => {
  const scripts = [...files.filter((file) => file.endsWith('.js')).map(read), ...inline('script')].map(
    (script) => ({ script, newer: newerScript(script) }),
  );
  const colours = pages.flatMap(({ elements }) =>
    elements.flatMap(({ attributes: { fill, stroke } }) =>
      [fill, stroke].filter((value) => value !== undefined),
    ),
  );
  const styles = [
    ...inline('style'),
    ...files.filter((file) => file.endsWith('.css')).map(read),
    ...scripts
      .filter(({ newer }) => newer.every((problem) => !problem.startsWith('no ')))
      .flatMap(({ script }) => stylesIn(script).map(({ css }) => css)),
    ...[...new Set(colours)].map((value) => `svg{fill:${value}}`),
  ];
  expect(styles.some((style) => style.includes('.search-dialog'))).toBe(true);
  const found = new Set([
    ...styles.flatMap((style) =>
      newerStyles(style)
        .filter(
          ({ feature, node }) =>
            !(feature in extras) && !('selector' in node && bare(node.selector) in extras),
        )
        .map(
          ({ feature, browsers, node }) =>
            `${feature} (not in ${browsers.join(', ')}) in ${String(node).slice(0, 120)}`,
        ),
    ),
    ...scripts.flatMap(({ script, newer }) =>
      newer.filter((name) => !(name in extras)).map((name) => `${name} in ${script.slice(0, 60)}`),
    ),
    ...pages.flatMap(({ elements }) =>
      elements.flatMap(({ name, attributes }) => [
        ...(lacking(featureAt(html, 'elements', name)).length > 0 ? [`<${name}>`] : []),
        ...Object.keys(attributes)
          .filter((key) => !(key in extras))
          .filter(
            (key) =>
              lacking(featureAt(html, 'elements', name, key) ?? featureAt(html, 'global_attributes', key))
                .length > 0,
          )
          .map((key) => `<${name} ${key}>`),
      ]),
    ),
  ]);
  expect([...found]).toEqual([]);
});

test('the test above knows what is too new', () => {
  const featuresIn = (style: string): readonly string[] => newerStyles(style).map(({ feature }) => feature);
  expect(featuresIn('a{color:light-dark(#fff,#000)}')).toEqual(['light-dark()']);
  expect(featuresIn('@layer a{a{top:0}}')).toEqual(['@layer']);
  expect(featuresIn('a:has(b){top:0}')).toEqual([':has']);
  expect(featuresIn('a:is(:has(b)){top:0}')).toEqual([]);
  expect(featuresIn('a{&:hover{top:0}}')).toEqual(['nesting']);
  expect(featuresIn('@media (width<30rem){a{top:0}}')).toEqual(['@media (… >= …)']);
  expect(featuresIn('@media not (min-width:30rem){a{top:0}}')).toEqual(['@media not (…)']);
  expect(featuresIn('@media not all and (min-width:30rem){a{top:0}}')).toEqual([]);
  expect(featuresIn('a{overflow:clip}')).toEqual(['overflow: clip']);
  expect(featuresIn('a{height:100vh;height:100svh}')).toEqual([]);
  expect(newerScript('document.adoptedStyleSheets')).toEqual(['.adoptedStyleSheets']);
  expect(newerScript('/(?<=a)b/')).toEqual(['look-behind in /(?<=a)b/']);
  expect(newerScript('class A{static{}}')[0]).toMatch(/^no ES2021/);
});

/** Everything that one of the oldest browsers does not know is taken out of what comes; CSS in scripts included. */
async function makeOld(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lack: readonly (readonly [object, readonly string[]])[] = [
      [Document.prototype, ['adoptedStyleSheets']],
      [CSSStyleSheet.prototype, ['replaceSync', 'replace']],
      [HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover', 'inert']],
      [Element.prototype, ['ariaPressed', 'ariaLabel', 'ariaExpanded', 'ariaBusy', 'checkVisibility']],
      [Array.prototype, ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
      [Map, ['groupBy']],
      [Object, ['groupBy']],
    ];
    for (const [of, names] of lack) for (const name of names) Reflect.deleteProperty(of, name);
    Reflect.deleteProperty(globalThis, 'structuredClone');
  });
  await page.route('**/*', async (route: Route) => {
    const type = route.request().resourceType();
    if (!['document', 'stylesheet', 'script'].includes(type)) return route.continue();
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({
      response,
      body: type === 'document' ? oldPage(body) : type === 'script' ? oldScript(body) : asOldBrowser(body),
    });
  });
}

function oldPage(text: string): string {
  return text
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
    .replace(
      /(<style[^>]*>)([^]*?)(<\/style>)/g,
      (_, open: string, css: string, close: string) => open + asOldBrowser(css) + close,
    )
    .replace(/\s(?:fill|stroke)="[^"]*(?:light-dark|color-mix)\([^"]*"/g, '')
    .replace(/\spopover(?=[\s>])|\spopover="[^"]*"/g, ' data-no-popover');
}

function oldScript(text: string): string {
  return [...stylesIn(text)]
    .reverse()
    .reduce(
      (rest, { from, to, css }) => rest.slice(0, from) + JSON.stringify(asOldBrowser(css)) + rest.slice(to),
      text,
    );
}

const surface = { light: 'rgb(255, 255, 255)', dark: 'rgb(32, 35, 38)' };
const paper = { light: 'rgb(251, 250, 247)', dark: 'rgb(22, 24, 26)' };

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in a browser of spring 2022, ${scheme}`, () => {
    test.use({ colorScheme: scheme });
    test.beforeEach(({ page }) => makeOld(page));
    // A file may still be on its way when a test has seen enough.
    test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

    test('cards, buttons and pictures have their colours', async ({ page, toaster }) => {
      await page.goto(`${toaster.url}symptoms/burns-every-slice/`);
      const card = page.locator('.card').first();
      await expect(card).toHaveCSS('background-color', surface[scheme]);
      await expect(card).toHaveCSS('border-top-width', '2px');
      await expect(card).toHaveCSS('display', 'flex');
      await expect(page.locator('body')).toHaveCSS('background-color', paper[scheme]);
      await expect(card.getByRole('link', { name: words.tried.showMe })).toHaveCSS(
        'background-color',
        scheme === 'light' ? 'rgb(115, 48, 15)' : 'rgb(246, 189, 150)',
      );
      for (const path of [
        '/',
        pages.find(({ kind, html: text }) => kind === 'symptom' && text.includes('class="picture"'))!.path,
      ]) {
        await page.goto(path);
        const black = await page
          .locator('svg.picture :is(path,rect,circle,ellipse,text)')
          .evaluateAll((shapes) =>
            shapes
              .filter(
                (shape) =>
                  shape.getAttribute('fill')?.includes('(') &&
                  getComputedStyle(shape).fill === 'rgb(0, 0, 0)',
              )
              .map((shape) => shape.outerHTML.slice(0, 100)),
          );
        expect(black, path).toEqual([]);
      }
    });

    test('the search opens over the page, on a ground of its own, and answers', async ({ page, toaster }) => {
      await page.goto(toaster.url);
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toHaveCSS('background-color', paper[scheme]);
      await expect(dialog).toHaveCSS('display', 'grid');
      await page.keyboard.type('crumbs');
      await expect(dialog.getByRole('option').first()).toBeVisible();
      await page.goto(`${toaster.url}search/?q=crumbs`);
      await expect(page.locator('[data-result]').first()).toBeVisible();
      await expect(page.getByText(words.search.noScript)).toBeHidden();
    });

    test('a version can be picked, a mark can be set, and the page can be handed over', async ({
      page,
      toaster,
    }) => {
      await page.goto(`${toaster.url}fixes/turn-the-dial-down/`);
      const other = page.getByRole('listitem').filter({ hasText: 'Turn the dial on the front' }).first();
      await page.getByText(words.versions.question).first().click();
      await page
        .getByRole('group', { name: words.versions.question })
        .getByRole('button', { name: 'Phone app' })
        .click();
      await expect(other).toBeHidden();
      const sheet = page.getByText(words.takeAlong.handOverTitle);
      await expect(sheet).toBeHidden();
      await page.getByRole('button', { name: words.takeAlong.handOver }).click();
      await expect(sheet).toBeVisible();
      const worked = page.locator('[data-mark="w"]').first();
      await worked.click();
      await expect(worked).toHaveAttribute('aria-pressed', 'true');
    });
  });

test('a theme that is asked for wins over that of the system', async ({ page, toaster }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(toaster.url);
  const setTheme = (theme: string) =>
    page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
  await setTheme('dark');
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await setTheme('light');
  await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
});

test('without any style icons keep their size and steps their order', async ({ page, toaster }) => {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace(/<style[^>]*>[^]*?<\/style>/g, ''),
    });
  });
  for (const path of ['', 'symptoms/burns-every-slice/', 'fixes/reset-browning-memory/']) {
    await page.goto(toaster.url + path);
    const large = await page
      .locator('svg:not(.picture, .qr)')
      .evaluateAll((icons) =>
        icons
          .filter((icon) => icon.getBoundingClientRect().width > 60)
          .map((icon) => icon.outerHTML.slice(0, 80)),
      );
    expect(large, path).toEqual([]);
  }
  await expect(page.locator('ol > .step').first()).toHaveCSS('display', 'list-item');
});
