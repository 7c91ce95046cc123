import { closest } from '../../domain/problems/closest.ts';
import type { ProblemKind } from '../../domain/problems/catalogue.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import {
  componentNames,
  components,
  harmlessElements,
  isComponent,
  type Component,
  type ComponentName,
} from '../../markdown/components.ts';
import { foreignTagWords } from '../marks/html-tags.ts';
import type { TextFile, ComponentUse, Content, Point } from '../content.ts';
import { checkPlatform } from './platform.ts';
import { checkPicture } from '../pictures/check.ts';
import { didYouMean, listOf, sentences } from '../../domain/problems/say.ts';

type Report = (kind: ProblemKind, message: string, hint: string, attribute?: string) => Problem;

/** A component that does not exist, or whose attributes are not what it takes. */
export function checkComponent(file: TextFile, content: Content, use: ComponentUse): readonly Problem[] {
  const report: Report = (kind, message, hint, attribute) => {
    const { line, column }: Point = use.attributes.find(({ name }) => name === attribute) ?? use;
    return { kind, place: file.placeAt(line, column), message, hint };
  };
  if (use.name === '' || harmlessElements.has(use.name)) {
    return use.attributes.length > 0
      ? [
          report(
            'wrong-attribute',
            `\`<${use.name}>\` takes no attributes here.`,
            `Write \`<${use.name}>\` alone.`,
            use.attributes[0]?.name,
          ),
        ]
      : [];
  }
  const { name } = use;
  if (!isComponent(name)) return [unknownComponent(name, report)];
  const known: Component = components[name];
  return [
    ...checkAttributes(use, known, report),
    ...Object.entries(known.attributes).flatMap(([attribute, { values }]) =>
      values ? oneOf(use, attribute, values, report) : [],
    ),
    ...(checks[name]?.(content, use, report) ?? []),
  ];
}

function unknownComponent(name: string, report: Report): Problem {
  const names = componentNames;
  const meant = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? closest(name, names);
  if (/^[a-z]/.test(name) && meant?.toLowerCase() !== name)
    return report('unknown-component', ...foreignTagWords(name));
  const message = `There is no component \`<${name}>\`.`;
  return report(
    'unknown-component',
    message,
    didYouMean(meant && `<${meant}>`) ??
      `Write it in Markdown, or use one of ${listOf(names.map((one) => `<${one}>`))}.`,
  );
}

function checkAttributes(
  use: ComponentUse,
  { attributes: known, holds }: Component,
  report: Report,
): readonly Problem[] {
  const names = Object.keys(known);
  const meantBy = new Map(
    use.attributes
      .filter(({ name }) => !Object.hasOwn(known, name))
      .map(({ name }) => [name, closest(name, names)]),
  );
  const mistyped = new Set(meantBy.values());
  const missing = names.filter((name) => known[name]?.required && !mistyped.has(name));
  return [
    ...use.attributes.flatMap(({ name, value }): Problem[] => {
      if (Object.hasOwn(known, name)) return value === undefined ? [valueInBraces(name, report)] : [];
      const takes = names.length > 0 ? listOf(names) : 'no attributes';
      return [
        report(
          'wrong-attribute',
          `\`<${use.name}>\` has no attribute \`${name}\`.`,
          didYouMean(meantBy.get(name)) ?? `Remove it. It takes ${takes}.`,
          name,
        ),
      ];
    }),
    ...missing.flatMap((name): Problem[] => {
      const given = use.attributes.find((attribute) => attribute.name === name);
      if (given && given.value !== '') return [];
      return [
        report(
          'wrong-attribute',
          `\`<${use.name}>\` ${given ? `has an empty \`${name}\`` : `lacks \`${name}\``}.`,
          `Write \`<${use.name} ${name}="…"${holds === 'nothing' ? ' />' : '>'}\`.`,
          name,
        ),
      ];
    }),
  ];
}

function valueInBraces(name: string, report: Report): Problem {
  return report(
    'wrong-attribute',
    `The value of \`${name}\` stands in braces, and articles run nothing.`,
    `Write \`${name}="…"\`.`,
    name,
  );
}

type CheckUse = (content: Content, use: ComponentUse, report: Report) => readonly Problem[];

/** What the attributes of a component say together, and of the rest of the content. */
const checks: { readonly [N in ComponentName]?: CheckUse } = {
  Path: (content, use, report) =>
    checkPath(content, valueOf(use, 'to'), valueOf(use, 'for'), report, placeOf(report, 'for')),
  Picture: (content, use, report) => {
    const alt = use.attributes.find(({ name }) => name === 'alt')?.value;
    return checkPicture(content, { id: valueOf(use, 'id'), alt }, report);
  },
  Variant: checkVariant,
};

function checkVariant(content: Content, use: ComponentUse, report: Report): readonly Problem[] {
  const platforms = valueOf(use, 'for').split(/\s+/).filter(Boolean);
  if (platforms.length > 0)
    return platforms.flatMap((platform) =>
      checkPlatform(content, platform, valueOf(use, 'versions') || undefined, placeOf(report, 'for')),
    );
  if (
    use.attributes.some(
      ({ name }) =>
        !Object.hasOwn(components.Variant.attributes, name) && closest(name, ['for', 'label']) !== undefined,
    )
  )
    return [];
  if (valueOf(use, 'versions'))
    return [
      report(
        'wrong-attribute',
        '`versions` stands without the platform it counts.',
        'Add `for="…"` with a platform of site.yaml.',
        'versions',
      ),
    ];
  return valueOf(use, 'label')
    ? []
    : [
        report(
          'wrong-attribute',
          '`<Variant>` does not say what it is for.',
          'Add `for="…"` with a platform of site.yaml, or `label="…"`.',
        ),
      ];
}

function valueOf(use: ComponentUse, name: string): string {
  return use.attributes.find((attribute) => attribute.name === name)?.value ?? '';
}

function placeOf(report: Report, attribute: string): Problem['place'] {
  return report('unknown-version', '', '', attribute).place;
}

function oneOf(
  use: ComponentUse,
  name: string,
  allowed: readonly string[],
  report: Report,
): readonly Problem[] {
  const given = use.attributes.find((attribute) => attribute.name === name)?.value;
  if (given === undefined || allowed.includes(given)) return [];
  const meant = closest(given, allowed);
  const choices = `Allowed: ${listOf(allowed.map((one) => `${name}="${one}"`))}.`;
  return [
    report(
      'wrong-attribute',
      `\`${name}\` of \`<${use.name}>\` cannot be \`${given}\`.`,
      sentences(didYouMean(meant && `${name}="${meant}"`), choices),
      name,
    ),
  ];
}

function checkPath(
  content: Content,
  to: string,
  platform: string,
  report: Report,
  place: Problem['place'],
): readonly Problem[] {
  if (to === '' || content.unread.files.has('ui-paths.yaml')) return [];
  const places = content.uiPaths.value;
  const ways = Object.hasOwn(places, to) ? places[to] : undefined;
  if (!ways) {
    const meant = closest(to, Object.keys(places));
    const hint =
      didYouMean(meant && `<Path to="${meant}" />`) ??
      `Add \`${to}: [{ for: …, path: [First, Second] }]\` to ui-paths.yaml.`;
    return [report('unknown-path', `\`ui-paths.yaml\` knows no place \`${to}\`.`, hint, 'to')];
  }
  if (platform === '') return [];
  const wrong = checkPlatform(content, platform, undefined, place);
  if (wrong.length > 0 || ways.some((way) => way.for === platform)) return wrong;
  return [
    report(
      'unknown-path',
      `\`ui-paths.yaml\` has no way to \`${to}\` on \`${platform}\`, so nothing would be shown.`,
      `Add \`{ for: ${platform}, path: [First, Second] }\` to \`${to}\` there, or name one of ${listOf(new Set(ways.map((way) => way.for)))}.`,
      'for',
    ),
  ];
}
