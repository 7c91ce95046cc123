import type { APIRoute } from 'astro';
import { loadContent } from '../articles/for-pages.ts';
import { iconOf } from '../domain/look/site-icon.ts';

/** The icon of the site: its mark in its colour. */
export const GET: APIRoute = async () => {
  const { site, mark } = await loadContent();
  return new Response(iconOf(site.accent?.light, mark), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
