import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawingAddress, drawingFile } from './drawing-file.ts';

test('a drawing stands in a file of its own, at its own size, under the name by which it is shown', () => {
  const picture = { viewBox: '0 0 24 12', title: 'A slice', shapes: '<path d="M0 0h24"/>' };
  assert.equal(
    drawingFile('slice', picture),
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="slice" viewBox="0 0 24 12"><path d="M0 0h24"/></symbol></svg>\n',
  );
  assert.equal(drawingAddress('slice'), '/pictures/slice.svg#slice');
});
