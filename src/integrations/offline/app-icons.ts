import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { iconSizes } from '../../domain/look/app-manifest.ts';
import type { AfterBuild } from '../steps.ts';

/** The sides of the drawn icon, and how many pixels an SVG has to the inch where nothing else is said. */
const [drawn, usual] = [32, 72];

/** Draws the icon of the site in the sizes that home screens ask for. */
export const appIcons: AfterBuild = async (_, { out }) => {
  const icon = readFileSync(join(out, 'favicon.svg'));
  for (const size of iconSizes)
    await sharp(icon, { density: (usual * size) / drawn })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(join(out, `icon-${size}.png`));
};
