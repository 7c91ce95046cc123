import { loadContent } from '../articles/for-pages.ts';
import { homeAddressOf } from '../domain/address/base-path.ts';
import { robotsOf } from '../domain/discovery/robots.ts';

/** Everybody may read the site; where it has an address, it says where its lists are. */
export async function GET(): Promise<Response> {
  const { site } = await loadContent();
  return new Response(robotsOf(site.url ? homeAddressOf(site.url) : undefined));
}
