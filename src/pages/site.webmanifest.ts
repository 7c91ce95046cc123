import type { APIRoute } from 'astro';
import { loadContent } from '../articles/for-pages.ts';
import { appManifestOf } from '../domain/look/app-manifest.ts';

/** What a browser has to know to put the site on the home screen of a device. */
export const GET: APIRoute = async () => {
  const { site } = await loadContent();
  return new Response(appManifestOf(site, import.meta.env.BASE_URL), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
