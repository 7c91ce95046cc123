import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContent, symptomPages } from '../../../articles/for-pages.ts';
import { directionOf } from '../../../domain/knowledge/language-tag.ts';
import { embedOf, embedScript } from '../../../domain/tools/embed-script.ts';
import type { SymptomView } from '../../../domain/advice/symptom-view.ts';

export const getStaticPaths = (async () => {
  const { site } = await loadContent();
  return site.embed
    ? (await symptomPages()).map(({ symptom, pages }) => ({
        params: { symptom },
        props: {
          get views() {
            return pages();
          },
        },
      }))
    : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ views: readonly SymptomView[] }> = async ({ props, locals: { words } }) => {
  const { site } = await loadContent();
  const { language } = site;
  const embed = embedOf(
    props.views,
    { language, direction: directionOf(language) },
    {
      more: words.embed.more,
      of: words.devices.for,
      any: words.devices.any,
      minutes: words.duration.minutes,
    },
  );
  return new Response(embedScript(embed), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
