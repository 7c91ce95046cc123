// The door to every npm script. It runs on any Node from 20 on, before anything is installed, so it is plain JavaScript
// without packages: it installs what is missing, then hands over to the Node 24 that the project brings along.
// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const kb = ['src/cli/main.ts'];

/** @type {Record<string, (args: string[]) => number>} */
const tasks = {
  start: () => inOrder(() => tasks.build([]), () => node([...kb, 'serve'])),
  dev: (args) => bin('astro', ['dev', ...args]),
  build: (args) => bin('astro', ['build', ...args]),
  check: (args) => node([...kb, 'check', ...args]),
  kb: (args) => node([...kb, ...args]),
  'test:types': () => inOrder(() => bin('astro', ['sync']), () => bin('astro', ['check', '--noSync'])),
  'test:unit': (args) => node(['--test', ...(args.length > 0 ? args : ['src/**/*.test.ts'])]),
  'test:e2e': (args) => node([...kb, 'e2e', ...args]),
  test: () => inOrder(() => tasks['test:types']([]), () => tasks['test:unit']([]), () => tasks.build([]), () => tasks['test:e2e']([])),
};

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exitCode = 1;
} else {
  process.exitCode = inOrder(install, () => task(args));
}

/** Installs from the lock file when there is nothing yet, or when the lock file has changed since. @returns {number} */
function install() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(modules, '.mendbook-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return 0;
  console.log('Installing packages (once) …');
  const npm = process.env.npm_execpath;
  const code = npm && /\.c?js$/.test(npm)
    ? run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'])
    : run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], process.platform === 'win32');
  if (code !== 0) {
    console.error('The packages could not be installed. Check the connection to the npm registry, then run the command again.');
    return code;
  }
  writeFileSync(stamp, lock);
  return 0;
}

/** @param {string} name @param {string[]} args @returns {number} */
function bin(name, args) {
  const pkg = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  const script = typeof pkg.bin === 'string' ? pkg.bin : pkg.bin[name];
  return node([join(modules, name, script), ...args]);
}

/** Runs the project's own Node. @param {string[]} args @returns {number} */
function node(args) {
  const own = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return run(existsSync(own) ? own : process.execPath, args);
}

/** @param {string} command @param {string[]} args @param {boolean} [shell] @returns {number} */
function run(command, args, shell = false) {
  const env = {
    ...process.env,
    PATH: [join(modules, '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  };
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell });
  if (result.error) console.error(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

/** Stops at the first step that fails. @param {(() => number)[]} steps @returns {number} */
function inOrder(...steps) {
  for (const step of steps) {
    const code = step();
    if (code !== 0) return code;
  }
  return 0;
}
