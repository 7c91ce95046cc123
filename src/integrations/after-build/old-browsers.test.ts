import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oldBrowsers } from './old-browsers.ts';

test('a rule of an early layer loses against one of a later layer, however much its selector weighs', () => {
  assert.equal(
    oldBrowsers('@layer prose,components;@layer components{p{top:1px}}@layer prose{.flow .x:hover{top:0}}'),
    ':where(.flow .x:hover){top:0}p{top:1px}',
  );
});

test('in an early layer what weighed more still wins', () => {
  assert.equal(
    oldBrowsers('@layer prose,components;@layer prose{.x{top:0}p{top:1px}a,.y{top:2px}}'),
    ':where(p){top:1px}:where(a){top:2px}:where(.x){top:0}:where(.y){top:2px}',
  );
});

test('layers win in the order in which they are first named, and what is in no layer wins over all but the last ones', () => {
  assert.equal(
    oldBrowsers(
      '@layer a,b,components,print;p{top:4px}@layer print{p{top:5px}}@layer components{p{top:3px}}@layer b{p{top:2px}}@layer a{p{top:1px}}',
    ),
    ':where(p){top:2px}p{top:4px;top:5px!important}',
  );
});

test('a part of an element stays outside what takes the weight away', () => {
  assert.equal(
    oldBrowsers('@layer reset,components;@layer reset{*,*::before{margin:0}.x:hover::after{top:0}}'),
    '*,:before{margin:0}:where(.x:hover):after{top:0}',
  );
});

test('conditions stay around their rules, and rules for pages and movements stay whole', () => {
  assert.equal(
    oldBrowsers(
      '@layer components,print;@layer components{@keyframes k{to{top:0}}@media print{.x{top:0}.y{top:1px}}}@layer print{@media print{@page{margin:1cm}a{top:0}}}',
    ),
    '@keyframes k{to{top:0}}@media print{.x{top:0}.y{top:1px}@page{margin:1cm}a{top:0!important}}',
  );
});

test('widths are asked for in the old way, and what needed a prefix gets it', () => {
  assert.equal(
    oldBrowsers('@media (width >= 30rem){.x{user-select:none}}'),
    '@media (min-width:30rem){.x{-webkit-user-select:none;user-select:none}}',
  );
});

test('what is asked for below a width is denied from that width on, in the words of the first media queries', () => {
  const old = '@media not all and (min-width:30rem){a{top:0}}';
  assert.equal(oldBrowsers('@media (width < 30rem){a{top:0}}'), old);
  assert.equal(oldBrowsers('@media not (min-width:30rem){a{top:0}}'), old);
  assert.equal(
    oldBrowsers('@media (width > 30rem), print{a{top:0}}'),
    '@media not all and (max-width:30rem),print{a{top:0}}',
  );
});

test('the empty value of a switch stays, and so does the older of two values', () => {
  assert.equal(
    oldBrowsers(':root{--dark: }.x{min-block-size:100vh;min-block-size:100svb}'),
    ':root{--dark: }.x{min-block-size:100vh;min-block-size:100svb}',
  );
});

test('a sheet that only names layers is empty', () => {
  assert.equal(oldBrowsers('@layer reset,components;'), '');
});
