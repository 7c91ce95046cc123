import { everyAnswer, keeping } from './headers.ts';
import { acceptPattern } from './markdown-twins.ts';
import { hidden, withQuery, type HostedSite, type Place } from './site.ts';

/** A Caddyfile (Caddy 2.6 and later) for a site at its path; in place of `:port` stands a name, and Caddy gets a certificate for it. It does not take a path off an address that holds other signs than those of ASCII. */
export function caddyConfig(site: HostedSite, { root, port }: Place): string {
  const { base, packed, twins } = site;
  return `# Made by \`kb hosting caddy\`. Write the name of the host in place of \`:${port}\` for HTTPS.
(mendbook) {
	header {
${everyAnswer.map(({ name, value }) => `		${name} ${quoted(value)}\n`).join('')}	}
}

:${port} {
	import mendbook
${keepingOf(base)}	@manifest path *.webmanifest
	header @manifest Content-Type "application/manifest+json; charset=utf-8"
	@list path *.sha256
	header @list Content-Type "text/plain; charset=utf-8"
	@write not method GET HEAD
	handle @write {
		header Allow "GET, HEAD"
		respond 405
	}
	@hidden {
		path_regexp (?:^|/)(?:\\.|(?:${hidden.files.join('|')})$)
		not path ${base}.${hidden.shown}/*
	}
	handle @hidden {
		error 404
	}
${redirectsOf(site)}${twins ? twinHeaders : ''}${packed ? '' : '	encode gzip\n'}${filesOf(site, root)}}
`;
}

function keepingOf(base: string): string {
  const below = keeping.map((rule) => ({ ...rule, path: `${base.slice(0, -1)}${rule.below}*` }));
  const special = below.filter((rule) => rule.below !== '/');
  const rest = below.find((rule) => rule.below === '/');
  return [
    ...special.map(({ path, value }) => `	header ${path} Cache-Control ${quoted(value)}\n`),
    `	@rest not path ${special.map(({ path }) => path).join(' ')}\n`,
    `	header @rest Cache-Control ${quoted(rest?.value ?? '')}\n`,
  ].join('');
}

function redirectsOf({ base, redirects }: HostedSite): string {
  const rows = redirects.map(
    ({ from, to, status }) =>
      `		${quoted(decodeURIComponent(from))} ${quoted(withQuery(to, '{query_part}'))} ${status}\n`,
  );
  const home = base === '/' ? '' : `	redir / ${base}{query_part} 302\n`;
  return `	map {query} {query_part} {
		"" ""
		default "?{query}"
	}
	map {path} {moved} {status} {
${rows.join('')}		default "" ""
	}
	@moved expression {moved} != ""
	redir @moved {moved} {status}
${home}`;
}

const twinHeaders = `	@page path */
	header @page +Vary Accept
	@home_twin path_regexp home ^(.*/)index\\.md$
	header @home_twin Link "<{re.home.1}>; rel=\\"canonical\\""
	@page_twin {
		path_regexp page ^(.*)\\.md$
		not path */index.md
	}
	header @page_twin Link "<{re.page.1}/>; rel=\\"canonical\\""
`;

/** Whoever names Markdown, and with no weight below 1, gets the twin of a page. */
const twinRules = `		@markdown {
			path_regexp twin ^(.*)/$
			header_regexp Accept (?i)${acceptPattern.named}
			not header_regexp Accept (?i)${acceptPattern.weak}
		}
		@markdown_home {
			path /
			header_regexp Accept (?i)${acceptPattern.named}
			not header_regexp Accept (?i)${acceptPattern.weak}
		}
		rewrite @markdown_home /index.md
		rewrite @markdown {re.twin.1}.md
`;

function filesOf({ base, packed, twins }: HostedSite, root: string): string {
  return `	handle_path ${base}* {
		root * ${quoted(root)}
${twins ? twinRules : ''}		@folder {
			not path */
			file {path}/index.html
		}
		redir @folder {http.request.orig_uri.path}/{query_part} 301
		file_server${packed ? ' {\n			precompressed br gzip\n		}' : ''}
	}
	handle_errors {
		import mendbook
		header Cache-Control no-cache
		@lost expression {err.status_code} == 404
		handle @lost {
			root * ${quoted(root)}
			rewrite * /404.html
			file_server
		}
	}
`;
}

/** A text of a Caddyfile in quotes. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
