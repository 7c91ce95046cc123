import { elementsIn } from '../../html/elements.ts';

/** The labels of the variants that no version tells apart, such as models, where steps differ by them; none when there is no choice. */
export function modelsIn(html: string): readonly string[] {
  if (!html.includes('variant')) return [];
  const all = elementsIn(html);
  const isA = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
    attributes['class']?.split(' ').includes(name) ?? false;
  const labels = all
    .filter(({ attributes }) => isA('variant', attributes) && attributes['data-variant'] === undefined)
    .flatMap(({ inside }) => {
      const within = all.filter(({ startTag }) => startTag.from >= inside.from && startTag.to <= inside.to);
      const label = within.find(({ attributes }) => isA('label', attributes));
      const hasSteps = within.some(({ attributes }) => isA('step', attributes));
      return label && hasSteps ? [html.slice(label.inside.from, label.inside.to).trim()] : [];
    });
  const different = [...new Set(labels)];
  return different.length > 1 ? different : [];
}
