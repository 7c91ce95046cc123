import { everyAnswer, keeping } from './headers.ts';
import { acceptPattern } from './markdown-twins.ts';
import { hidden, withQuery, type HostedSite, type Place } from './site.ts';

/**
 * A file for `conf.d` of nginx (1.22 and later): the site at its path, packed files where they lie beside the plain ones,
 * redirects with their status, its own page for what is not there.
 */
export function nginxConfig(site: HostedSite, place: Place): string {
  const home = decodeURI(site.base);
  const statuses = [...new Set(site.redirects.map(({ status }) => status))].sort();
  return `# Made by \`kb hosting nginx\`. Behind something that speaks HTTPS, or add \`listen 443 ssl\` and a certificate.
map_hash_max_size 65536;
map_hash_bucket_size 1024;
${keepingMap(home)}${site.twins ? twinMaps() : ''}${statuses.map((status) => redirectMap(site, status)).join('')}
server {
  listen ${place.port};
  listen [::]:${place.port};
  server_name _;
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types ${textTypes} text/plain;
${site.packed ? '  gzip_static on;' : `  gzip on;\n  gzip_vary on;\n  gzip_types ${textTypes} text/plain;`}

${everyAnswer.map(({ name, value }) => `  add_header ${name} ${quoted(value)} always;`).join('\n')}
  add_header Cache-Control $mendbook_keep always;
${site.twins ? twinHeaders : ''}
  if ($request_method !~ ^(GET|HEAD)$) {
    return 405;
  }
${statuses.map((status) => `  if ($mendbook_${status}) {\n    return ${status} $mendbook_${status};\n  }\n`).join('')}
${site.twins ? twinRules(home) : ''}  error_page 403 404 =404 ${quoted(`${home}404.html`)};
  location ~ "(?:^|/)(?:\\.(?!${hidden.shown}/)|(?:${hidden.files.join('|')})$)" {
    return 404;
  }
${filesOf(home, place.root)}}
`;
}

const textTypes =
  'text/css text/javascript text/xml text/markdown application/json application/manifest+json image/svg+xml';

/** Path → what a browser may keep of it. */
function keepingMap(home: string): string {
  const rows = keeping.map(({ below, value }) =>
    below === '/'
      ? `  default ${quoted(value)};\n`
      : `  "~^${escapedForPattern(home.slice(0, -1) + below)}" ${quoted(value)};\n`,
  );
  return `map $uri $mendbook_keep {\n${rows.join('')}}\n`;
}

/** Who asks for Markdown, which answers depend on that, and the page that a twin stands for. */
function twinMaps(): string {
  return `map $http_accept $mendbook_markdown {
  default "";
  "~*${acceptPattern.weak}" "";
  "~*${acceptPattern.named}" 1;
}
map $request_uri $mendbook_vary {
  default "";
  "~^[^?]*/(?:\\?|$)" Accept;
}
map $request_uri $mendbook_canonical {
  default "";
  "~^(?<mendbook_home>[^?]*/)index\\.md(?:\\?|$)" "<$mendbook_home>; rel=\\"canonical\\"";
  "~^(?<mendbook_page>[^?]*)\\.md(?:\\?|$)" "<$mendbook_page/>; rel=\\"canonical\\"";
}
`;
}

const twinHeaders = `  add_header Vary $mendbook_vary;
  add_header Link $mendbook_canonical;
`;

function twinRules(home: string): string {
  const inHome = escapedForPattern(home);
  return `  if ($mendbook_markdown) {
    rewrite "^${inHome}$" ${quoted(`${home}index.md`)} last;
    rewrite "^(${inHome}.+)/$" $1.md last;
  }
`;
}

/** Old address → new one, of those that are answered with one status. */
function redirectMap({ redirects }: HostedSite, status: number): string {
  const rows = redirects
    .filter((redirect) => redirect.status === status)
    .map(
      ({ from, to }) =>
        `  ${inQuotes(decodeURIComponent(from))} "${withQuery(withoutDollars(to), '$is_args$args').replaceAll('"', '%22')}";\n`,
    );
  return `map $uri $mendbook_${status} {\n  default "";\n${rows.join('')}}\n`;
}

function filesOf(home: string, root: string): string {
  const elsewhere = home === '/' ? '' : `  location = / {\n    return 302 ${quoted(encodeURI(home))};\n  }\n`;
  return `  location = ${quoted(`${home}files.sha256`)} {
    default_type text/plain;
    alias ${quoted(`${root}/files.sha256`)};
  }
  location ${quoted(home)} {
    types {
      text/html html;
      text/css css;
      text/javascript js;
      application/json json;
      application/manifest+json webmanifest;
      image/svg+xml svg;
      image/png png;
      image/jpeg jpg jpeg;
      image/webp webp;
      text/xml xml;
      text/plain txt;
      text/markdown md;
      application/wasm wasm;
    }
    default_type application/octet-stream;
    alias ${quoted(`${root}/`)};
    index index.html;
  }
${elsewhere}`;
}

/** A text of nginx in quotes; in most places a dollar sign would begin a variable, and there is no escape for it. */
function quoted(text: string): string {
  return inQuotes(withoutDollars(text));
}

/** A text of nginx where variables have no place. */
function inQuotes(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function withoutDollars(text: string): string {
  return text.replaceAll('$', '%24');
}

function escapedForPattern(text: string): string {
  return text.replace(/[.*+?^{}()|[\]\\"]/g, '\\$&');
}
