import { grounds, ownAccent } from '../knowledge/accent.ts';
import { directionOf } from '../knowledge/language-tag.ts';
import type { Site } from '../knowledge/site.ts';

/** Sides of the square icons of a site in pixels, beside the drawn one: browsers ask for these before they offer to install it. */
export const iconSizes = [192, 512] as const;

/** The web app manifest of a site that is served below `base`, as JSON. */
export function appManifestOf(site: Site, base: string): string {
  const manifest = {
    id: base,
    name: site.title,
    short_name: site.title,
    description: site.description || undefined,
    lang: site.language,
    dir: directionOf(site.language),
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: grounds.light.paper,
    theme_color: site.accent?.light ?? ownAccent.light,
    icons: [
      { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      ...iconSizes.map((size) => ({
        src: `${base}icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'any',
      })),
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
