import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { Card } from '../../domain/twins/card.ts';
import { drawCard } from './cards.ts';

const card: Card = {
  title: 'Empty the crumb tray',
  kind: 'Fix',
  fact: '3 min',
  site: 'Toast',
  accent: '#7a2f12',
  paper: '#fbfaf7',
};

test('a card is a picture of the size that other sites ask for, the same for the same words, and its edge is the accent', async () => {
  const png = await drawCard(card);
  const { width, height, format } = await sharp(png).metadata();
  deepEqual([format, width, height], ['png', 1200, 630]);
  deepEqual(await drawCard({ ...card }), png);
  const [red, green, blue] = await sharp(png)
    .extract({ left: 5, top: 300, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  deepEqual([red, green, blue], [0x7a, 0x2f, 0x12]);
});

test('what stands on a card is to be seen on it, the last line too', async () => {
  const rows = async (changed: Partial<Card>): Promise<readonly Buffer[]> => {
    const picture = sharp(await drawCard({ ...card, ...changed }))
      .greyscale()
      .threshold(128);
    const cut = (top: number, height: number): Promise<Buffer> =>
      picture.clone().extract({ left: 40, top, width: 1100, height }).raw().toBuffer();
    return [await cut(0, 160), await cut(160, 310), await cut(470, 130)];
  };
  const own = await rows({});
  for (const [at, changed] of [
    { kind: 'Ursache' },
    { title: 'Очистить поддон' },
    { fact: '20 min' },
  ].entries()) {
    const others = await rows(changed);
    for (const [row, bytes] of others.entries())
      if (row === at) notDeepEqual(bytes, own[row]);
      else equal(bytes.equals(own[row]!), true, `row ${row} of ${JSON.stringify(changed)}`);
  }
});
