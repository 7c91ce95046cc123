import type { APIRoute } from 'astro';
import { loadContent } from '../articles/for-pages.ts';
import { drawingSheet } from '../domain/look/drawing-sheet.ts';

/** All pictures of symptoms in one file, for pages that show those of others, or what is seen once it works. */
export const GET: APIRoute = async () => {
  const { base, pictures } = await loadContent();
  const ids = [...base.symptoms.values()].flatMap(({ picture, solved }) => [picture, solved]);
  const shown = ids.flatMap((id) => {
    const picture = pictures.get(id ?? '');
    return id && picture ? [[id, picture] as const] : [];
  });
  return new Response(drawingSheet(new Map(shown)), { headers: { 'content-type': 'image/svg+xml' } });
};
