import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContent } from '../../articles/for-pages.ts';
import { kindIcons } from '../../components/page/icons/kind-icons.ts';
import type { Picture } from '../../domain/knowledge/picture.ts';
import { drawingFile } from '../../domain/look/drawing-file.ts';

/** The pictures of symptoms, for pages and results that show those of others or what is seen once it works, and the signs of the kinds. */
export const getStaticPaths = (async () => {
  const { base, pictures } = await loadContent();
  const ids = [...base.symptoms.values()].flatMap(({ picture, solved }) => [picture, solved]);
  const shown = ids.flatMap((id) => {
    const picture = pictures.get(id ?? '');
    return id && picture ? [[id, picture] as const] : [];
  });
  return [...new Map([...shown, ...kindIcons])].map(([name, picture]) => ({
    params: { name },
    props: { picture },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: Picture }, { name: string }> = ({ params: { name }, props }) =>
  new Response(drawingFile(name, props.picture), { headers: { 'content-type': 'image/svg+xml' } });
