// The door to every npm script. It runs on any Node from 20 on, before anything is installed, so it is plain JavaScript
// without packages: it installs what is missing, then hands over to the Node 24 that the project brings along.
// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeOutput, takeContent } from './start/content-option.mjs';
import { faultOfFolder } from './start/folder.mjs';
import { install } from './start/install.mjs';
import { nodeFor, packageDir } from './start/packages.mjs';
import { kept, sideBySide } from './start/side-by-side.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
// Little room for young objects: most of what a check reads stays, and would only be copied about.
const kb = ['--max-semi-space-size=16', 'src/cli/main.ts'];
// npm runs this in the folder of the project, and says in which one it was typed.
const typedIn = process.env.INIT_CWD;
const from =
  typedIn && existsSync(typedIn) && realpathSync(process.cwd()) === realpathSync(root)
    ? typedIn
    : process.cwd();

/** @typedef {(args: string[]) => Promise<number>} Task */
/** @type {Task} */
const build = (args) => node([...kb, 'build', ...placeOutput(args, from)]);
/** @type {Task} */
const testTypes = () =>
  inOrder(
    () => bin('astro', ['sync']),
    () => bin('astro', ['check', '--noSync']),
  );
/** @type {Task} */
const format = (args) => bin('prettier', [...args, '.']);
/** @type {Task} */
const testFormat = () => format(['--check', '--log-level', 'warn']);
/** Rooms whose tests leave nothing behind in their process: one process for all of them takes half the time of one for each file. */
const pure = 'domain|articles|markdown|importer|html|twins|hosting|reports|words|drawing';
/** @type {Task} */
const testUnit = (args) => {
  // They test the generator, with knowledge bases of their own; what runs beside them keeps the one that was named.
  const test = (/** @type {string[]} */ ...files) => node(['--test', ...files], { KB_CONTENT: undefined });
  return args.length > 0
    ? test(...args)
    : inOrder(
        () => test('--test-isolation=none', `src/@(${pure})/**/*.test.ts`),
        () => test(`src/!(${pure})/**/*.test.ts`, 'src/*.test.ts'),
      );
};
/** @type {Task} */
const testMutation = (args) =>
  node([
    join(packageDir(root, '@stryker-mutator/core') ?? modules, 'bin/stryker.js'),
    'run',
    '.stryker.config.mjs',
    ...args,
  ]);
/** @type {Task} */
const testLinks = () => node([...kb, 'permalinks', '--check']);
const simulate = () => node([...kb, 'simulate']);
/** @type {Task} */
const browserTests = (args) => node([...kb, 'e2e', ...args]);
/** @type {Task} */
const testE2e = (args) =>
  // Simulated readers walk all of the site; who names a spec wants that one only.
  inOrder(...(args.length > 0 ? [] : [simulate]), () => browserTests(args));

/** @type {Record<string, Task>} */
const tasks = {
  start: (args) =>
    inOrder(
      () => build([]),
      () => node([...kb, 'serve', ...args]),
    ),
  // Astro keeps one server for a project; here each knowledge base may have its own, and a lock that was left behind stops none.
  dev: (args) => bin('astro', ['dev', '--ignore-lock', ...args]),
  build,
  check: (args) => node([...kb, 'check', ...args]),
  kb: (args) => node([...kb, ...args]),
  format: () => format(['--write', '--log-level', 'warn']),
  accept: () => {
    process.env.KB_ACCEPT = '1';
    return testUnit([]);
  },
  'test:format': testFormat,
  'test:types': testTypes,
  'test:unit': testUnit,
  'test:e2e': testE2e,
  'test:mutation': testMutation,
  test: async () => {
    /** @type {string[]} */
    const times = [];
    const timed = (/** @type {string} */ name, /** @type {Task} */ task) => async () => {
      const start = performance.now();
      const code = await task([]);
      times.push(`${name} ${Math.round((performance.now() - start) / 1000)} s`);
      return code;
    };
    // Each of two rows keeps one core busy, and the third waits for others; the browser tests take two. What comes after the
    // build finds its plans.
    const rows = [
      [timed('browser', () => browserTests(['--find-browser']))],
      [timed('unit tests', testUnit)],
      [
        timed('format', testFormat),
        timed('types', testTypes),
        timed('build', build),
        timed('links', testLinks),
        timed('simulated readers', simulate),
      ],
    ];
    const code = await inOrder(() => sideBySide(rows, process.stdout), timed('browser tests', browserTests));
    console.log(`\nTook: ${times.join(', ')}.`);
    return code;
  },
};

/** Tasks that build a site. */
const building = new Set(['start', 'dev', 'build', 'test', 'test:e2e']);
/** Whether a task makes, checks or serves a site, or also tests or forms the generator. @param {string} name @param {string[]} args @returns {import('./start/packages.mjs').Needs} */
const needsOf = (name, args) =>
  /^(?:test|format|accept)\b/.test(name) || (name === 'kb' && args[0] === 'e2e') ? 'all' : 'site';

const { args: said, content, error } = takeContent(process.argv.slice(2), from);
const [name = '', ...args] = said;
const task = tasks[name];
process.env.KB_FROM = from;
if (content !== undefined) process.env.KB_CONTENT = content;
if (error) {
  console.error(error);
  process.exitCode = 1;
} else if (!task) {
  console.error(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exitCode = 1;
} else {
  process.exitCode = await inOrder(
    oldNode,
    async () => (building.has(name) ? oddFolder() : 0),
    () => install(root, run, needsOf(name, args)),
    () => task(args),
  );
}

/** Stops where not even the install step can run. @returns {Promise<number>} */
async function oldNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return 0;
  console.error(
    `This needs Node 20 or later to start with; here it is ${process.versions.node}. Get a newer one from nodejs.org.`,
  );
  return 1;
}

/** Stops where the site cannot be built, before anything is installed. @returns {number} */
function oddFolder() {
  const fault = faultOfFolder(root);
  if (fault) console.error(fault);
  return fault ? 1 : 0;
}

/** @param {string} name @param {string[]} args @returns {Promise<number>} */
function bin(name, args) {
  const folder = packageDir(root, name) ?? join(modules, name);
  const pkg = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof pkg.bin === 'string' ? pkg.bin : pkg.bin[name];
  return node([join(folder, script), ...args]);
}

/** Runs the project's own Node. @param {string[]} args @param {NodeJS.ProcessEnv} [own] what its environment has instead of ours @returns {Promise<number>} */
function node(args, own) {
  return run(nodeFor(root, process.versions.node, process.execPath) ?? process.execPath, args, false, 1, own);
}

/** Runs a program to its end and hands on the signals that would stop it. @param {string} command @param {string[]} args @param {boolean} [shell] @param {1 | 2} [output] the channel of what it prints @param {NodeJS.ProcessEnv} [own] what its environment has instead of ours @returns {Promise<number>} */
function run(command, args, shell = false, output = 1, own = {}) {
  const pieces = kept.getStore();
  const env = {
    // What one program has compiled, the next one need not: most tests and commands share their modules.
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
    ...(pieces && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
    ...process.env,
    PATH: [join(modules, '.bin'), process.env.PATH ?? process.env.Path ?? ''].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
    ...own,
  };
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: pieces ? ['ignore', 'pipe', 'pipe'] : [0, output, 2],
      env,
      shell,
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (/** @type {Buffer} */ piece) => pieces?.push(piece));
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    // Ctrl+C in a terminal reaches the child by itself; twice would end it before it has tidied up.
    const handOn = (/** @type {NodeJS.Signals} */ signal) =>
      void (signal === 'SIGINT' && process.stdin.isTTY ? 0 : child.kill(signal));
    const end = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, handOn);
      done(code);
    };
    for (const signal of signals) process.on(signal, handOn);
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Stops at the first step that fails. @param {(() => Promise<number>)[]} steps @returns {Promise<number>} */
async function inOrder(...steps) {
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}
