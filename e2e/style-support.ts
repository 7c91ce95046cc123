import postcss, { type AtRule, type Declaration, type Rule } from 'postcss';
import parseSelector, { type Selector } from 'postcss-selector-parser';
import { css, featureAt, lacking, partsOf, type Feature } from './browser-data.ts';

/** A part of a style that the oldest browsers would drop. */
export interface NewerStyle {
  /** Such as `:has()` or `overflow: clip`. */
  readonly feature: string;
  readonly browsers: readonly string[];
  readonly node: AtRule | Declaration | Rule;
}

/** Functions in values, such as `light-dark`. */
const functions = new Map(
  partsOf(featureAt(css, 'types')).flatMap(([name, feature]) => [
    [name, feature] as const,
    ...partsOf(feature),
  ]),
);
/** What the data calls a part of a value that has no name of its own. */
const signs: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [
    /\d(?:sv[bhiw]|svmin|svmax)\b/,
    'small viewport units',
    ['types', 'length', 'viewport_percentage_units_small'],
  ],
  [
    /\d(?:dv[bhiw]|dvmin|dvmax)\b/,
    'dynamic viewport units',
    ['types', 'length', 'viewport_percentage_units_dynamic'],
  ],
  [
    /\d(?:lv[bhiw]|lvmin|lvmax)\b/,
    'large viewport units',
    ['types', 'length', 'viewport_percentage_units_large'],
  ],
  [/\dcq[a-z]+\b/, 'container units', ['types', 'length', 'container_query_length_units']],
];

/** Everything in a style sheet that one of the oldest browsers would drop, but for what has an older way beside it. */
export function newerStyles(sheet: string): readonly NewerStyle[] {
  const found: NewerStyle[] = [];
  postcss.parse(sheet).walk((node) => {
    if (node.type === 'comment') return;
    const features = featuresOf(node).map(([name, feature]) => [name, lacking(feature)] as const);
    for (const [feature, browsers] of features)
      if (browsers.length > 0) found.push({ feature, browsers, node });
  });
  return found;
}

/** A style sheet as one of the oldest browsers reads it: what it does not know is gone. */
export function asOldBrowser(sheet: string): string {
  const root = postcss.parse(sheet);
  root.walk((node) => {
    if (node.type === 'comment') return;
    if (node.type === 'decl' && node.parent === undefined) return;
    if (featuresOf(node, false).some(([, feature]) => lacking(feature).length > 0)) node.remove();
  });
  return root.toString();
}

type Named = readonly (readonly [string, Feature | undefined])[];

function featuresOf(node: AtRule | Declaration | Rule, forgiving = true): Named {
  if (node.type === 'atrule') return featuresOfAtRule(node);
  if (node.type === 'rule')
    return node.parent?.type === 'atrule' && isKeyframes(node.parent) ? [] : featuresOfRule(node);
  return forgiving && hasOlderWay(node) ? [] : featuresOfDeclaration(node);
}

function featuresOfAtRule({ name, params }: AtRule): Named {
  const at = featureAt(css, 'at-rules', name);
  if (name !== 'media') return [[`@${name}`, at]];
  const asked = [...params.matchAll(/\(\s*([\w-]+)/g)].map(([, feature = '']) =>
    feature.replace(/^(?:min|max)-/, ''),
  );
  return [
    ...asked.map((feature) => [`@media (${feature})`, featureAt(at, feature)] as const),
    ...(/\bnot\s*\(/.test(params) ? [['@media not (…)', featureAt(at, 'or_syntax')] as const] : []),
    ...(/[<>]/.test(params) ? [['@media (… >= …)', featureAt(at, 'range_syntax')] as const] : []),
  ];
}

function isKeyframes(node: object): boolean {
  return 'name' in node && node.name === 'keyframes';
}

/** What `:is()` and `:where()` hold may be unknown: it is passed over. Everything else unknown takes the whole rule away. */
function featuresOfRule(rule: Rule): Named {
  const nested =
    rule.parent?.type === 'rule' ? [['nesting', featureAt(css, 'selectors', 'nesting')] as const] : [];
  return [...nested, ...parseSelector().astSync(rule.selector).nodes.flatMap(pseudosIn)];
}

function pseudosIn(selector: Selector): Named {
  return selector.nodes.flatMap((node): Named => {
    if (!parseSelector.isPseudo(node)) return [];
    const name = node.value.replace(/^:+/, '');
    const own = [node.value, featureAt(css, 'selectors', name)] as const;
    return name === 'is' || name === 'where' ? [own] : [own, ...node.nodes.flatMap(pseudosIn)];
  });
}

function featuresOfDeclaration({ prop, value }: Declaration): Named {
  const called = [...value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g)].map(
    ([, name = '']) => [`${name}()`, functions.get(name)] as const,
  );
  const units = signs
    .filter(([pattern]) => pattern.test(value))
    .map(([, name, path]) => [name, featureAt(css, ...path)] as const);
  if (prop.startsWith('--')) return [...called, ...units];
  if (prop.startsWith('-')) return [];
  const property = featureAt(css, 'properties', prop);
  const words =
    value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '').match(/(?<![\w#-])[a-z][a-z-]*(?![\w(-])/g) ?? [];
  const alternative = prop === 'content' && /["']\s*\//.test(value);
  return [
    [prop, property],
    ...words.map((word) => [`${prop}: ${word}`, featureAt(property, word)] as const),
    ...(alternative ? [['content: … / …', featureAt(property, 'alt_text')] as const] : []),
    ...called,
    ...units,
  ];
}

/** Another value for the same before it, or the same with a prefix beside it. */
function hasOlderWay(declaration: Declaration): boolean {
  const bare = declaration.prop.replace(/^-\w+-/, '');
  return (declaration.parent?.nodes ?? []).some(
    (node) =>
      node.type === 'decl' &&
      node !== declaration &&
      (node.prop === declaration.prop
        ? featuresOfDeclaration(node).every(([, feature]) => lacking(feature).length === 0)
        : node.prop !== bare && node.prop.replace(/^-\w+-/, '') === bare),
  );
}
