import postcss, { type ChildNode, type Rule } from 'postcss';
import parseSelector, { type Root, type Selector } from 'postcss-selector-parser';
import { onceEachObject } from '../../../domain/values/on-demand.ts';
import type { Scripted } from './scripted-names.ts';

/** An element as far as style sheets name it. */
export interface Named {
  readonly name: string;
  readonly id?: string | undefined;
  readonly classes: readonly string[];
}

/** What style sheets may call an element, as `namesOf` gives it. */
export type Names = readonly string[];

/** A style sheet of which a page takes what can match there. */
export interface LiveSheet {
  /** The rules that can match when these elements are there, and those that a script may make. */
  readonly rulesFor: (elements: readonly Names[]) => string;
  /** Whether a rule that names the attribute `scope` can match this element. */
  readonly reaches: (scope: string, element: Names) => boolean;
}

/** One of the selectors of a rule, and the names without which nothing matches it: `p`, `.card`, `#plan`. */
interface Choice {
  readonly text: string;
  readonly needs: readonly string[];
}

type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'block'; readonly head: string; readonly parts: readonly Part[] }
  /** `write` gives the rule with those of its choices that are left. */
  | {
      readonly is: 'rule';
      readonly choices: readonly Choice[];
      readonly write: (texts: readonly string[]) => string;
    };

/**
 * Reads a style sheet that has been made small. Elements, classes and ids count that stand in a page, or that a script of the
 * site may put there: what `scripted` holds. A name in `:not()`, `:is()` or `:has()` asks for nothing.
 */
export function liveSheet(css: string, { made, given }: Scripted): LiveSheet {
  const root = postcss.parse(css);
  const parts = root.nodes.map(partOf);
  const asked = [...new Set(parts.flatMap(needsOf))].filter((need) => !made.has(bare(need)));
  const scoped = scopedIn(root);
  const setOf = setsOf(asked);
  const known = new Map<string, string>();
  const reach = new Map<string, boolean>();
  return {
    rulesFor: (elements) => {
      const there = unionOf(elements.map(setOf), asked.length);
      const key = there.join();
      const before = known.get(key);
      if (before !== undefined) return before;
      const missing = new Set(asked.filter((_, at) => !isIn(there, at)));
      const rules = parts.map((part) => written(part, missing)).join('');
      known.set(key, rules);
      return rules;
    },
    reaches: (scope, element) => {
      const places = scoped.get(scope);
      if (!places) return false;
      const names = element.filter((name) => places.names.has(name));
      const key = `${scope} ${names.join()}`;
      const before = reach.get(key);
      if (before !== undefined) return before;
      const reached = places.needs.some((needs) =>
        needs.every((need) => names.includes(need) || (need.startsWith('.') && given.has(bare(need)))),
      );
      reach.set(key, reached);
      return reached;
    },
  };
}

/** A set of places in a list, 32 in a number: those of what many pages have are put together for each. */
type Places = Uint32Array;

/** The places of names in a list of others. */
function setsOf(asked: readonly string[]): (names: Names) => Places {
  const places = new Map(asked.map((name, at) => [name, at]));
  return onceEachObject((names: Names): Places => {
    const set = noPlaces(asked.length);
    for (const name of names) {
      const at = places.get(name);
      if (at !== undefined) set[at >> 5]! |= 1 << (at & 31);
    }
    return set;
  });
}

function noPlaces(length: number): Places {
  return new Uint32Array(Math.ceil(length / 32));
}

function unionOf(sets: readonly Places[], length: number): Places {
  const all = noPlaces(length);
  for (const set of sets) for (let at = 0; at < all.length; at++) all[at]! |= set[at]!;
  return all;
}

function isIn(places: Places, at: number): boolean {
  return (places[at >> 5]! & (1 << (at & 31))) !== 0;
}

/** What style sheets may call an element: `p`, `.card`, `#plan`. */
export function namesOf({ name, id, classes }: Named): Names {
  // Browsers put a `tbody` around rows that have none.
  const own = name === 'table' ? ['table', 'tbody'] : [name];
  return [...own, ...(id === undefined ? [] : [`#${id}`]), ...classes.map((one) => `.${one}`)];
}

function bare(need: string): string {
  return need.replace(/^[.#]/, '');
}

function partOf(node: ChildNode): Part {
  if (node.type === 'rule') return rulePart(node);
  if (node.type === 'atrule' && node.nodes && (node.name === 'media' || node.name === 'supports'))
    return { is: 'block', head: `@${node.name} ${node.params}`, parts: node.nodes.map(partOf) };
  const text = node.toString();
  return { is: 'text', text: text.endsWith('}') ? text : `${text};` };
}

/** What is read of the selector of a rule. */
interface Read {
  readonly choices: readonly Choice[];
  /** What follows the one `:where()` whose choices these are; undefined where there is none. */
  readonly afterWhere: string | undefined;
  /** The attributes of scopes that it names, and what an element must be besides. */
  readonly scopes: readonly (readonly [scope: string, needs: readonly string[]])[];
}

const read = new Map<string, Read>();

/** Each selector is read once: the style sheets of pages have most of theirs in common. */
function readSelector(selector: string): Read {
  const before = read.get(selector);
  if (before) return before;
  const root = parseSelector().astSync(selector);
  const [only] = root.nodes;
  const [where] = only?.nodes ?? [];
  const isWhere = root.nodes.length === 1 && parseSelector.isPseudo(where) && where.value === ':where';
  const made = {
    choices: (isWhere ? where.nodes : root.nodes).map(choiceOf),
    afterWhere: isWhere ? (only?.nodes.slice(1).join('') ?? '') : undefined,
    scopes: scopesIn(root),
  };
  read.set(selector, made);
  return made;
}

function scopesIn(root: Root): Read['scopes'] {
  const found: [string, readonly string[]][] = [];
  root.walkAttributes((attribute) => {
    const all = attribute.parent?.nodes ?? [];
    const at = all.indexOf(attribute as never);
    const from = all.findLastIndex((node, index) => index < at && node.type === 'combinator') + 1;
    const end = all.findIndex((node, index) => index > at && node.type === 'combinator');
    const needs = needsIn(all.slice(from, end < 0 ? undefined : end) as Selector['nodes']);
    found.push([attribute.attribute, needs]);
  });
  return found;
}

/** Rules that lost their weight stand in one `:where()`, whose choices are those of the rule. */
function rulePart(rule: Rule): Part {
  const body = `{${rule.nodes.map(String).join(';')}}`;
  const { choices, afterWhere } = readSelector(rule.selector);
  const write = (texts: readonly string[]): string =>
    afterWhere === undefined ? texts.join() + body : `:where(${texts.join()})${afterWhere}${body}`;
  return { is: 'rule', choices, write };
}

function choiceOf(selector: Selector): Choice {
  return { text: selector.toString().trim(), needs: needsIn(selector.nodes) };
}

function needsIn(nodes: Selector['nodes']): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'class') return [`.${node.value}`];
    if (node.type === 'id') return [`#${node.value}`];
    return node.type === 'tag' ? [node.value.toLowerCase()] : [];
  });
}

function needsOf(part: Part): readonly string[] {
  if (part.is === 'text') return [];
  return part.is === 'block' ? part.parts.flatMap(needsOf) : part.choices.flatMap(({ needs }) => needs);
}

function written(part: Part, missing: ReadonlySet<string>): string {
  if (part.is === 'text') return part.text;
  if (part.is === 'block') {
    const inside = part.parts.map((one) => written(one, missing)).join('');
    return inside && `${part.head}{${inside}}`;
  }
  const left = part.choices.filter(({ needs }) => !needs.some((need) => missing.has(need)));
  return left.length > 0 ? part.write(left.map(({ text }) => text)) : '';
}

/** The places that name the attribute of a scope: what an element must be besides, one list for each, and all names in these. */
interface Scoped {
  readonly needs: (readonly string[])[];
  readonly names: Set<string>;
}

function scopedIn(root: postcss.Root): ReadonlyMap<string, Scoped> {
  const found = new Map<string, Scoped>();
  root.walkRules((rule) => {
    if (!rule.selector.includes('[data-')) return;
    for (const [scope, needs] of readSelector(rule.selector).scopes) {
      const scoped = found.get(scope) ?? { needs: [], names: new Set() };
      scoped.needs.push(needs);
      for (const need of needs) scoped.names.add(need);
      found.set(scope, scoped);
    }
  });
  return found;
}
