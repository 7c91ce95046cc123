import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css',
};

/** Answers requests of the search in dev from the index of the last build. */
export function serveLastIndex(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = join(folder, (request.url ?? '').split('?')[0] ?? '');
    const found = path.startsWith(folder + sep) && (await stat(path).catch(() => undefined))?.isFile();
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
    });
    createReadStream(path).pipe(response);
  };
}
