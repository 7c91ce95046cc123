import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grounds } from '../../domain/knowledge/accent.ts';
import { iconSizes } from '../../domain/look/app-manifest.ts';
import { madeBefore } from '../run/made-before.ts';
import type { AfterBuild } from '../step.ts';

/** The sides of the drawn icon, and how many pixels an SVG has to the inch where nothing else is said. */
const [drawn, usual] = [32, 72];
/** The side of the icon for systems that take no other, and show black where one is not painted. */
const touched = 180;

/** Draws the icon of the site in the sizes that home screens ask for. */
export const appIcons: AfterBuild = async (base, { out }) => {
  const icon = readFileSync(join(out, 'favicon.svg'));
  const write = async (name: string, size: number, ground?: string): Promise<void> => {
    const of = Buffer.concat([icon, Buffer.from(`\0${ground}`)]);
    writeFileSync(join(out, name), await madeBefore(base, name, of, () => inSize(icon, size, ground)));
  };
  for (const size of iconSizes) await write(`icon-${size}.png`, size);
  await write('apple-touch-icon.png', touched, grounds.light.paper);
};

async function inSize(icon: Uint8Array, size: number, ground?: string): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const drawing = sharp(icon, { density: (usual * size) / drawn })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true });
  return (ground === undefined ? drawing : drawing.flatten({ background: ground })).toBuffer();
}
