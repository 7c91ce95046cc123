import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from './anchors.ts';
import { liftAlerts } from './lift-alerts.ts';
import { parseBody } from './parse.ts';

const shown = (text: string): string => {
  const tree = parseBody(text, 'md');
  liftAlerts(tree);
  return tree.children
    .map((node) =>
      node.type === 'mdxJsxFlowElement'
        ? `<${node.name} ${node.attributes.map((part) => ('name' in part ? `${part.name}=${String(part.value)}` : '')).join(' ')}>${wordsOf(node)}`
        : `${node.type}: ${wordsOf(node)}`,
    )
    .join('; ');
};

test('A quote with the sign of an alert is a callout of its kind, in Markdown too.', () => {
  equal(
    shown('> [!WARNING]\n> All alarms are **lost**.\n>\n> Write them down.'),
    '<Callout kind=warning>All alarms are lost. Write them down.',
  );
  equal(shown('> [!NOTE]\n>\n> - Only one.'), '<Callout kind=note>Only one.');
  equal(shown('> [!TIP]\\\n> Hold it.'), '<Callout kind=tip>Hold it.');
});

test('A quote without a sign, with one in the middle of a line or with one that nobody knows stays a quote.', () => {
  equal(shown('> He said so.'), 'blockquote: He said so.');
  equal(shown('> [!NOTE] at once'), 'blockquote: [!NOTE] at once');
  equal(shown('> [!constructor]\n> x'), 'blockquote: [!constructor] x');
  equal(shown('> [!DANGER]\n> x'), 'blockquote: [!DANGER] x');
});
