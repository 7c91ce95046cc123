import type { Site } from '../knowledge/site.ts';
import { xmlText } from '../values/markup.ts';

/** Signs that a short name, a long one and a description may have. */
const [shortest, longest, told] = [16, 48, 1024];

/** The description by which browsers and programs search the site (OpenSearch 1.1); `home` ends in a slash. */
export function openSearchOf(site: Site, home: string): string {
  const address = xmlText(home);
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText(clipped(site.title, shortest))}</ShortName>
<LongName>${xmlText(clipped(site.title, longest))}</LongName>
<Description>${xmlText(clipped(site.description || site.promise || site.title, told))}</Description>
<Language>${xmlText(site.language)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="192" height="192" type="image/png">${address}icon-192.png</Image>
<Url type="text/html" method="get" template="${address}search/?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${address}opensearch.xml"/>
</OpenSearchDescription>
`;
}

/** As many whole words as there is room for; of a longer one its beginning. */
function clipped(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  const start = signs.slice(0, most).join('');
  const words = start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')).trim() : start.slice(0, -1);
  return `${words}…`;
}
