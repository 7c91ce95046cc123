import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { wordsOf } from '../markdown/find-anchors.ts';
import { walk } from './walk.ts';
import { parseBody } from '../markdown/parse.ts';
import { anyArticle } from './fixtures/generated-text.ts';
import { importOldSite, importTexts } from './fixtures/old-site.ts';
import type { Import } from './import-folder.ts';
import { splitSource } from './read/front-matter.ts';
import { reportOf } from './report/report.ts';

/** Letters and digits only: what no rule of writing changes. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** All words of the drafts of a source, fields included. */
function wordsOfDrafts(made: Import, path: string): string {
  return letters(
    made.files
      .filter(({ source }) => source === path)
      .map(({ text }) => {
        const { body } = splitSource(text);
        return `${text.slice(0, text.length - body.length)} ${leaves(parseBody(body, 'md')).join(' ')}`;
      })
      .join(' '),
  );
}

/** The words of each paragraph, cell and piece of code. */
function leaves(tree: Nodes): readonly string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading')
      found.push(wordsOf(node));
    if (node.type === 'code') found.push(node.value);
  });
  return found;
}

function assertAccounted(made: Import): void {
  for (const { source, drafts } of made.documents) {
    for (const block of source.blocks) {
      assert.ok(block.fate, `${source.path}:${block.line} has no fate: ${block.words}`);
      if (block.fate !== 'dropped')
        assert.ok(
          block.home && drafts.includes(block.home),
          `${source.path}:${block.line} has no home: ${block.words}`,
        );
      if (block.fate === 'dropped')
        assert.notEqual(block.why, '', `${source.path}:${block.line} is dropped without a reason`);
    }
  }
  const report = reportOf(made);
  for (const { blocks, path } of report.files) {
    assert.equal(blocks.in, blocks.kept + blocks.moved + blocks.changed + blocks.dropped);
    assert.equal(blocks.in, made.documents.find(({ source }) => source.path === path)?.source.blocks.length);
  }
  const sum = report.files.reduce((all, { blocks }) => all + blocks.in, 0);
  assert.equal(report.blocks.in, sum);
}

test('Every block of every file has one fate, and the numbers add up for each file and in total.', () => {
  assertAccounted(importOldSite());
});

test('Every word of a block that was not dropped stands in a draft.', () => {
  const made = importOldSite();
  for (const { source } of made.documents) {
    const all = wordsOfDrafts(made, source.path);
    for (const block of source.blocks) {
      if (block.fate === 'dropped' || block.kind === 'heading' || block.kind === 'html') continue;
      // The words of a block are cut at a hundred letters, perhaps within a word; its sentences may stand in several drafts.
      const sentences = block.words.slice(0, 90).split(/(?<=[.!?])\s+/);
      const found = sentences.every((sentence) => all.includes(letters(sentence)));
      assert.ok(found, `${source.path}:${block.line} lost its words: ${block.words}`);
    }
  }
});

test('Whatever a text holds, every block has one fate and every word of a paragraph that was not dropped stands in a draft.', () => {
  fc.assert(
    fc.property(anyArticle, (text) => {
      const made = importTexts({ 'page.md': text });
      assertAccounted(made);
      const [document] = made.documents;
      if (!document) return;
      const all = wordsOfDrafts(made, 'page.md');
      for (const block of document.source.blocks)
        if (block.kind === 'paragraph' && block.fate === 'kept')
          assert.ok(
            all.includes(letters(block.words.slice(0, 90))),
            `line ${block.line} lost its words: ${block.words}\n${made.files.map((file) => file.text).join('\n')}`,
          );
    }),
    { seed: 17, numRuns: 250 },
  );
});
