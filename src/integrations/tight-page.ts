import { createHash } from 'node:crypto';
import { tightenStyle } from './tight-style.ts';

/**
 * Makes a built page smaller without changing what it shows: no style of components that it does not have, short names for
 * the scopes of those that it has, and a policy that allows exactly its own inline scripts and styles. Astro lists the hashes
 * of the whole site on every page, and hashes cannot be packed. `compile` has the last word on each style.
 */
export function tightenPage(html: string, compile: (css: string) => string = (css) => css): string {
  const body = html.slice(html.indexOf('</head>'));
  const styled = html.replace(
    /(<style[^>]*>)([\s\S]*?)(<\/style>)/g,
    (_, open: string, css: string, close: string) =>
      `${open}${compile(tightenStyle(css, (scope) => body.includes(scope)))}${close}`,
  );
  return limitPolicy(shortenScopes(styled));
}

function shortenScopes(html: string): string {
  const names = new Map<string, string>();
  return html.replace(/(data-astro-cid-\w+)(?:="true")?/g, (_, scope: string) => {
    const name = names.get(scope) ?? `data-${names.size}`;
    names.set(scope, name);
    return name;
  });
}

function limitPolicy(html: string): string {
  const hashes = { script: inlineHashes(html, 'script'), style: inlineHashes(html, 'style') };
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (policy) =>
    policy.replace(/\b(script|style)-src ([^;"]*)/g, (_, kind: 'script' | 'style', sources: string) => {
      const others = sources.split(' ').filter((source) => source !== '' && !source.startsWith("'sha"));
      return `${kind}-src ${[...others, ...hashes[kind]].join(' ')}`;
    }),
  );
}

/** Data blocks, such as JSON, run nothing and need no leave. */
function inlineHashes(html: string, tag: 'script' | 'style'): readonly string[] {
  const elements = [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))];
  const inline = elements.filter(
    ([, attributes = '', text = '']) =>
      text !== '' && !/\btype="(?:application|text)\/(?!javascript)|\ssrc=/.test(attributes),
  );
  return [
    ...new Set(
      inline.map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
    ),
  ];
}
