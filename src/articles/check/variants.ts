import type { Problem } from '../../domain/problems/problem.ts';
import { versionsIn } from '../../domain/versions/range.ts';
import type { ArticleFile, Content } from '../content.ts';

/** Variants of a fix that none of its readers sees, because `applies` leaves their platform or version out. */
export function checkVariants(file: ArticleFile, content: Content): readonly Problem[] {
  const { article, body } = file;
  const site = content.site?.value;
  const platforms = site?.platforms ?? [];
  const known = (id: string): boolean => platforms.some((platform) => platform.id === id);
  const applies = article?.kind === 'fix' ? Object.keys(article.applies) : [];
  if (!site || article?.kind !== 'fix' || !body || applies.length === 0 || !applies.every(known)) return [];
  return body.components.flatMap(({ name, attributes, line, column }): Problem[] => {
    const valueOf = (attribute: string): string | undefined =>
      attributes.find((one) => one.name === attribute)?.value;
    const platform = platforms.find(({ id }) => id === valueOf('for'));
    if (name !== 'Variant' || !platform) return [];
    const place = file.placeAt(line, column);
    const range = article.applies[platform.id];
    if (range === undefined)
      return [
        {
          kind: 'variant-never-shown',
          place,
          message: `This is for ${platform.name}, but \`applies\` does not name \`${platform.id}\`.`,
          hint: `Add \`${platform.id}: ">=1"\` to \`applies\`, with the first version it works on, or remove the variant.`,
        },
      ];
    const readers = versionsIn(platform, range, site.ranges);
    return versionsIn(platform, valueOf('versions'), site.ranges).some((id) => readers.includes(id))
      ? []
      : [
          {
            kind: 'variant-never-shown',
            place,
            message: `No reader of this fix has ${platform.name} \`${valueOf('versions')}\`: it applies to \`${range}\`.`,
            hint: 'Correct `versions` or `applies`, or remove the variant.',
          },
        ];
  });
}
