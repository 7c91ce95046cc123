import { missingSite } from '../server/built-site.ts';
import { hasCode } from '../files/error-code.ts';
import { startServer } from '../server/static-server.ts';
import { readArguments, type Command } from './command.ts';
import { siteFolder } from './builds/site-folder.ts';

const usage = '`serve` takes `--dir folder`, `--port number` and `--host name`.';

/** `serve [--dir dist] [--port 4321] [--host localhost]`: the built site on this computer, until it is stopped. */
export const serve: Command = async (args, { root }) => {
  const options = parseOptions(args);
  if ('error' in options) return { code: 1, error: options.error };
  const { host, port } = options;
  const dir = siteFolder(root, options.dir);
  const missing = missingSite(root, dir);
  if (missing) return { code: 1, error: missing };
  try {
    const server = await startServer({ dir, port, host });
    process.stdout.write(`Serving on ${server.url}\n`);
    await stopSignal();
    await server.close();
    return { code: 0 };
  } catch (error) {
    return { code: 1, error: sentenceFor(error, host, port) };
  }
};

function parseOptions(
  args: readonly string[],
): { dir: string | undefined; port: number; host: string } | { error: string } {
  const read = readArguments(args, usage, {
    options: {
      dir: { type: 'string' },
      port: { type: 'string', default: '4321' },
      host: { type: 'string', default: 'localhost' },
    },
  });
  if ('error' in read) return read;
  const { dir, host, port } = read.values;
  return /^\d+$/.test(port) && Number(port) <= 65_535
    ? { dir, host, port: Number(port) }
    : { error: `\`${port}\` is not a port. A port is a number from 0 to 65535.` };
}

function sentenceFor(error: unknown, host: string, port: number): string {
  if (hasCode(error, 'EADDRINUSE'))
    return `Port ${port} is taken by another program. Stop that program, or choose another port: \`npm start -- --port ${port + 1}\`.`;
  if (hasCode(error, 'EACCES'))
    return `This account may not use port ${port}. Choose one above 1023: \`npm start -- --port 4321\`.`;
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'))
    return `This computer has no address \`${host}\`. Use \`--host localhost\`, or \`--host 0.0.0.0\` for the whole network.`;
  throw error;
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());
  });
}
