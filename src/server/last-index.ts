import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { contentTypeOf } from './content-types.ts';

/** Answers requests below `/pagefind` in dev from the index of the last build. */
export function serveLastIndex(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = join(folder, (request.url ?? '').split('?')[0] ?? '');
    const found = path.startsWith(folder + sep) && (await stat(path).catch(() => undefined))?.isFile();
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': contentTypeOf(path),
      'Cache-Control': 'no-store',
    });
    createReadStream(path).pipe(response);
  };
}
