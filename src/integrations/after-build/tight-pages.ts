import type { HookParameters } from 'astro';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../steps.ts';
import { wordsInScript } from './style/live-rules.ts';
import { policyFor } from './policy.ts';
import { tightenPage } from './tight-page.ts';
import { styleTightener } from './style/tight-style.ts';

type Start = HookParameters<'astro:build:start'>;

/** Makes every page smaller as it is rendered, its style fit for old browsers, and gives it its policy, so that no file is read and written again. */
export function tightPages(
  { site, project }: Pick<Base, 'site' | 'project'>,
  { setPrerenderer }: Start,
): void {
  const sheetOf = styleTightener(namesInScripts(join(project, 'src', 'browser')));
  const tightening = { policy: policyFor(site?.feedback?.endpoint), sheetOf };
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

/** Every name that the code for browsers may give to an element: rules for it stay, although no page has it when it is built. */
function namesInScripts(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|css)$/.test(file),
  );
  return new Set(files.flatMap((file) => wordsInScript(readFileSync(join(folder, file), 'utf8'))));
}
