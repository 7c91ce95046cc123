import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { elementsIn } from '../src/html/elements.ts';
import { root, scratch } from './build-site.ts';
import { filesOf, pagesOf } from './built-site.ts';
import { expect, test as base, withSite, type Site } from './knowledge-base.ts';

/** What would run, end a tag, a text of JSON or a script, or name a file elsewhere, if it were not a text. */
const hostile = `</title></script><script>alert(1)</script><img src=x onerror=alert(2)> "'\`\${alert(3)} \\ & ]]> --> ../../x`;
const written = JSON.stringify(hostile);

/** The toaster of somebody who means harm: in its title, in words of the site, and in the front matter of articles. */
const test = base.extend<{ hostileSite: Site }>({
  hostileSite: [
    async ({}, use) => {
      const content = join(scratch, 'hostile-toaster');
      await withSite(content, use, () => {
        cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true });
        const edit = (file: string, change: (text: string) => string): void =>
          writeFileSync(join(content, file), change(readFileSync(join(content, file), 'utf8')));
        const field = (name: string) => (text: string) =>
          text.replace(
            new RegExp(`^( *)${name}: .*$`, 'm'),
            (_, space: string) => `${space}${name}: ${written}`,
          );
        for (const name of ['title', 'promise', 'description', 'license', 'note'])
          edit('site.yaml', field(name));
        for (const name of ['title', 'summary', 'verify']) edit('fixes/try-another-socket.md', field(name));
        for (const name of ['title', 'summary']) {
          edit('symptoms/stays-cold.mdx', field(name));
          edit('causes/no-power-at-socket.mdx', field(name));
        }
      });
    },
    { timeout: 300_000 },
  ],
});

test('what authors write comes out as text, on every page, in the manifest, in feeds, in JSON and in the worker', async ({
  hostileSite: { dir, url },
  page,
}) => {
  for (const built of pagesOf(dir)) {
    const odd = built.elements.filter(
      ({ name, attributes }) =>
        Object.keys(attributes).some((attribute) => attribute.startsWith('on')) ||
        (name === 'img' && attributes['src'] === 'x'),
    );
    expect(odd, built.path).toEqual([]);
    const scripts = elementsIn(built.html).filter(({ name }) => name === 'script');
    const inside = scripts.map(({ inside: { from, to } }) => built.html.slice(from, to));
    expect(
      inside.filter((script) => /^alert\(/.test(script)),
      built.path,
    ).toEqual([]);
  }
  for (const file of filesOf(dir).filter((name) => /\.(?:json|webmanifest)$/.test(name)))
    expect(() => JSON.parse(readFileSync(join(dir, file), 'utf8')), file).not.toThrow();
  for (const file of filesOf(dir).filter((name) => name.endsWith('.xml')))
    expect(readFileSync(join(dir, file), 'utf8'), file).not.toMatch(/<(?:script|img)\b|\]\]>/);
  expect(readFileSync(join(dir, 'feed.xml'), 'utf8')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(JSON.parse(readFileSync(join(dir, 'site.webmanifest'), 'utf8'))).toMatchObject({
    name: hostile,
    description: hostile,
  });
  for (const path of ['fixes/try-another-socket', 'symptoms/stays-cold', 'causes/no-power-at-socket']) {
    const { children } = fromMarkdown(readFileSync(join(dir, `${path}.md`), 'utf8'));
    const heading = children.find((node) => node.type === 'heading');
    expect(heading && toString(heading), path).toBe(hostile);
    expect(children.filter((node) => node.type === 'html')).toEqual([]);
    const [, data = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(
        readFileSync(join(dir, path, 'index.html'), 'utf8'),
      ) ?? [];
    expect(JSON.stringify(JSON.parse(data))).toContain(JSON.stringify(hostile));
  }
  const worker = readFileSync(join(dir, 'sw.js'), 'utf8').split('\n')[0]!;
  expect(runInNewContext(`${worker} MENDBOOK.base`)).toBe('/');
  for (const line of readFileSync(join(dir, '_redirects'), 'utf8').trim().split('\n'))
    expect(line).toMatch(/^\/\S* \/\S* 30[12]$/);

  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const path of [
    '',
    'fixes/try-another-socket/',
    'symptoms/stays-cold/',
    'search/?q=socket',
    'nothing-here/',
  ])
    await page.goto(url + path, { waitUntil: 'networkidle' });
  expect(dialogs).toEqual([]);
});
