import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { codeBlock, codeSpan, escapeStart, escapeText, linkTarget } from './markdown-text.ts';
import { htmlAttribute, htmlText, xmlText } from './markup.ts';

test('signs that mean something in a line of Markdown are escaped, and no others', () => {
  for (const [text, written] of [
    ['a\\b `c` *d* [e] ~f~ g|h', 'a\\\\b \\`c\\` \\*d\\* \\[e\\] \\~f\\~ g\\|h'],
    ['<b> <B> </b> <!-- <?x', '\\<b> \\<B> \\</b> \\<!-- \\<?x'],
    ['1 < 2, 3 <4', '1 < 2, 3 <4'],
    ['&amp; &#38; &#x26;', '\\&amp; \\&#38; \\&#x26;'],
    ['R&D & more; x&y', 'R&D & more; x&y'],
    ['_a_ b_c _d', '\\_a\\_ b_c \\_d'],
    ['9_9 ä_ö', '9_9 ä_ö'],
    ['-_- a_', '-\\_- a\\_'],
    ['(a) {b} #c + - > !d', '(a) {b} #c + - > !d'],
    ['two  spaces\n\tand a line', 'two spaces and a line'],
  ] as const)
    equal(escapeText(text), written, text);
});

test('a line begins with nothing that Markdown takes for a heading, a list, a quotation or a rule', () => {
  for (const [line, written] of [
    ['# a', '\\# a'],
    ['###### a', '\\###### a'],
    ['####### a', '####### a'],
    ['#', '\\#'],
    ['#a', '#a'],
    ['- a', '\\- a'],
    ['+', '\\+'],
    ['-a', '-a'],
    ['+1', '+1'],
    ['>a', '\\>a'],
    ['===', '\\==='],
    ['==  ', '\\==  '],
    ['== a', '== a'],
    ['---', '\\---'],
    ['--  ', '\\--  '],
    ['-- a', '-- a'],
    ['-- - ', '\\-- - '],
    ['-- - a', '-- - a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['3.', '3\\.'],
    ['3.5 V', '3.5 V'],
    ['a 1. # - >', 'a 1. # - >'],
  ] as const)
    equal(escapeStart(line), written, line);
});

test('program text is fenced by more marks than stand in it', () => {
  for (const [text, written] of [
    ['a', '`a`'],
    ['', ''],
    ['a  b\nc', '`a b c`'],
    ['a`b', '``a`b``'],
    ['a``b`c', '```a``b`c```'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    [' a ', '`  a  `'],
    [' a', '` a`'],
    ['a ', '`a `'],
    [' ', '` `'],
  ] as const)
    equal(codeSpan(text), written, text);
  equal(codeBlock('a\n', 'sh'), '```sh\na\n```');
  equal(codeBlock('a\n\nb', ''), '```\na\n\nb\n```');
  equal(codeBlock('a\n\n', ''), '```\na\n\n```');
  equal(codeBlock('````\nb', 'md'), '`````md\n````\nb\n`````');
});

test('what would end the target of a link is written as percent signs', () => {
  equal(linkTarget('/a b<c>(d)\\'), '/a%20b%3Cc%3E%28d%29%5C');
  equal(linkTarget('/a/?q=é&x=1#b'), '/a/?q=é&x=1#b');
});

test('texts in HTML and XML are texts', () => {
  equal(htmlText(`<a title="it's">&amp;`), '&lt;a title=&quot;it&#39;s&quot;&gt;&amp;amp;');
  equal(htmlAttribute(`<a title="it's">&amp;`), `<a title=&quot;it's&quot;>&amp;amp;`);
  equal(xmlText(`<a title="it's">&`), `&lt;a title=&quot;it's&quot;&gt;&amp;`);
  equal(xmlText('a\0\x08\t\n\r\x0b\x0c\x0e\x1f \uFFFE\uFFFF\uD800b'), 'a\t\n\r \uFFFDb');
});
