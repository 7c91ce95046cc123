import { selectorSpecificity } from '@csstools/selector-specificity';
import { Features, transform } from 'lightningcss';
import postcss, { type AnyNode, type AtRule, type Rule } from 'postcss';
import parseSelector, { type Selector } from 'postcss-selector-parser';

/** The oldest browsers that get the whole design: those of spring 2022. Phones that stay with iOS 15 get 15.8. */
export const oldest = { safari: '15.4', ios_saf: '15.4', chrome: '97', edge: '97', firefox: '96' } as const;

/** The same as the bundler names them, for scripts and for styles that stand in scripts. */
export const buildTargets = ['safari15.4', 'ios15.4', 'chrome97', 'edge97', 'firefox96'];

/**
 * Writes a style sheet so that the browsers of `oldest` understand it, and earlier ones most of it: newer syntax is compiled,
 * prefixes are added, and cascade layers become an order of rules. What a rule wins against stays the same.
 */
export function oldBrowsers(css: string): string {
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(withoutLayers(css)),
    minify: true,
    // What `light-dark()` becomes needs `color-scheme` beside it; the tokens have a switch of their own.
    exclude: Features.LightDark,
    targets: Object.fromEntries(Object.entries(oldest).map(([name, version]) => [name, numberOf(version)])),
  });
  return code.toString().replace(switches, '');
}

/** What lightningcss puts beside `color-scheme` for `light-dark()`, of which nothing is left. */
const switches = /--lightningcss-(?:light|dark):[^;}]*;?/g;

/** The layer whose rules keep the weight of their selectors, as rules of no layer do. */
const ordinary = 'components';
const conditional = new Set(['media', 'supports', 'container']);

/** A rule, or an at-rule that holds no rules of pages, with what it stands in. */
interface Part {
  readonly node: AnyNode;
  /** Conditions around it, outermost first, such as `@media print`. */
  readonly within: readonly AtRule[];
  readonly layer: string | undefined;
}

/**
 * Without layers, a later rule wins when its selector weighs as much. So rules of layers before the ordinary one get
 * selectors of no weight and are sorted by the weight that they had; those of layers after it become important. What stands
 * in no layer only follows the ordinary one: it wins by its order, as long as its selectors weigh as much.
 */
function withoutLayers(css: string): string {
  const names: string[] = [];
  const parts = partsOf(postcss.parse(css).nodes, names, [], undefined);
  const of = (layer: string | undefined): readonly Part[] => parts.filter((part) => part.layer === layer);
  const at = names.includes(ordinary) ? names.indexOf(ordinary) : names.length;
  return written([
    ...names.slice(0, at).flatMap((layer) => weightless(of(layer))),
    ...of(ordinary),
    ...of(undefined),
    ...names.slice(at + 1).flatMap((layer) => of(layer).map(important)),
  ]);
}

/** Adds layers to `names` in the order in which they are first named, which is the order in which they win. */
function partsOf(
  nodes: readonly AnyNode[],
  names: string[],
  within: readonly AtRule[],
  layer: string | undefined,
): readonly Part[] {
  return nodes.flatMap((node): readonly Part[] => {
    if (node.type === 'comment') return [];
    if (node.type !== 'atrule') return [{ node, within, layer }];
    const inside = (node.nodes ?? []) as readonly AnyNode[];
    if (conditional.has(node.name)) return partsOf(inside, names, [...within, node], layer);
    if (node.name !== 'layer') return [{ node, within, layer }];
    const named = node.params.split(',').map((name) => name.trim());
    names.push(...named.filter((name) => !names.includes(name)));
    return partsOf(inside, names, within, named[0]);
  });
}

function weightless(parts: readonly Part[]): readonly Part[] {
  return parts
    .flatMap((part) => (part.node.type === 'rule' ? byWeight(part, part.node) : [{ part, weight: 0 }]))
    .sort((a, b) => a.weight - b.weight)
    .map(({ part }) => part);
}

/** The rule once for each weight that its selectors have. */
function byWeight(part: Part, rule: Rule): readonly { readonly part: Part; readonly weight: number }[] {
  const groups = Map.groupBy(parseSelector().astSync(rule.selector).nodes, weightOf);
  return [...groups].map(([weight, selectors]) => ({
    part: { ...part, node: rule.clone({ selectors: withoutWeight(selectors) }) },
    weight,
  }));
}

/** Ids before classes before names of elements, as one number. */
function weightOf(selector: Selector): number {
  const { a, b, c } = selectorSpecificity(selector);
  return (a * 1000 + b) * 1000 + c;
}

/** Pseudo-elements cannot stand in `:where()`. They weigh the same in every layer, and nothing without them can match them. */
function withoutWeight(selectors: readonly Selector[]): string[] {
  const split = selectors.map((selector) => {
    const at = selector.nodes.findIndex((node) => parseSelector.isPseudoElement(node));
    const text = (from: number, to?: number): string => selector.nodes.slice(from, to).join('').trim();
    return at < 0 ? { main: text(0), element: '' } : { main: text(0, at), element: text(at) };
  });
  return [...Map.groupBy(split, ({ element }) => element)].map(([element, alike]) => {
    const list = alike.map(({ main }) => main || '*').join(',');
    return list === '*' ? `*${element}` : `:where(${list})${element}`;
  });
}

function important(part: Part): Part {
  const node = part.node.clone();
  if (node.type === 'rule') node.walkDecls((declaration) => void (declaration.important = true));
  return { ...part, node };
}

/** Neighbours in the same conditions share them. */
function written(parts: readonly Part[]): string {
  const root = postcss.root();
  let open: { readonly key: string; readonly inner: AtRule | typeof root } = { key: '', inner: root };
  for (const { node, within } of parts) {
    const key = within.map(({ name, params }) => `${name} ${params}`).join('{');
    if (key !== open.key) {
      let inner: AtRule | typeof root = root;
      for (const { name, params } of within) {
        const block: AtRule = postcss.atRule({
          name,
          params: name === 'media' ? denyingWholly(params) : params,
          nodes: [],
        });
        inner.append(block);
        inner = block;
      }
      open = { key, inner };
    }
    open.inner.append(node.clone());
  }
  return root.toString();
}

/** `not (…)` and `(width < …)`, which becomes the same, are newer than `not all and (…)`. */
function denyingWholly(queries: string): string {
  return queries
    .split(',')
    .map((query) =>
      query
        .trim()
        .replace(/^\(\s*(width|height)\s*<\s*([^()<>=]+)\)$/, 'not all and (min-$1: $2)')
        .replace(/^\(\s*(width|height)\s*>\s*([^()<>=]+)\)$/, 'not all and (max-$1: $2)')
        .replace(/^not\s*\(/, 'not all and ('),
    )
    .join(', ');
}

/** As lightningcss wants it: major, minor and patch in a byte each. */
function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major << 16) | (minor << 8);
}
