import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { hole, wholeOf, type PagePart } from '../domain/page-part.ts';
import { treeIn } from '../html/tree.ts';
import { movedTwin, twinOf } from './page-twin.ts';

const place = { address: 'https://toast.example/help/fixes/tray/', note: 'Note.' };

function twin(main: string): string {
  const html = `<!DOCTYPE html><html><body><p>Not this.</p><main id="main">${main}</main><footer>Nor this.</footer></body></html>`;
  return twinOf(treeIn(html, 'main')!, place).replace(/^> Note\.\n\n/, '');
}

function read(markdown: string): ReturnType<typeof fromMarkdown> {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}

test('a page is what stands in its main part, below a note for programs', () => {
  const page = '<body><nav>No</nav><main><h1>Toast</h1> <p>Bread <b>goes</b> in.</p></main></body>';
  equal(twinOf(treeIn(page, 'main')!, place), '> Note.\n\n# Toast\n\nBread **goes** in.\n');
  equal(treeIn('<body><h1>Toast</h1></body>', 'main'), undefined);
});

test('a page of pieces says what it would say without them, with addresses of its own', () => {
  const steps = {
    html: '<section><h2>Steps</h2><ol><li id="pull">Pull.<a class="anchor" href="#pull">#</a></li></ol></section>',
  };
  const card = {
    html: `<li class="row"><span class="label">Tray</span> <a href="/help/x/?from=${hole}#top">Empty</a></li>`,
  };
  const row: readonly PagePart[] = [
    '<ol>',
    { piece: card, fill: hole },
    { piece: card, fill: 'x' },
    '</ol><p>End</p>',
  ];
  const list = { html: wholeOf(row), parts: row };
  for (const [way, address] of [
    ['one', 'https://toast.example/help/one/'],
    ['two', 'https://toast.example/help/two/'],
    ['one', 'https://other.example/(one)/'],
  ] as const) {
    const page = [
      '<main><h1>Toast</h1>',
      { piece: steps, fill: '' },
      '<ul>',
      { piece: card, fill: way },
      '</ul>',
      { piece: list, fill: way },
      '</main>',
    ];
    const said = twinOf(treeIn(page, 'main')!, { address, note: 'Note.' });
    equal(said, twinOf(treeIn(wholeOf(page), 'main')!, { address, note: 'Note.' }));
    equal(said.includes(`](${address.replace('(one)', '%28one%29')}#pull)`), true);
  }
});

test('steps keep their numbers and their permanent links, and every variant is there under its name', () => {
  equal(
    twin(
      '<div class="variant" data-variant="a"><p class="label">Model A</p><ol><li id="pull" class="step">Pull.<a href="#pull" class="anchor">#</a></li><li id="tip" class="step">Tip <a href="/help/glossary/#bin" class="term">the bin</a>.<a href="#tip" class="anchor">#</a><ul><li>All of it.</li></ul></li></ol></div><div class="variant"><p class="label">Model B</p><ol start="3"><li>Shake.</li></ol></div>',
    ),
    `**Model A**

1. Pull.[#](https://toast.example/help/fixes/tray/#pull)
2. Tip [the bin](https://toast.example/help/glossary/#bin).[#](https://toast.example/help/fixes/tray/#tip)
   - All of it.

**Model B**

3. Shake.
`,
  );
});

test('a drawn screen is a list of its rows, a remark is a quote, a program text is a block, a drawing is what it shows', () => {
  equal(
    twin(
      '<figure class="screen"><figcaption>Lever</figcaption><ul role="list"><li class="row"><span class="label"> Heat </span> <span class="value"> <span class="state">on</span> <span class="toggle" aria-hidden="true"></span></span> <span class="visually-hidden">(Tap this row)</span></li></ul></figure><div class="callout" role="note"><p class="name"><svg><path d="M0 0"/></svg> Warning</p><p>Hot.</p><p>Very.</p></div><pre data-language="sh"><code><span class="k">echo</span> `a`\n\n  b\n</code></pre><svg role="img"><title>A toaster</title><path/></svg>',
    ),
    '**Lever**\n\n- **Heat** on (Tap this row)\n\n> **Warning**\n>\n> Hot.\n>\n> Very.\n\n```sh\necho `a`\n\n  b\n```\n\n*A toaster*\n',
  );
});

test('a table is a table, whatever stands in its cells', () => {
  equal(
    twin(
      '<table><thead><tr><th>A</th><th>B | C</th></tr></thead><tbody><tr><td>1<br>2</td><td><code>x|y</code></td></tr></tbody></table>',
    ),
    '| A | B \\| C |\n| --- | --- |\n| 1 2 | `x\\|y` |\n',
  );
});

test('what only works in a browser, what is hidden and where a reader came from are left out', () => {
  equal(
    twin(
      '<p>Kept <a href="/help/fixes/x/?from=no-heat#step">there</a>.</p><script>go()</script><style>p{}</style><button>Press</button><p hidden>Later</p><template><p>T</p></template><tried-plan><p>Marks</p></tried-plan><form><input></form><p role="status"></p><details><summary>Nothing in it</summary></details>',
    ),
    'Kept [there](https://toast.example/help/fixes/x/#step).\n',
  );
});

test('what readers do on a page, what is drawn for the eye and what stands there twice is left out', () => {
  for (const part of [
    '<noscript>Switch it on</noscript>',
    '<label>Search</label>',
    '<textarea>Words</textarea>',
    '<select><option>One</option></select>',
    '<copy-code>Copy</copy-code>',
    '<print-button>Print</print-button>',
    '<model-picker><p>Which?</p></model-picker>',
    '<tried-before><p>Marks</p></tried-before>',
    '<p aria-hidden="true">›</p>',
    '<p role="status">Copied</p>',
    '<p class="go">Go on</p>',
    '<div class="card offer"><p>Cannot do this here?</p></div>',
    '<p class="link-note">Again</p>',
  ])
    equal(twin(`<p>Kept</p>${part}`), 'Kept\n', part);
  equal(twin('<p class="gone">Kept</p>'), 'Kept\n');
});

test('a term, a rule, a fold and a picker of versions are what they say', () => {
  equal(
    twin('<dl><dt>Bin</dt><dd>Where crumbs go.</dd></dl><hr><p>End.</p>'),
    '**Bin**\n\nWhere crumbs go.\n\n---\n\nEnd.\n',
  );
  equal(
    twin('<details><summary aria-label="More fixes"><svg></svg></summary><p>One.</p></details>'),
    '**More fixes**\n\nOne.\n',
  );
  equal(twin('<details><summary><h3>Why</h3></summary><p>So.</p></details>'), '### Why\n\nSo.\n');
  equal(
    twin('<details><summary><b>All</b> of <a href="/x/">it</a></summary><p>So.</p></details>'),
    '**All** of [it](https://toast.example/x/)\n\nSo.\n',
  );
  equal(
    twin('<version-picker><span>Choose</span><div><p>For all models.</p></div></version-picker>'),
    'For all models.\n',
  );
});

test('a list whose points hold more than words has room between them', () => {
  equal(twin('<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>'), '- One\n  - Two\n- Three\n');
  equal(twin('<ul><li><p>One</p><p>More</p></li><li>Two</li></ul>'), '- One\n\n  More\n\n- Two\n');
});

test('a picture is its words and its address, a drawing its name, and marks that touch stay two', () => {
  equal(
    twin(
      '<p><img src="/a b.png" alt="A [lever]"> <img src="/bare.png" alt=""> <img src="data:x" alt="Dots"></p>',
    ),
    '![A \\[lever\\]](https://toast.example/a%20b.png) Dots\n',
  );
  equal(twin('<svg aria-label="A map"><title>Else</title></svg>'), '*A map*\n');
  equal(twin('<p><b>One</b><em>two</em></p>'), '**One** *two*\n');
  equal(
    twin('<p>Pull it <a href="#pull" class="anchor">#</a></p>'),
    'Pull it[#](https://toast.example/help/fixes/tray/#pull)\n',
  );
});

test('an address without a scheme or a path is that of its host, and an empty one is the page', () => {
  equal(twin('<p><a href="//else.example/x">Else</a></p>'), '[Else](//else.example/x)\n');
  equal(twin('<p><a href="">Here</a></p>'), '[Here](https://toast.example/help/fixes/tray/)\n');
  // Links hold no links.
  equal(
    twin('<p><a href="/x/">See <i><a href="/y/">this</a></i></a></p>'),
    '[See this](https://toast.example/x/)\n',
  );
});

test('a program text that holds a fence has a longer one', () => {
  equal(twin('<pre>```\na\n```</pre>'), '````\n```\na\n```\n````\n');
});

test('links that hold blocks are one link, and addresses elsewhere stay as they are', () => {
  equal(
    twin(
      '<ul><li><a href="https://else.example/a(b)"><span>One</span><p>Two <b>three</b></p></a></li><li><a href="mailto:a@b.example">Mail</a></li></ul>',
    ),
    '- [One Two **three**](https://else.example/a%28b%29)\n- [Mail](mailto:a@b.example)\n',
  );
});

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const written = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const signs = fc.string({
  unit: fc.constantFrom(
    ...'ab1.-+*_`#>|~[](){}!\\<&;:="\' \n\u00a0é—=/'.split(''),
    'amp;',
    '<b>',
    '](x)',
    '1. ',
    '- ',
    '---',
  ),
  minLength: 1,
  maxLength: 24,
});
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('no text becomes anything but text, whatever signs of Markdown it holds', () => {
  fc.assert(
    fc.property(signs, (text) => {
      for (const [open, close, type] of [
        ['<p>', '</p>', 'paragraph'],
        ['<h2>', '</h2>', 'heading'],
        ['<ul><li>', '</li></ul>', 'list'],
        ['<table><tr><th>', '</th></tr></table>', 'table'],
        ['<blockquote><p>', '</p></blockquote>', 'blockquote'],
        ['<p><a href="/x/">', '</a></p>', 'paragraph'],
        ['<p><b>', '</b></p>', 'paragraph'],
        ['<p>a<code>', '</code></p>', 'paragraph'],
      ] as const) {
        if (plain(text) === '') continue;
        const markdown = twin(`${open}${written(text)}${close}`);
        const { children } = read(markdown);
        deepEqual(
          children.map((node) => node.type),
          [type],
          markdown,
        );
        const said = open.endsWith('<code>') ? `a${text.replace(/\s+/g, ' ')}` : text;
        equal(plain(textIn(children[0]!)), plain(said), markdown);
      }
    }),
    { numRuns: 400 },
  );
});

/** The text of a part of Markdown, whose HTML would be text to nobody. */
function textIn(node: Nodes): string {
  return node.type === 'html'
    ? '<html>'
    : 'children' in node
      ? node.children.map(textIn).join('')
      : toString(node);
}

test('a page that leads on has a twin that does, in words that mean nothing else', () => {
  equal(
    movedTwin({
      note: 'Note.',
      title: '*Moved*',
      text: '1. It has moved.',
      label: 'A [b]',
      to: 'https://toast.example/x/',
    }),
    '> Note.\n\n# \\*Moved\\*\n\n1\\. It has moved. [A \\[b\\]](https://toast.example/x/)\n',
  );
});
