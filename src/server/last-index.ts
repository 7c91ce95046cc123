import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { contentTypeOf } from './content-types.ts';

/** Answers requests of the search in dev from the index of the last build; `search.json` gets the time of that build as `built`. */
export function serveLastIndex(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = join(folder, (request.url ?? '').split('?')[0] ?? '');
    const found = path.startsWith(folder + sep) ? await stat(path).catch(() => undefined) : undefined;
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const file = await readFile(path);
    response.writeHead(200, { 'Content-Type': contentTypeOf(path), 'Cache-Control': 'no-store' });
    response.end(path === join(folder, 'search.json') ? withTime(file.toString(), found.mtime) : file);
  };
}

function withTime(head: string, time: Date): string {
  return JSON.stringify({ ...(JSON.parse(head) as object), built: time.toISOString() });
}
