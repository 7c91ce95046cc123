import { kinds, folderOf, type Kind, type OwnPage } from '../knowledge/article.ts';
import { knownWay, pathOf } from '../knowledge/paths.ts';
import { codeAddressesOf, type CodeAddress } from './codes.ts';
import { splitAddress, type Published } from './compare.ts';
import { saidPathOf, saidTextsOf, type SaidText, type Saying } from './said-texts.ts';
import { namedTombstones, successorOf, type NamedTombstone, type Tombstone } from './tombstone.ts';
import { compareText } from '../values/compare.ts';

/** An address that leads on to another; `for` says how long: an id may move once more, a page that was renamed will not. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly for: 'ever' | 'now';
}

/** Everything that stands at an address which is no page of its own. */
export interface OldAddresses<A extends Saying = Saying> {
  readonly redirects: readonly Redirect[];
  /** Pages that say what happened to them; those with a successor lead on as well, to a page named `heir`. */
  readonly tombstones: readonly (NamedTombstone & {
    readonly to?: string | undefined;
    readonly heir: string;
  })[];
  /** Places of a page that are gone while the page is there. */
  readonly places: readonly NamedTombstone[];
  /** Texts that several pages are about: a list to choose from. */
  readonly choices: readonly SaidText<A>[];
}

/** What the old addresses are made of. */
export interface OldAddressSources<A extends Saying> {
  readonly articles: readonly (A & { readonly was: readonly string[] })[];
  /** Pages of the owner's own. */
  readonly pages: readonly Pick<OwnPage, 'kind' | 'id' | 'title' | 'was'>[];
  readonly tombstones: readonly Tombstone[];
  readonly ledger: readonly Published[];
  /** Paths that are built now of the answered symptoms, of those for a device, and of the parts of lists and of the map. */
  readonly answered: Pick<ReadonlySet<string>, 'has'>;
}

/** All short ways in, renamed pages, answers that are asked no more, and tombstones, each address once. */
export function oldAddressesOf<A extends Saying>({
  articles,
  pages,
  tombstones,
  ledger,
  answered,
}: OldAddressSources<A>): OldAddresses<A> {
  const moved = [...articles, ...pages].flatMap((article) =>
    article.was.map((id): Redirect => ({
      from: pathOf({ kind: article.kind, id }),
      to: pathOf(article),
      title: article.title,
      for: 'ever',
    })),
  );
  const titles = new Map([...articles, ...pages].map((article) => [pathOf(article), article.title]));
  const named = namedTombstones(tombstones, ledger);
  const stones = named
    .filter(({ anchor }) => anchor === undefined)
    .map((stone) => ({
      ...stone,
      to: successorOf(stone),
      heir: titles.get(splitAddress(stone.now ?? '').path) ?? stone.now ?? '',
    }));
  const said = saidTextsOf(articles);
  const redirects = [
    ...moved,
    ...articles.flatMap(shortWaysTo),
    ...stones.flatMap(shortWaysToStone),
    ...said.flatMap(wayToOnlyOne),
    ...codeAddressesOf(articles).flatMap(waysToCode),
    ...formerAnswers(ledger, answered, [
      ...moved,
      ...articles.map((article) => ({ from: pathOf(article), to: pathOf(article), title: article.title })),
      ...stones.map(({ page, to = page, title }) => ({ from: page, to, title })),
    ]),
  ];
  return {
    redirects: [...new Map(redirects.map((redirect) => [redirect.from, redirect])).values()].sort((a, b) =>
      compareText(a.from, b.from),
    ),
    tombstones: stones,
    places: named.filter(({ anchor }) => anchor !== undefined),
    choices: said.filter(({ articles: meant }) => meant.length > 1),
  };
}

type Named = Pick<Saying, 'kind' | 'id' | 'title'> & { readonly was: readonly string[] };

/** `/go/<id>/` of an article, and of the ids that it had. */
function shortWaysTo(article: Named): readonly Redirect[] {
  return [article.id, ...article.was].map((id) => ({
    from: shortPathOf(id),
    to: pathOf(article),
    title: article.title,
    for: 'now',
  }));
}

function shortWaysToStone(stone: NamedTombstone & { readonly to?: string | undefined }): readonly Redirect[] {
  if (!isArticle(stone.page)) return [];
  const from = shortPathOf(stone.page.split('/')[2] ?? '');
  return [{ from, to: stone.to ?? stone.page, title: stone.title, for: 'now' }];
}

/** A text that one page alone is about leads there. */
function wayToOnlyOne({ slug, articles: [only, ...others] }: SaidText): readonly Redirect[] {
  return only && others.length === 0
    ? [{ from: saidPathOf(slug), to: pathOf(only), title: only.title, for: 'now' }]
    : [];
}

/** The address of a code, and the same in the capitals of the code. */
function waysToCode({ path, exact, to, title }: CodeAddress): readonly Redirect[] {
  return [path, exact].flatMap((from) =>
    from === undefined ? [] : [{ from, to, title, for: 'now' as const }],
  );
}

/** The short address of an article, whatever its kind: `/go/restart-device/`. */
export function shortPathOf(id: string): string {
  return `/go/${id}/`;
}

/** Answers that were published but are asked no more, plans for a device that differ no more, parts of lists and of the map: each leads to the nearest page. */
function formerAnswers(
  ledger: readonly Published[],
  answered: Pick<ReadonlySet<string>, 'has'>,
  symptoms: readonly Omit<Redirect, 'for'>[],
): readonly Redirect[] {
  const byPath = new Map(symptoms.map((symptom) => [symptom.from, symptom]));
  return ledger
    .filter(({ is, address }) => is === 'answer' && !answered.has(address))
    .flatMap(({ address }): Redirect[] => {
      const [, folder = '', ...rest] = address.replace(/\/$/, '').split('/');
      const above = { map: '/map/', browse: `/${rest[0]}/` }[folder];
      if (above !== undefined) return [{ from: address, to: above, title: above, for: 'now' }];
      const first = folder === 'start';
      const way = first ? rest : rest.slice(1);
      const symptom = first ? startOf(answered) : byPath.get(`/${folder}/${rest[0] ?? ''}/`);
      if (!symptom) return [];
      const known = knownWay(way.join('/'), (steps) => answered.has(`${symptom.to}${steps}/`));
      const to = known === '' ? symptom.to : `${symptom.to}${known}/`;
      return [{ from: address, to, title: symptom.title, for: 'now' }];
    });
}

/** The first questions, or home where none are asked any more. */
function startOf(answered: Pick<ReadonlySet<string>, 'has'>): Omit<Redirect, 'for'> {
  const to = answered.has('/start/') ? '/start/' : '/';
  return { from: '/start/', to, title: to };
}

function isArticle(path: string): boolean {
  return kinds.some((kind: Kind) => path.startsWith(`/${folderOf[kind]}/`));
}
