import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, scratch } from './build-site.ts';
import { pagesOf } from './built-site.ts';
import { expect, test as base, withSite, type Site } from './knowledge-base.ts';
import { overflowOf } from './overflow.ts';

/** The toaster of an Arabic household, with what is never Arabic in its texts: commands, codes, keys and names. */
const test = base.extend<{ arabic: Site }>({
  arabic: [
    async ({}, use) => {
      const content = join(scratch, 'arabic-toaster');
      await withSite(content, use, () => {
        cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true });
        for (const [file, edits] of Object.entries(texts)) {
          const path = join(content, file);
          const text = edits.reduce((now, [from, to]) => now.replace(from, to), readFileSync(path, 'utf8'));
          writeFileSync(path, text);
        }
      });
    },
    { timeout: 300_000 },
  ],
});

type Edits = readonly (readonly [from: RegExp, to: string])[];

const title = (words: string, summary: string): Edits => [
  [/^title: .*/m, `title: ${words}`],
  [/^summary: .*/m, `summary: ${summary}`],
];

const texts: Readonly<Record<string, Edits>> = {
  'site.yaml': [
    [/^language: .*/m, 'language: ar'],
    [/^title: .*/m, 'title: مساعدة محمصة الخبز'],
    [/^promise: .*/m, 'promise: لم ينجح التحميص. اعرف السبب.'],
  ],
  // Ranges of versions in English words are not understood in another language.
  'ui-paths.yaml': [[/2022 and later/g, '">=2022"']],
  'fixes/unplug-and-cool.mdx': [[/2022 and later/g, '>=2022']],
  'symptoms/pops-up-at-once.mdx': title(
    'يقفز الخبز من المحمصة فورًا ويظهر الرمز ERR_LEVER_LATCH_OR_MAGNET_MISMATCH',
    'لا يبقى الذراع منخفضًا، أو يخرج الخبز باردًا بعد ثانية.',
  ),
  'causes/crumbs-block-lever.mdx': title('فتات الخبز يمنع الذراع من النزول', 'قطعة خبز عالقة تحت الذراع.'),
  'fixes/try-another-socket.md': [
    ...title('جرّب مقبسًا آخر', 'يبيّن مقبس في غرفة أخرى إن كانت الكهرباء هي السبب.'),
    [
      /## What this does\n[^]*?\n## Steps/,
      [
        '## ماذا يفعل هذا\n',
        'إذا عملت المحمصة في مقبس ثانٍ، فلا كهرباء في **الأول (1)**. اكتب `ping -c 4 192.168.0.1` ثم اضغط Enter.\n',
        '> [!WARNING]\n> لا تلمس الداخل: `T2`.\n',
        '```sh\nnetsh interface ip show config name="Ethernet adapter of the toaster"\n```\n',
        '| المصباح | ما معناه | الرمز | ماذا بعد |\n| --- | --- | --- | --- |\n| مضاء | لا كهرباء في المقبس الأول | `ERR_NO_POWER_AT_SOCKET` | اتصل بالكهربائي |\n',
        '- أولًا\n  - ثانيًا\n    1. ثالثًا\n',
        '## Steps',
      ].join('\n'),
    ],
  ],
};

test('a site in Arabic runs from right to left, and commands in it from left to right', async ({
  page,
  arabic,
}) => {
  for (const { html, path } of pagesOf(arabic.dir).filter(({ kind }) => kind !== 'redirect'))
    expect(html, path).toMatch(/<html lang="?ar"? dir="?rtl"?/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${arabic.url}fixes/try-another-socket/`);
  const edges = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right } = range.getClientRects()[0]!;
        const box = element.getBoundingClientRect();
        return { before: left - box.left, behind: box.right - right };
      });
  const heading = await edges('main h1');
  expect(heading.behind).toBeLessThan(heading.before + 1);
  const command = page.locator('main pre').first();
  await expect(command).toHaveCSS('direction', 'ltr');
  await expect(command).toHaveCSS('text-align', 'left');
  // The number of a step stands before its words: on the right.
  const step = page.locator('main li.step').first();
  const side = await step.evaluate((element) => getComputedStyle(element).paddingRight);
  expect(Number.parseFloat(side)).toBeGreaterThan(16);
});

for (const path of [
  '',
  'symptoms/',
  'symptoms/pops-up-at-once/',
  'causes/crumbs-block-lever/',
  'fixes/try-another-socket/',
  'fixes/turn-the-dial-down/',
  'start/',
  'map/',
  'glossary/',
  'search/?q=مقبس',
  'nothing-here/',
])
  test(`/${path} fits a screen of 320 px from right to left`, async ({ page, arabic }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(arabic.url + path, { waitUntil: 'networkidle' });
    // Sideways a page from right to left grows to the left, where nothing shows it.
    const wide = await page.evaluate(() => {
      const sticksOut = [...document.body.querySelectorAll('*')].filter((element) => {
        const { left, width } = element.getBoundingClientRect();
        const scrolls = (at: Element | null): boolean =>
          at !== null &&
          at !== document.body &&
          (getComputedStyle(at).overflowX !== 'visible' || scrolls(at.parentElement));
        return width > 1 && left < -0.5 && !scrolls(element.parentElement);
      });
      return sticksOut.map((element) => element.outerHTML.slice(0, 120));
    });
    expect(wide).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
  });
