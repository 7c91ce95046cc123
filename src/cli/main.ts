import { runCommand } from './run-command.ts';

const { code, output, error } = await runCommand(process.argv.slice(2), process.cwd());
if (output) process.stdout.write(`${output}\n`);
if (error) process.stderr.write(`${error}\n`);
process.exitCode = code;
