import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { codeAddressesOf, codePathOf } from './codes.ts';
import type { Saying } from './said-texts.ts';

const article = (
  kind: Saying['kind'],
  id: string,
  codes: readonly string[],
  says: readonly string[] = [],
): Saying => ({
  kind,
  id,
  title: `About ${id}`,
  says,
  codes,
});

test('The address of a code is made of its letters and digits, and stays whoever writes it how.', () => {
  equal(codePathOf('0x80070522'), '/code/0x80070522/');
  equal(codePathOf('E-17'), codePathOf('e 17'));
});

test('A code leads to the one page about it, also in its own capitals.', () =>
  deepEqual(codeAddressesOf([article('symptom', 'cold', ['E-17'])]), [
    { code: 'E-17', path: '/code/e-17/', exact: '/code/E-17/', to: '/symptoms/cold/', title: 'About cold' },
  ]));

test('A code of two pages leads to a choice between them, and a text that is no code has no address of a code.', () =>
  deepEqual(
    codeAddressesOf([article('symptom', 'cold', ['e17'], ['Too cold']), article('symptom', 'late', ['e17'])]),
    [{ code: 'e17', path: '/code/e17/', exact: undefined, to: '/says/e17/', title: 'e17' }],
  ));

test('A code that no folder could be named after has its shortened address only.', () => {
  const [address] = codeAddressesOf([article('symptom', 'cold', ['E'.repeat(300)])]);
  equal(address?.exact, undefined);
  equal(address?.path, `/code/${'e'.repeat(100)}/`);
});

test('A code that two articles write in two ways is called as the first one does, and signs alone are no code.', () =>
  deepEqual(
    codeAddressesOf([article('symptom', 'cold', ['E-17', '…']), article('symptom', 'late', ['e 17'])]).map(
      ({ code, path }) => [code, path],
    ),
    [['E-17', '/code/e-17/']],
  ));
