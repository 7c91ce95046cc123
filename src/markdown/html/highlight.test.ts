import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from './highlight.ts';

const shown = async (code: string, language?: string): Promise<string> =>
  (await highlight(code, language)).map(({ text, look }) => (look ? `[${look} ${text}]` : text)).join('');

test('a program text has the colours of its language, whatever the language is called', async () => {
  assert.equal(await shown('a: 1 # why\n', 'yaml'), '[k a: ][n 1 ][c # why\n]');
  assert.equal(await shown('a: 1', 'YML'), '[k a: ][n 1]');
  assert.match(await shown('$ kubectl get pods # all', 'console'), /\[c # all\]/);
  assert.match(await shown('if (1) { "x" }', 'js'), /^\[k if\] .*\[s "x"\]/);
});

test('a text without a language, or in one that nobody knows, has none', async () => {
  for (const language of [undefined, 'mermaid-9', 'constructor', ''])
    assert.equal(await shown('if (a < b)', language), 'if (a < b)');
});

test('no sign of the text is lost or added', async () => {
  const code = '\n\tkey: "<b>&amp;"  \n\n  - ｶﾅ 🍞\r\n # x\n';
  for (const language of ['yaml', 'js', 'bash', 'html', 'powershell', 'diff', 'ini', 'sql', 'dockerfile'])
    assert.equal(
      (await highlight(code, language))
        .map(({ text }) => text)
        .join('')
        .replaceAll('\r', ''),
      code.replaceAll('\r', ''),
      language,
    );
});
