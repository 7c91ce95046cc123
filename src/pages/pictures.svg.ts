import type { APIRoute } from 'astro';
import { loadContent } from '../articles/for-pages.ts';
import { kindIcons } from '../components/page/kind-icons.ts';
import { drawingSheet } from '../domain/look/drawing-sheet.ts';

/** All pictures of symptoms in one file, for pages and results that show those of others or what is seen once it works, and the signs of the kinds. */
export const GET: APIRoute = async () => {
  const { base, pictures } = await loadContent();
  const ids = [...base.symptoms.values()].flatMap(({ picture, solved }) => [picture, solved]);
  const shown = ids.flatMap((id) => {
    const picture = pictures.get(id ?? '');
    return id && picture ? [[id, picture] as const] : [];
  });
  const sheet = drawingSheet(new Map([...shown, ...kindIcons]));
  return new Response(sheet, { headers: { 'content-type': 'image/svg+xml' } });
};
