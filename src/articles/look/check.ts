import { leastContrast, weakestContrast } from '../../domain/knowledge/accent.ts';
import { weakPairs } from '../../domain/look/palette.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Content } from '../content.ts';

const remedy = { light: 'darker', dark: 'lighter' } as const;

/** Colours of the owner's own that could not be read on the page: those of `site.yaml`, then those of `style.css`. */
export function checkColours({ site, style }: Content): readonly Problem[] {
  const accent = site?.value.accent;
  const own = (['light', 'dark'] as const).flatMap((scheme): Problem[] => {
    const contrast = accent && weakestContrast(accent, scheme);
    return !site || contrast === undefined || contrast >= leastContrast
      ? []
      : [
          {
            kind: 'low-contrast',
            place: site.placeOf(['accent', scheme]),
            message: `\`accent.${scheme}\` cannot be \`${accent?.[scheme]}\`: words in it have a contrast of ${contrast.toFixed(1)} on ${scheme} pages, and less than ${leastContrast} is hard to read.`,
            hint: `Choose a ${remedy[scheme]} colour.`,
          },
        ];
  });
  if (!style || own.length > 0) return own;
  return weakPairs(style.value, accent).map(({ scheme, token, words, on, contrast, least }): Problem => {
    const what = least === leastContrast ? 'words' : 'lines';
    return {
      kind: 'low-contrast',
      place: style.placeOf([token]),
      message: `On ${scheme} pages, ${what} in \`--${words}\` have a contrast of ${contrast.toFixed(1)} on \`--${on}\`, and less than ${least} is hard to ${what === 'words' ? 'read' : 'see'}.`,
      hint: `Choose another \`--${token}\` for ${scheme} pages, or set \`--${token === words ? on : words}\` as well.`,
    };
  });
}
