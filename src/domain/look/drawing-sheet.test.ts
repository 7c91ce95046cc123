import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawingSheet } from './drawing-sheet.ts';

test('each drawing can be shown by its name, at its own size', () => {
  const picture = { viewBox: '0 0 24 12', title: 'A slice', shapes: '<path d="M0 0h24"/>' };
  assert.equal(
    drawingSheet(new Map([['slice', picture]])),
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="slice" viewBox="0 0 24 12"><path d="M0 0h24"/></symbol></svg>\n',
  );
});
