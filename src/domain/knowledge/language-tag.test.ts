import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, isLanguageTag, languageName, meantLanguageTag } from './language-tag.ts';

test('a language is named by a tag that the web knows', () => {
  for (const tag of ['en', 'de', 'de-AT', 'en-GB', 'zh-Hant', 'pt-BR', 'tlh'])
    assert.ok(isLanguageTag(tag), tag);
  for (const text of ['', 'en_US', 'English', 'Deutsch', 'xx', 'gr', 'e', 'de-', 'german language', 'en US'])
    assert.ok(!isLanguageTag(text), text);
});

test('what was meant can mostly be told', () => {
  for (const [text, tag] of [
    ['en_US', 'en-US'],
    ['de_de.UTF-8', 'de-DE'],
    ['English', 'en'],
    ['german', 'de'],
    ['Deutsch', 'de'],
    ['français', 'fr'],
    ['gr', 'el'],
    ['jp', 'ja'],
    ['cz', 'cs'],
  ] as const)
    assert.equal(meantLanguageTag(text), tag, text);
  for (const text of ['', 'my language', 'xx', '12']) assert.equal(meantLanguageTag(text), undefined, text);
});

test('a language has a name', () => {
  assert.equal(languageName('fr-CA'), 'French');
  assert.equal(languageName('aaa'), 'aaa');
});

test('a language is written from the right where its script is', () => {
  for (const tag of ['ar', 'ar-EG', 'he', 'fa', 'ur', 'ckb', 'dv', 'yi', 'pa-PK', 'az-Arab', 'ff-Adlm'])
    assert.equal(directionOf(tag), 'rtl', tag);
  for (const tag of ['en', 'de-AT', 'tr', 'pa', 'ja', 'ar-Latn', 'tlh'])
    assert.equal(directionOf(tag), 'ltr', tag);
});
