import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import postcss from 'postcss';
import selectors from 'postcss-selector-parser';
import { filesBelow } from '../../../articles/read/files-below.ts';

const src = join(import.meta.dirname, '..', '..', '..');
const styleOf = /<style[^>]*>([\s\S]*?)<\/style>/g;
const files = filesBelow(src).filter((file) => /\.(?:astro|css|ts)$/.test(file) && !/\.test\.ts$/.test(file));
const sources = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Everything but styles, as one text: markup, and scripts that make or look for elements. */
const markup = sources
  .filter(({ file }) => !file.endsWith('.css'))
  .map(({ text }) => text.replaceAll(styleOf, ''))
  .join('\n');
const words = new Set(markup.match(/[A-Za-z][\w-]*/g));

/** Whether a name stands in markup or in a script: as it is, as a property of `dataset`, or as the beginning of one that ends with a number. */
function isGiven(name: string): boolean {
  const property = name
    .replace(/^data-/, '')
    .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return words.has(name) || words.has(property) || markup.includes(`${name.replace(/\d+$/, '')}\${`);
}

/** The classes, and the names of attributes, in the selectors of a style. */
function namesIn(style: string): readonly string[] {
  const names = new Set<string>();
  const read = selectors((root) => {
    root.walkClasses(({ value }) => void names.add(value));
    root.walkAttributes(({ attribute }) => void names.add(attribute));
  });
  postcss.parse(style).walkRules(({ selector, parent }) => {
    if (!(parent?.type === 'atrule' && 'name' in parent && parent.name === 'keyframes'))
      read.processSync(selector.replaceAll(/:global\(/g, ':is('));
  });
  return [...names];
}

test('Every class and attribute that a style names is given to something: a rule for paper or for another component’s parts cannot outlive them.', () => {
  const styles = sources.flatMap(({ file, text }) =>
    file.endsWith('.css')
      ? [{ file, style: text }]
      : file.endsWith('.astro')
        ? [...text.matchAll(styleOf)].map(([, style = '']) => ({ file, style }))
        : [],
  );
  const lost = styles.flatMap(({ file, style }) =>
    namesIn(style)
      .filter((name) => !isGiven(name))
      .map((name) => `${file.slice(src.length + 1)}: ${name}`),
  );
  deepEqual(lost, []);
});
