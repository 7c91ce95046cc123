import { loadContent } from '../../articles/for-pages.ts';
import { planFileOf } from '../../domain/advice/plan-file.ts';

/** The joint plans of the first questions, for a fix page that was opened from one of them. */
export async function GET(): Promise<Response> {
  const { base, site, entry } = await loadContent();
  const [first, ...more] = entry;
  if (!first) return Response.json(null);
  return Response.json(planFileOf([first, ...more], base.fixes.get(site.support.fix ?? '')));
}
