import { homeAddressOf } from '../domain/address/base-path.ts';
import type { Base } from './step.ts';

/** Makes the address of a path of the site, which begins with a slash: the whole one, or the path of its host where `site.yaml` names no address. */
export function wholeAddress({ site, path: base }: Pick<Base, 'site' | 'path'>): (path: string) => string {
  const home = site?.url ? homeAddressOf(site.url) : base;
  return (path) => home + path.slice(1);
}
