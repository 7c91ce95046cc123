import { parse, type Node } from 'acorn';
import { api, javascript, featureAt, lacking, partsOf, type Feature } from './browser-data.ts';

/** What a script uses that the oldest browsers lack, or the one message that says why they cannot read it at all. */
export function newerScript(text: string): readonly string[] {
  let program: Node;
  try {
    program = parse(text, { ecmaVersion: 2021, sourceType: 'module' });
  } catch (error) {
    return [`no ES2021: ${(error as Error).message}: ${around(text, error)}`];
  }
  const found = new Set<string>();
  walk(program, (node) => {
    const name = nameUsed(node);
    if (name !== undefined && newer.has(name)) found.add(`.${name}`);
    const global = globalCalled(node);
    if (global !== undefined && newerGlobals.has(global)) found.add(global);
    const pattern = patternOf(node);
    if (pattern !== undefined && /\(\?<[=!]/.test(pattern)) found.add(`look-behind in /${pattern}/`);
  });
  return [...found];
}

/** Objects that pages have to do with. Members of rarer ones have names that anybody may use. */
const everyday =
  /^(?:Document|ShadowRoot|Element|HTML\w*Element|Node|Text|Window|CSSStyleSheet|Event|EventTarget|URL|URLSearchParams|Navigator|AbortSignal|Range|Selection|DOMTokenList|History|Location|Storage|structuredClone)$/;

/** Names of members that no object of the oldest browsers has. What another object has under the same name is not told apart. */
const { newer, newerGlobals } = namesLacking();

function namesLacking(): { readonly newer: ReadonlySet<string>; readonly newerGlobals: ReadonlySet<string> } {
  const objects = [
    ...partsOf(featureAt(javascript, 'builtins')),
    ...partsOf(api).filter(([name]) => everyday.test(name)),
  ];
  const members = objects.flatMap(([, object]) => partsOf(object));
  const known = new Set(members.filter(([, member]) => has(member)).map(([name]) => bare(name)));
  return {
    newer: new Set(
      members.map(([name]) => bare(name)).filter((name) => !known.has(name) && /^[a-z]\w*$/i.test(name)),
    ),
    newerGlobals: new Set(objects.filter(([, object]) => !has(object)).map(([name]) => name)),
  };
}

function has(feature: Feature): boolean {
  return lacking(feature).length === 0;
}

function bare(name: string): string {
  return name.replace(/_(?:static|event)$/, '');
}

/** Style sheets that a script carries as text, with where each stands in it. */
export function stylesIn(
  text: string,
): readonly { readonly from: number; readonly to: number; readonly css: string }[] {
  const found: { from: number; to: number; css: string }[] = [];
  walk(parse(text, { ecmaVersion: 2021, sourceType: 'module' }), (node) => {
    const css = textOf(node);
    if (
      css !== undefined &&
      /^\s*[.:#@\w][^{};]*\{[\w-]+\s*:[^{}]*\}/.test(css.replace(/\/\*[^]*?\*\//g, ''))
    )
      found.push({ from: node.start, to: node.end, css });
  });
  return found;
}

/** What a literal says, unless something is filled in. */
function textOf(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const parts = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return parts.length === 1 ? parts[0]?.value.cooked : undefined;
}

interface AnyNode extends Node {
  readonly [part: string]: unknown;
}

function nameUsed(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const property = node['property'] as AnyNode;
  if (!node['computed'] && property.type === 'Identifier') return property['name'] as string;
  return property.type === 'Literal' && typeof property['value'] === 'string' ? property['value'] : undefined;
}

function globalCalled(node: AnyNode): string | undefined {
  const callee =
    node.type === 'NewExpression' || node.type === 'CallExpression' ? (node['callee'] as AnyNode) : undefined;
  return callee?.type === 'Identifier' ? (callee['name'] as string) : undefined;
}

function patternOf(node: AnyNode): string | undefined {
  return node.type === 'Literal'
    ? (node['regex'] as { readonly pattern: string } | undefined)?.pattern
    : undefined;
}

function walk(node: Node, visit: (node: AnyNode) => void): void {
  visit(node as AnyNode);
  for (const part of Object.values(node as AnyNode).flat())
    if (typeof part === 'object' && part !== null && 'type' in part) walk(part as Node, visit);
}

function around(text: string, error: unknown): string {
  const at = (error as { readonly pos?: number }).pos ?? 0;
  return text.slice(Math.max(0, at - 40), at + 40);
}
