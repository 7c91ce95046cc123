import type { HookParameters } from 'astro';
import type { Base } from '../steps.ts';
import { policyFor } from './policy.ts';
import { tightenPage } from './tight-page.ts';
import { styleTightener } from './tight-style.ts';

type Start = HookParameters<'astro:build:start'>;

/** Makes every page smaller as it is rendered, its style fit for old browsers, and gives it its policy, so that no file is read and written again. */
export function tightPages({ site }: Pick<Base, 'site'>, { setPrerenderer }: Start): void {
  const tightening = { policy: policyFor(site?.feedback?.endpoint), tightenStyle: styleTightener() };
  setPrerenderer((astro) => ({
    ...astro,
    render: async (request, options) => {
      const rendered = await astro.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (!/^text\/html\b/.test(response.headers.get('content-type') ?? '')) return rendered;
      const tight = new Response(tightenPage(await response.text(), tightening), response);
      return rendered instanceof Response ? tight : { ...rendered, response: tight };
    },
  }));
}
