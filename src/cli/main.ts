import { fileURLToPath } from 'node:url';
import { takeContent } from './start/content-option.mjs';
import { runCommand } from './commands.ts';

// `bootstrap.mjs` says where the command was typed; names of files are meant from there, and reports name them so.
process.chdir(process.env['KB_FROM'] ?? process.cwd());
const { args, content, error: fault } = takeContent(process.argv.slice(2), process.cwd());
if (content !== undefined) process.env['KB_CONTENT'] = content;
const { code, output, error } = fault
  ? { code: 1 as const, output: undefined, error: fault }
  : await runCommand(args, fileURLToPath(new URL('../..', import.meta.url)));
if (output) process.stdout.write(`${output}\n`);
if (error) process.stderr.write(`${error}\n`);
process.exitCode = code;
