import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePicture } from './picture.ts';

const drawing = (inside: string): string =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${inside}</svg>\n`;
const faultsOf = (text: string): readonly string[] =>
  parsePicture(text).faults.map(({ offset, what }) => `${what}: ${text.slice(offset, offset + 6)}`);

test('A drawing is taken apart into its box, its words and its shapes.', () => {
  const { picture, faults } = parsePicture(
    drawing(
      '>\n  <title>Tea &amp; toast</title>\n  <!-- a note --><path d="M1 1"/>\n  <text x="1">on  <tspan>off</tspan></text>\n',
    ),
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(picture, {
    viewBox: '0 0 9 9',
    title: 'Tea & toast',
    shapes: '<path d="M1 1"/><text x="1">on  <tspan>off</tspan></text>',
  });
});

test('What runs, loads or clashes is found wherever it stands on its line.', () => {
  const own = (attribute: string): string => drawing(`><title>T</title><path\n${attribute} d="M1"/>`);
  assert.deepEqual(faultsOf(own('onclick="x()"')), ['an event handler: onclic']);
  assert.deepEqual(faultsOf(own('style="fill: red"')), ['a style: style=']);
  assert.deepEqual(faultsOf(own('id="main"')), ['an id: id="ma']);
  assert.deepEqual(faultsOf(own("xlink:href = '/x'")), ['a reference to something else: xlink:']);
  assert.deepEqual(faultsOf(own('fill="url(#a)"')), ['a reference to something else: fill="']);
  assert.deepEqual(faultsOf(drawing('\nonload="x()"><title>T</title>')), ['an event handler: onload']);
  assert.deepEqual(faultsOf(drawing('><title>T</title><SCRIPT>1</SCRIPT>')), ['a script: <SCRIP']);
  assert.deepEqual(faultsOf(drawing('><title>T</title><img src="/x"/>')), ['`<img>`: <img s']);
  assert.deepEqual(faultsOf(`<!DOCTYPE svg>${drawing('><title>T</title>')}`), ['a document type: <!DOCT']);
});

test('The words of an attribute are no attribute.', () => {
  assert.deepEqual(faultsOf(drawing(' aria-label="an\nid=1 style=2 onclick=3"><title>T</title>')), []);
});

test('A drawing is read as a browser reads it, however it is written.', () => {
  const own = (torn: string): string => drawing(`><title>T</title>${torn}`);
  assert.deepEqual(faultsOf(own('<path/onclick=alert(1)>')), ['an event handler: onclic']);
  assert.deepEqual(faultsOf(own('<path d="a>b" onclick="x()"/>')), ['an event handler: onclic']);
  assert.deepEqual(faultsOf(own('<path fill=none d=M1 />')), []);
  assert.deepEqual(faultsOf(own('</svg><p onclick="x()">')), ['`<p>`: <p onc', 'an event handler: onclic']);
  const { picture } = parsePicture(own('<g><path d="M1"></svg></g></div>'));
  assert.equal(picture.shapes, '<g><path d="M1"/></g>');
});

test('A text that is no drawing leaves nothing to show.', () => {
  assert.deepEqual(parsePicture('only words').picture, { viewBox: '0 0 24 24', title: '', shapes: '' });
});
