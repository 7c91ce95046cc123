import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseArticleBody } from '../read/body.ts';

describe('What MDX cannot read is placed where it begins, and the remedy can be pasted', () => {
  const cases: readonly [text: string, place: string, hint: string][] = [
    [
      'a\n\n<Steps>\n1. x\n2. y\n\n## Check',
      '3:1',
      'Write `</Steps>` on a line of its own, indented like this one, where the part ends.',
    ],
    [
      '<Steps>\n1. x\n   <Variant for="a">\n   hello\n2. y\n</Steps>',
      '3:4',
      'Write `</Variant>` on a line of its own, indented like this one, where the part ends.',
    ],
    ['a\n\n</Steps>', '3:1', 'Write `<Steps>` where the part begins, or remove this tag.'],
    ['<Steps>\n\n1. x\n\n</Step>', '5:1', 'Write `</Steps>`.'],
    ['<Steps>\n\n1. x <Callout>y</Steps>', '3:6', 'Write `</Callout>` behind its words, on the same line.'],
    [
      '<Steps>\n1. x\n2. y</Steps>',
      '3:5',
      'Put `</Steps>` on a line of its own, as far left as its opening tag.',
    ],
    ['<Steps>\n\n1. x\n\n</St eps>', '5:1', 'Write `</Steps>`.'],
    ['See <Path to="x"> now', '1:5', 'Write `<Path to="x" />`.'],
    ['one<br>two', '1:4', 'Write `<br />`.'],
    ['It has <3 slots', '1:8', 'Write `\\<3 slots` for a literal sign.'],
    ['<- back', '1:1', 'Write `\\<- back` for a literal sign.'],
    ['a\n<!-- note -->\nb', '2:1', 'Write `{/* note */}`.'],
    ['see <https://a.example>', '1:5', 'Write `[https://a.example](https://a.example)`.'],
    ['see <a@b.example>', '1:5', 'Write `[a@b.example](mailto:a@b.example)`.'],
    ['a {b', '1:3', 'Write `\\{b` for literal braces.'],
    [
      'write {name here} now',
      '1:7',
      'If readers are to see the braces, put them in code marks: `` `{name here}` ``, or write `\\{name here\\}`. Else write the words alone.',
    ],
    [
      'write {{name here}} now',
      '1:7',
      'If readers are to see the braces, put them in code marks: `` `{{name here}}` ``, or write `\\{\\{name here\\}\\}`. Else write the words alone.',
    ],
    ['a {% include note.html %} b', '1:3', 'Leave it out, or put it in code marks if readers are to see it.'],
    [
      'run `x` with <your-name> now',
      '1:14',
      'Put it in code marks: `` `<your-name>` ``, or write a backslash before it: `\\<your-name>`.',
    ],
    ['see <b>this', '1:5', 'Write `**words**`.'],
    ['## A {#foo}', '1:6', 'Write `{/* #foo */}`.'],
    ['1. Hold. {/* #id', '1:10', 'Write `{/* #id */}`.'],
    ['<Path to=menu />', '1:10', 'Write `<Path to="menu" />`.'],
    ['<Path to=“menu” />', '1:10', 'Write `<Path to="menu" />`.'],
    ['<Path to="menu />\n\nb', '1:10', 'Write `<Path to="menu" />`.'],
    ['See <Path to="a /> and <Path to="b" />.', '1:14', 'Write `<Path to="a" />`.'],
    ['<Path to={a b} />', '1:10', 'Write `to="…"`.'],
    [
      'import the names again',
      '1:1',
      'Begin it with a capital letter: `Import the names again`, or remove it: articles import nothing.',
    ],
    ['a <Path', '1:3', 'Write `<Path />`.'],
    ['<Steps\n\n1. x', '1:1', 'Write `<Steps>`.'],
    ['<Variantfor="a">x</Variant>', '1:1', 'Write `<Variant for="a">`.'],
    ['<Variant for"a">x</Variant>', '1:1', 'Write `<Variant for="a">`.'],
    ['<teps>\n\n1. x\n\n</Steps>', '1:1', 'Did you mean `<Steps>`?'],
  ];
  for (const [text, place, hint] of cases) {
    test(text.replaceAll('\n', '⏎'), () => {
      const result = parseArticleBody(text, 'mdx', 'Steps');
      assert.ok('error' in result);
      assert.deepEqual([`${result.error.line}:${result.error.column}`, result.error.hint], [place, hint]);
    });
  }
  test('Escaped signs, code and comments are read.', () => {
    assert.ok('body' in parseArticleBody('a \\< b, a < b, \\{c\\}, `<d {e` {/* #f */}', 'mdx', 'Steps'));
  });
});
