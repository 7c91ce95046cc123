import { leadsTo, pathIn, type SiteList } from '../../domain/offline/site-list.ts';
import { buildStore } from './build-store.ts';
import type { Builds } from './builds.ts';
import type { Freshness } from './freshness.ts';
import type { Saving } from './saving.ts';
import type { Asked, OfflineSite, Scope } from './scope.ts';
import { htmlText } from '../../domain/values/markup.ts';

/** The mark of a page that may say that it is saved. */
const says = ' data-offline';

/** What answers are made of. */
export interface Sources {
  readonly scope: Scope;
  readonly site: OfflineSite;
  readonly builds: Builds;
  readonly saving: Saving;
  readonly freshness: Freshness;
}

/** Whether a request is for this worker: one for a file below the site that its list may hold. */
export function isOurs(
  { location }: Scope,
  { base }: OfflineSite,
  { method, url, headers }: Request,
): boolean {
  const { origin, pathname } = new URL(url);
  return (
    method === 'GET' &&
    origin === location.origin &&
    pathname.startsWith(base) &&
    !headers.has('range') &&
    !/^(?:sw\.js|files\.sha256|offline\/)/.test(pathname.slice(base.length))
  );
}

/** Answers from what is saved of the build of the page that asks, unless the host is known to have a newer page; else from the network, else with what can be said without. */
export async function answer(sources: Sources, asked: Asked): Promise<Response> {
  const { scope, site, builds, freshness } = sources;
  const { request, clientId, resultingClientId } = asked;
  const path = pathIn(site.base, new URL(request.url).pathname) ?? '/';
  const opens = request.mode === 'navigate';
  const build = opens ? site.build : await builds.of(clientId);
  const saved = build === '' ? undefined : await buildStore(scope, site, build).match(path);
  if (saved && !opens) return saved;
  if (saved) {
    const newer = await freshness.newerPage(asked, path);
    if (!newer) return dress(sources, request.url, saved);
    await builds.set(resultingClientId, '');
    asked.waitUntil(scope.registration.update().catch(() => undefined));
    return newer;
  }
  let response: Response;
  try {
    response = await freshness.fetch(request);
  } catch {
    return opens ? withoutNetwork(sources, path) : Response.error();
  }
  if (build === site.build && response.ok && !response.redirected)
    asked.waitUntil(keepOrNote(sources, asked, path, response.clone()));
  return response;
}

/** Saves what came from the network. A page that is not the one of this build is newer: it is left alone, and the new build is looked for. */
async function keepOrNote(
  { scope, site, builds, saving }: Sources,
  { request, resultingClientId }: Asked,
  path: string,
  response: Response,
): Promise<void> {
  try {
    const kept = await buildStore(scope, site, site.build).keep(await saving.list(), path, response);
    if (kept || request.mode !== 'navigate') return;
    await builds.set(resultingClientId, '');
    await scope.registration.update();
  } catch {
    // No room, or no network for the update: the page itself is shown.
  }
}

/** A saved page, with what it says of being saved. */
async function dress(sources: Sources, address: string, page: Response): Promise<Response> {
  const { freshness, saving } = sources;
  const away = freshness.isAway();
  const html = await page.text();
  const saved = html.includes(says) && (await saving.isSaved(address).catch(() => false));
  const marked = saved ? html.replace('<html', '<html data-saved') : html;
  return new Response(away ? await withNote(sources, marked) : marked, {
    status: page.status,
    headers: page.headers,
  });
}

/** What a reader gets who opens a page that is not saved: where it has moved, or the page of those who are lost. */
async function withoutNetwork(sources: Sources, path: string): Promise<Response> {
  const { scope, site, saving } = sources;
  const list = await saving.list().catch((): SiteList | undefined => undefined);
  const to = list && leadsTo(list, path);
  if (to !== undefined)
    return Response.redirect(`${scope.location.origin}${site.base.slice(0, -1)}${to}`, 302);
  const lost = await buildStore(scope, site, site.build).match('/404.html');
  if (!lost) return Response.error();
  const known = list !== undefined && Object.hasOwn(list.files, path);
  const { words } = site;
  const html = await lost.text();
  const said = known
    ? html
        .replaceAll(htmlText(words.lostTitle), htmlText(words.unsavedTitle))
        .replaceAll(htmlText(words.lostLead), htmlText(words.unsavedLead))
    : html;
  return new Response(await withNote(sources, said), {
    status: known ? 503 : 404,
    headers: lost.headers,
  });
}

/** Says above everything that there is no network, and of which day what is shown is. */
async function withNote({ site, saving }: Sources, html: string): Promise<string> {
  const at = (await saving.savedAt()) ?? '';
  const date = Number.isNaN(Date.parse(at))
    ? ''
    : new Date(at).toLocaleDateString(site.language, { dateStyle: 'long' });
  const note = htmlText(site.words.offline.replace('{date}', date));
  return html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="link-note" role="status">${note}</p>`);
}
