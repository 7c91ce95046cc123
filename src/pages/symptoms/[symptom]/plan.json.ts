import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContent } from '../../../articles/for-pages.ts';
import type { Fix } from '../../../domain/knowledge/article.ts';
import { planFileOf } from '../../../domain/advice/plan-file.ts';
import type { SymptomView } from '../../../domain/advice/symptom-view.ts';

export const getStaticPaths = (async () => {
  const { base, site, views } = await loadContent();
  const support = base.fixes.get(site.support.fix ?? '');
  // A link with `?from=` an earlier id still finds its plan.
  return [...views].flatMap(([id, pages]) =>
    [id, ...(base.symptoms.get(id)?.was ?? [])].map((symptom) => ({
      params: { symptom },
      props: { pages, support },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ pages: readonly [SymptomView, ...SymptomView[]]; support: Fix | undefined }> = ({
  props,
}) => Response.json(planFileOf(props.pages, props.support));
