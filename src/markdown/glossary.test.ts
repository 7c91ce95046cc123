import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { linkTerms } from './glossary.ts';
import { parseBody } from './parse.ts';

const glossary = ['tray', 'crumb tray', 'Lamp', 'E2'].map((term) => ({
  id: term.toLowerCase().replace(' ', '-'),
  term,
  also: [],
  typed: [],
  meaning: '',
}));

/** The linked words of a body, each with its address and the words of its paragraph. */
function linksIn(text: string): readonly string[] {
  const tree = parseBody(text, 'mdx');
  linkTerms(tree, glossary);
  const found: string[] = [];
  visit(tree, 'link', (link) => void found.push(`${toString(link)} → ${link.url}`));
  return found;
}

test('a term is linked where a page uses it first, and nowhere else', () =>
  deepEqual(linksIn('Pull the tray.\n\nEmpty the tray, then push the tray in. See E2 and E2.'), [
    'tray → /glossary/#tray',
    'E2 → /glossary/#e2',
  ]));

test('the longest term comes first, and a shorter one is linked where it stands alone', () =>
  deepEqual(linksIn('The crumb tray is a tray.'), [
    'crumb tray → /glossary/#crumb-tray',
    'tray → /glossary/#tray',
  ]));

test('a term begins a sentence with a capital, but a name keeps its letters, and a part of a word is none', () =>
  deepEqual(linksIn('Tray first. A lamp is no Lamp, and trays and tray-like things are none.'), [
    'Tray → /glossary/#tray',
    'Lamp → /glossary/#lamp',
  ]));

test('headings, links, code, names of buttons and drawn screens stay as they are', () =>
  deepEqual(
    linksIn(
      '## The tray\n\n[The tray](/x/) `tray` **tray**\n\n<Screen title="x"><Row label="a">tray</Row></Screen>',
    ),
    ['The tray → /x/'],
  ));

test('steps and quotations are running text', () =>
  deepEqual(linksIn('1. Pull the tray.\n\n> The Lamp is on.'), [
    'tray → /glossary/#tray',
    'Lamp → /glossary/#lamp',
  ]));
