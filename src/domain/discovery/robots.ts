/** `robots.txt` of a site that everybody may read; `home`, its address with a slash at its end, is undefined where it has none yet. */
export function robotsOf(home: string | undefined): string {
  const everybody = 'User-agent: *\nAllow: /\n';
  return home === undefined ? everybody : `${everybody}\nSitemap: ${home}sitemap-index.xml\n`;
}
