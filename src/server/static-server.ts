import { open, readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { canonicalLinkOf, prefersMarkdown } from '../hosting/markdown-twins.ts';
import { cacheControlOf, everyAnswer } from '../hosting/headers.ts';
import { isHidden } from '../hosting/site.ts';
import { baseOf } from './built-site.ts';
import { contentTypeOf, isText } from './content-types.ts';
import { parseRedirects, type Redirects } from './redirect-rules.ts';
import { hasCode } from '../files/error-code.ts';
import { twinPathOf } from '../domain/twins/twin-address.ts';

export interface RunningServer {
  /** Address of the site's home, with a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site the way a static host does: directory indexes, one address per page (`/x` redirects to `/x/`), its own
 * 404 page, `_redirects`; below the path that the build noted, where the site does not have its host for itself. Port 0 takes any free port. Rejects with the system's error (`EADDRINUSE` …) when it cannot listen.
 */
export async function startServer(options: {
  readonly dir: string;
  readonly port: number;
  readonly host: string;
}): Promise<RunningServer> {
  const dir = resolve(options.dir);
  const base = baseOf(dir);
  const answer = answerer(
    { dir, base },
    parseRedirects(await readFile(join(dir, '_redirects'), 'utf8').catch(() => '')),
  );
  const servers: Awaited<ReturnType<typeof listen>>[] = [];
  try {
    for (const { host, optional } of addressesOf(options.host)) {
      const server = await listen(answer, servers[0]?.port ?? options.port, host).catch((error: unknown) => {
        if (optional && hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) return undefined;
        throw error;
      });
      if (server) servers.push(server);
    }
  } catch (error) {
    await Promise.all(servers.map(({ close }) => close()));
    throw error;
  }
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${servers[0]?.port ?? options.port}${base}`,
    close: async () => void (await Promise.all(servers.map(({ close }) => close()))),
  };
}

/** `localhost` is both loopback addresses: with one alone, another program could hold the port on the other and answer in our place. */
function addressesOf(host: string): readonly { readonly host: string; readonly optional: boolean }[] {
  return host === 'localhost'
    ? [
        { host: '127.0.0.1', optional: false },
        { host: '::1', optional: true },
      ]
    : [{ host, optional: false }];
}

async function listen(answer: RequestListener, port: number, host: string) {
  // Longer than proxies keep a connection: one that is closed just when they use it again is a failed request.
  const server = createServer({ keepAliveTimeout: 75_000 }, answer);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

/** A built site, and the path below which it is served. */
interface Served {
  readonly dir: string;
  readonly base: string;
}

function answerer(site: Served, redirects: Redirects): RequestListener {
  return (request, response) => {
    respond(site, redirects, request, response).catch(() => {
      // The reader went away, or the folder changed under our hands: either way this answer is over, the server is not.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

async function respond(
  { dir, base }: Served,
  redirects: Redirects,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const { name, value } of everyAnswer) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  const path = decodePath(rawPath);
  const search = query === undefined ? '' : `?${query}`;
  const moved = path === undefined ? undefined : redirects(path);
  if (moved) return redirect(response, moved.status, moved.to.replace(/(?=#|$)/, search));
  if (path !== undefined && base !== '/' && (path === '/' || `${path}/` === decodeURI(base)))
    return redirect(response, 302, `${base}${search}`);
  const own = path === undefined ? undefined : ownPath(path, decodeURI(base));
  const file = own === undefined ? undefined : await findTwinOr(dir, own, request);
  if (path !== undefined && file === 'directory')
    return redirect(response, 301, `${encodeURI(path)}/${search}`);
  if (file !== undefined && file !== 'directory') return send(request, response, 200, file, base);
  const notFound = await findFile(dir, '/404.html');
  if (notFound && notFound !== 'directory') return send(request, response, 404, notFound, base);
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
}

/** The path without escapes; undefined for one that no built file can have. */
function decodePath(raw: string): string | undefined {
  try {
    const path = decodeURIComponent(raw);
    const odd = /[\\\0]|\/\/|\/\.\.?(?:\/|$)/.test(path) || !path.startsWith('/');
    return odd || isHidden(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The path in the folder for a path of the host; undefined for one that lies outside of the site. */
function ownPath(path: string, base: string): string | undefined {
  return path.startsWith(base) ? path.slice(base.length - 1) : undefined;
}

/** The file of a path: of a page, its twin in Markdown where that is asked for and there. */
async function findTwinOr(
  dir: string,
  path: string,
  request: IncomingMessage,
): Promise<Found | 'directory' | undefined> {
  const page = await findFile(dir, path);
  if (!path.endsWith('/') || typeof page !== 'object') return page;
  const twin = await findFile(dir, twinPathOf(path));
  if (typeof twin !== 'object') return page;
  return { ...(prefersMarkdown(request.headers.accept) ? twin : page), name: path, hasTwin: true };
}

interface Found {
  readonly path: string;
  /** The path below the site that was asked for, which begins with a slash. */
  readonly name: string;
  /** Whether there is a twin of it in another type at the same address. */
  readonly hasTwin?: boolean;
  readonly size: number;
  readonly tag: string;
}

async function findFile(dir: string, path: string): Promise<Found | 'directory' | undefined> {
  const full = join(dir, path.endsWith('/') ? `${path}index.html` : path);
  if (!full.startsWith(dir + sep)) return undefined;
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile())
    return {
      path: full,
      name: path,
      size: found.size,
      tag: `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`,
    };
  return found?.isDirectory() && (await findFile(dir, `${path}/`)) ? 'directory' : undefined;
}

function redirect(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { Location: to }).end();
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: Found,
  base: string,
): Promise<void> {
  const type = contentTypeOf(file.path);
  const packing =
    status === 200 && file.size < 1024 ? undefined : packingFor(type, request.headers['accept-encoding']);
  // A weak tag: the packed and the plain form are the same page.
  const tag = `W/${file.tag}`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', cacheControlOf(file.name));
  if (isText(type)) response.setHeader('Vary', file.hasTwin ? 'Accept, Accept-Encoding' : 'Accept-Encoding');
  if (status === 200 && file.name.endsWith('.md'))
    response.setHeader('Link', canonicalLinkOf(`${base.slice(0, -1)}${encodeURI(file.name)}`));
  if (status === 200 && request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  // Opened before the answer begins: a stream that opens its file itself throws where nobody listens when file and reader are both gone.
  const opened = request.method === 'HEAD' ? undefined : await open(file.path);
  try {
    response.setHeader('Content-Type', type);
    if (packing) response.setHeader('Content-Encoding', packing);
    else response.setHeader('Content-Length', file.size);
    response.writeHead(status);
    if (opened) await sendBody(opened.createReadStream(), packing, file.size, response);
    else response.end();
  } finally {
    await opened?.close();
  }
}

type Packing = 'br' | 'gzip' | undefined;

async function sendBody(
  source: Readable,
  packing: Packing,
  size: number,
  response: ServerResponse,
): Promise<void> {
  if (packing === 'br')
    await pipeline(
      source,
      createBrotliCompress({
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: size },
      }),
      response,
    );
  else if (packing === 'gzip') await pipeline(source, createGzip(), response);
  else await pipeline(source, response);
}

function packingFor(type: string, accepted: string | string[] | undefined): Packing {
  if (!isText(type) && type !== 'application/wasm') return undefined;
  const names = String(accepted ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}
