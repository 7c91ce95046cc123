import { siteFolder } from '../builds/site-folder.ts';
import { readArguments, type Command } from '../command.ts';
import { serve } from './server.ts';
import { openSite } from './site.ts';
import { siteFiles } from './site-files.ts';

const usage =
  'Use `kb mcp FOLDER` or `kb mcp https://…` with a built site; without either, what was built last of this knowledge base. The server speaks the Model Context Protocol over its standard input and output.';

/** `mcp FOLDER|URL` answers programs over standard input and output, as the pages answer readers, until its input ends. */
export const mcp: Command = async (args, { root }) => {
  const read = readArguments(args, usage, { allowPositionals: true });
  if ('error' in read) return { code: 1, error: read.error };
  if (read.positionals.length > 1) return { code: 1, error: usage };
  const place = read.positionals[0] ?? siteFolder(root, undefined);
  const site = await openSite(siteFiles(place), place);
  if ('error' in site) return { code: 1, error: site.error };
  await serve(site, process.stdin, process.stdout);
  return { code: 0 };
};
