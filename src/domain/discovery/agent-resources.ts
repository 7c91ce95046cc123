import { compareText } from '../values/compare.ts';

/** A file of the site that agents may want. */
export interface Resource {
  /** Its path from the root of the site, such as `/feed.xml`. */
  readonly path: string;
  /** Its media type, one of those that the specification knows. */
  readonly type: string;
  readonly title: string;
  readonly description: string;
}

export interface ResourcesOptions {
  /** Address of the site's home, with a slash at its end. */
  readonly home: string;
  /** What a reader might ask; the first five are given. */
  readonly questions: readonly string[];
}

/**
 * `/.well-known/ard.json` (Agentic Resource Discovery, draft 0.91, and readable as the catalog of version 1.0 before it): what the
 * site has for agents. It is no list of files: what has no media type of the specification does not belong there. Undefined for a host whose name cannot stand in the names of its resources.
 */
export function agentResources(
  resources: readonly Resource[],
  { home, questions }: ResourcesOptions,
): string | undefined {
  const { hostname, pathname } = new URL(home);
  if (!/^[a-z0-9.-]+$/i.test(hostname)) return undefined;
  // Several sites may share a host.
  const folder = pathname.split('/').filter(Boolean).join('.') || 'site';
  const asked = questions.slice(0, 5);
  const entries = [...resources]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, type, title, description }) => ({
      identifier: `urn:air:${hostname}:${folder}:${path.slice(1).replace(/[^\w.-]/g, '-')}`,
      displayName: title,
      type,
      url: `${home}${path.slice(1)}`,
      description,
      ...(asked.length < 2 ? {} : { representativeQueries: asked }),
    }));
  return `${JSON.stringify({ specVersion: '1.0', entries }, null, 2)}\n`;
}
