import type {
  BreadcrumbList,
  Graph,
  HowTo,
  HowToSection,
  HowToStep,
  SearchAction,
  TechArticle,
  Thing,
  WebSite,
} from 'schema-dts';
import type { Cause, Fix, Symptom } from '../domain/knowledge/article.ts';
import { handsOnOf } from '../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import type { Site } from '../domain/knowledge/site.ts';
import { aboveStop, causesShown, type SymptomPlan } from '../domain/advice/symptom-plan.ts';
import { treeOf } from '../html/tree.ts';
import { stepsIn, type PageStep } from './steps.ts';

/** Makes the whole address of a path of the site. */
export type AddressOf = (path: string) => string;

/** What pages say to search engines, as the text of a script element; nothing for nothing. */
export function structuredData(things: readonly Thing[]): string {
  if (things.length === 0) return '';
  const graph = { '@context': 'https://schema.org', '@graph': things } satisfies Graph;
  // `</script` would end the element, `<!--` would begin what hides its end.
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** A fix as instructions: every step by its words and its permanent link, parts for the variants that it has. `body` is the HTML of its text. */
export function fixData(fix: Fix, body: string, addressOf: AddressOf): HowTo {
  const url = addressOf(pathOf(fix));
  const steps = stepsIn(treeOf(body));
  const variants = [...new Set(steps.map(({ variant }) => variant))];
  const stepsOf = (variant: string | undefined): readonly HowToStep[] =>
    steps.filter((step) => step.variant === variant).map((step) => stepData(step, url));
  return {
    '@type': 'HowTo',
    '@id': url,
    name: fix.title,
    totalTime: durationOf(handsOnOf(fix) + fix.wait),
    step: variants.flatMap((variant): readonly (HowToStep | HowToSection)[] =>
      variant === undefined
        ? stepsOf(variant)
        : [{ '@type': 'HowToSection', name: variant, itemListElement: stepsOf(variant) }],
    ),
    ...(fix.checked ? { dateModified: fix.checked } : {}),
  };
}

function stepData({ id, text }: PageStep, url: string): HowToStep {
  return { '@type': 'HowToStep', name: text, url: `${url}#${id}` };
}

/** Minutes as ISO 8601 writes a duration, in whole seconds. */
export function durationOf(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const parts = [Math.floor(seconds / 60), seconds % 60].map((count, at) =>
    count > 0 ? `${count}${'MS'[at]}` : '',
  );
  return `PT${parts.join('') || '0M'}`;
}

/** A symptom by the causes that its page shows, the likeliest first, and the fixes of its plan in their order. */
export function symptomData(plan: SymptomPlan, addressOf: AddressOf): TechArticle {
  const fixes = new Set(aboveStop(plan).map(({ fix }) => pathOf(fix)));
  return articleData(plan.symptom, addressOf, {
    about: plan.causes.slice(0, causesShown(plan)).map(({ cause }) => ({ '@id': addressOf(pathOf(cause)) })),
    mentions: [...fixes].map((path) => ({ '@id': addressOf(path) })),
  });
}

/** A cause by the fixes that solve it. */
export function causeData(
  cause: Cause,
  { fixesOf }: Pick<KnowledgeBase, 'fixesOf'>,
  addressOf: AddressOf,
): TechArticle {
  const fixes = new Set((fixesOf.get(cause.id) ?? []).map(({ fix }) => pathOf({ kind: 'fix', id: fix })));
  return articleData(cause, addressOf, {
    mentions: [...fixes].map((path) => ({ '@id': addressOf(path) })),
  });
}

/** Another article by the address that stands for it. */
interface Named {
  readonly '@id': string;
}

function articleData(
  article: Symptom | Cause,
  addressOf: AddressOf,
  others: { readonly about?: readonly Named[]; readonly mentions: readonly Named[] },
): TechArticle {
  return {
    '@type': 'TechArticle',
    '@id': addressOf(pathOf(article)),
    headline: article.title,
    ...(article.checked ? { dateModified: article.checked } : {}),
    ...others,
  };
}

/** The way to a page, as it stands below it. */
export function breadcrumbData(
  crumbs: readonly { readonly label: string; readonly href: string }[],
  here: string,
  addressOf: AddressOf,
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...crumbs.map(({ label, href }, at) => ({
        '@type': 'ListItem' as const,
        position: at + 1,
        name: label,
        item: addressOf(href),
      })),
      { '@type': 'ListItem' as const, position: crumbs.length + 1, name: here },
    ],
  };
}

/** The site with its search. */
export function siteData(site: Pick<Site, 'title' | 'language'>, addressOf: AddressOf): WebSite {
  const search: SearchAction & { readonly 'query-input': string } = {
    '@type': 'SearchAction',
    target: `${addressOf('/search/')}?q={words}`,
    'query-input': 'required name=words',
  };
  return {
    '@type': 'WebSite',
    '@id': addressOf('/'),
    url: addressOf('/'),
    name: site.title,
    inLanguage: site.language,
    potentialAction: search,
  };
}
