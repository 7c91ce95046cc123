import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContent, symptomPages } from '../../../articles/for-pages.ts';
import type { Fix } from '../../../domain/knowledge/article.ts';
import { planFileOf } from '../../../domain/advice/plan-file.ts';
import type { SymptomView } from '../../../domain/advice/symptom-view.ts';

export const getStaticPaths = (async () => {
  const { base, site } = await loadContent();
  const support = base.fixes.get(site.support.fix ?? '');
  // A link with `?from=` an earlier id still finds its plan.
  return (await symptomPages()).flatMap(({ symptom: id, pages }) =>
    [id, ...(base.symptoms.get(id)?.was ?? [])].map((symptom) => ({
      params: { symptom },
      props: {
        get pages() {
          return pages();
        },
        support,
      },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ pages: readonly [SymptomView, ...SymptomView[]]; support: Fix | undefined }> = ({
  props,
}) => Response.json(planFileOf(props.pages, props.support));
