import { compareText } from '../values/compare.ts';

/** A file of the site that programs may want. */
export interface Resource {
  /** Its path from the root of the site, such as `/feed.xml`. */
  readonly path: string;
  /** Its content type. */
  readonly type: string;
  readonly title: string;
}

export interface ResourcesOptions {
  /** Address of the site's home, with a slash at its end. */
  readonly home: string;
  readonly description: string;
  /** What a reader might ask; the first five are given. */
  readonly questions: readonly string[];
}

/**
 * `/.well-known/ard.json` (Agentic Resource Discovery, draft 0.91, and readable as the catalog of version 1.0 before it): what the
 * site has for programs. Undefined for a host whose name cannot stand in the names of its resources.
 */
export function agentResources(
  resources: readonly Resource[],
  { home, description, questions }: ResourcesOptions,
): string | undefined {
  const { hostname, pathname } = new URL(home);
  if (!/^[a-z0-9.-]+$/i.test(hostname)) return undefined;
  // Several sites may share a host.
  const folder = pathname.split('/').filter(Boolean).join('.') || 'site';
  const asked = questions.slice(0, 5);
  const entries = [...resources]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, type, title }) => ({
      '@context': 'https://agenticresourcediscovery.org/context/v1',
      identifier: `urn:air:${hostname}:${folder}:${path.slice(1).replace(/[^\w.-]/g, '-')}`,
      displayName: title,
      type,
      url: `${home}${path.slice(1)}`,
      ...(description === '' ? {} : { description }),
      ...(asked.length < 2 ? {} : { representativeQueries: asked }),
    }));
  return `${JSON.stringify({ specVersion: '1.0', entries }, null, 2)}\n`;
}
