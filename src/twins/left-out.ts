import type { Tree } from '../html/tree.ts';

/** Elements that say nothing to a program: what only works in a browser, and what is drawn. */
const names = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'button',
  'form',
  'label',
  'input',
  'select',
  'textarea',
  'model-picker',
  'copy-code',
  'print-button',
]);

/** Parts of a page by their class: what a reader does there, and what stands on the page a second time. */
const classes = /(?:^|\s)(?:go|take|offer|link-note|was|marks|place)(?:\s|$)/;

/** Whether an element is no part of what a page says. */
export function isLeftOut({ name, attributes }: Tree): boolean {
  return (
    names.has(name) ||
    name.startsWith('tried-') ||
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    attributes['role'] === 'status' ||
    (attributes['class'] !== undefined && classes.test(attributes['class']))
  );
}

/** Whether an element is the link to its own place, which stands beside every heading and step. */
export function isAnchor({ name, attributes }: Tree): boolean {
  return name === 'a' && /(?:^|\s)anchor(?:\s|$)/.test(attributes['class'] ?? '');
}
