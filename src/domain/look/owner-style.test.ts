import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { ownerStyleSheet, parseOwnerStyle } from './owner-style.ts';

const sheetOf = (text: string): string => ownerStyleSheet(parseOwnerStyle(text).style);
const faultsOf = (text: string): readonly string[] =>
  parseOwnerStyle(text).faults.map(({ offset, message }) => `${offset} ${message}`);

test('colours are set for light and dark pages, sizes as they stand', () => {
  const text = `:root { --paper: light-dark(#fffdf8, #15130F);\n  --ink: #101010; --radius: 0; --text-2xl: clamp(1rem, 2vw + 1rem, 3rem) }`;
  deepEqual(faultsOf(text), []);
  equal(
    sheetOf(text),
    '@layer tokens { :root:root { --paper: var(--light, #fffdf8) var(--dark, #15130F); --ink: var(--light, #101010) var(--dark, #101010); --radius: 0; --text-2xl: clamp(1rem, 2vw + 1rem, 3rem); } }',
  );
});

test('a file without tokens adds nothing', () => {
  for (const text of ['', '/* :root { --paper: #000000 } */', ':root {}', '\n']) {
    equal(sheetOf(text), '');
    deepEqual(faultsOf(text), []);
  }
});

test('nothing but tokens gets into the page, however it is written', () => {
  for (const text of [
    '@import "https://a.example/b.css";',
    '@import url(//a.example/b.css)',
    'h1 { color: red }',
    ':root, h1 { --paper: #ffffff }',
    ':root { color: red }',
    ':root { background: url(https://a.example/b.png) }',
    ':root { --paper: url(https://a.example/b.png) }',
    ':root { --paper: #fff }',
    ':root { --paper: red }',
    ':root { --radius: calc(1px + var(--x)) } </style><script>go()</script>',
    ':root { --radius: 1rem; } } h1 { color: red',
    ':root { --radius: expression(go()) }',
    ':root { --radius: 1rem !important }',
    ':root { --text-s: url(a) }',
    ':root { --papper: #ffffff }',
    ':root { h1 { --paper: #ffffff } }',
    '@media screen { :root { --paper: #ffffff } }',
    ':root { --paper: #ffffff; --paper: #000000 }',
    ':root { --radius: 1rem; --tap: 1rem }',
  ])
    equal(faultsOf(text).length > 0, true, text);
});

test('a fault names its place, and what stands beside it is read', () => {
  const { style, faults } = parseOwnerStyle(':root {\n  --papper: #ffffff;\n  --column: 40rem;\n}\n');
  deepEqual(faults, [
    {
      offset: 10,
      message: 'There is no token `--papper`, so nothing would change.',
      hint: 'Did you mean `--paper`?',
    },
  ]);
  deepEqual([...style.sizes], [['column', '40rem']]);
  equal(style.offsets.get('column'), 31);
});
