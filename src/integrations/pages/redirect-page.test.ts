import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { pattern } from '../../domain/permalinks/leads-on.ts';
import { elementsIn } from '../../html/elements.ts';
import { redirectPages } from './redirect-page.ts';

const { to, label, title, text } = pattern;
const drawn = (canonical: string, root = ''): string =>
  `<html><head><title>${title}</title><link rel="canonical" href="${canonical}"><noscript><meta http-equiv="refresh" content="0; url=${root}${to}"></noscript></head><body><h1>${title}</h1><p>${text} <a href="${root}${to}">${label}</a></p></body></html>`;
const redirect = {
  from: '/go/a/',
  to: '/fixes/a/?from=b&c#step-"1"',
  label: 'Press “A” & <B>',
  title: "It's --label--",
  text: '$& $1',
};

test('a page that leads on says its own words, as texts and not as HTML', () => {
  const html = redirectPages(drawn('/--to--/'), undefined)(redirect);
  const link = elementsIn(html).find(({ name }) => name === 'a');
  equal(link?.attributes['href'], redirect.to);
  equal(
    html,
    '<html><head><title>It&#39;s --label--</title><link rel="canonical" href="/fixes/a/"><noscript><meta http-equiv="refresh" content="0; url=/fixes/a/?from=b&amp;c#step-&quot;1&quot;"></noscript></head><body><h1>It&#39;s --label--</h1><p>$&amp; $1 <a href="/fixes/a/?from=b&amp;c#step-&quot;1&quot;">Press “A” &amp; &lt;B&gt;</a></p></body></html>',
  );
});

test('the address for search engines is the whole one, with the path below which the site is served', () => {
  const site = 'https://toast.example/help/';
  const html = redirectPages(drawn(`${site}--to--/`, '/help'), site)(redirect);
  const addresses = elementsIn(html).flatMap(({ attributes }) => attributes['href'] ?? []);
  deepEqual(addresses, [`${site}fixes/a/`, `/help${redirect.to}`]);
});
