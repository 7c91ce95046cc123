import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { grounds } from '../../domain/knowledge/accent.ts';
import { iconSizes } from '../../domain/look/app-manifest.ts';
import type { AfterBuild } from '../step.ts';

/** The sides of the drawn icon, and how many pixels an SVG has to the inch where nothing else is said. */
const [drawn, usual] = [32, 72];
/** The side of the icon on iPhones and iPads, which show black where one is not painted. */
const touched = 180;

/** Draws the icon of the site in the sizes that home screens ask for. */
export const appIcons: AfterBuild = async (_, { out }) => {
  const icon = readFileSync(join(out, 'favicon.svg'));
  const inSize = (size: number) =>
    sharp(icon, { density: (usual * size) / drawn })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true });
  for (const size of iconSizes) await inSize(size).toFile(join(out, `icon-${size}.png`));
  await inSize(touched)
    .flatten({ background: grounds.light.paper })
    .toFile(join(out, 'apple-touch-icon.png'));
};
