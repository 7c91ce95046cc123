// The install step of every npm script. Plain JavaScript, since it runs before anything is installed.
// @ts-check
import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  agreesWithLock,
  hasTestPackages,
  lackingPackages,
  nodeFor,
  nodePackage,
  otherInstaller,
} from './packages.mjs';

/** @typedef {(command: string, args: string[], shell: boolean, output: 1 | 2) => Promise<number>} Run */
/** @typedef {import('./packages.mjs').Needs} Needs */

/**
 * Looks whether what a task needs is there, and installs it where it is not or where the lock file has changed since. What
 * works is never taken away, and an installer that fails does not stop what works all the same.
 * @param {string} root
 * @param {Run} run
 * @param {Needs} needs
 * @returns {Promise<0 | 1>}
 */
export async function install(root, run, needs) {
  const lockFile = join(root, 'package-lock.json');
  const lock = createHash('sha256')
    .update(existsSync(lockFile) ? readFileSync(lockFile) : '')
    .digest('hex');
  const stamp = join(root, 'node_modules', '.mendbook-installed');
  const works = isWhole(root, needs);
  // Without a stamp, somebody else has installed what is there; with another one, the lock file has changed since.
  const isNew = existsSync(stamp) ? isStamped(stamp, lock) : agreesWithLock(root, needs);
  if (works && (isNew || otherInstaller(root) || !isWritable(root))) return 0;
  const other = otherInstaller(root);
  // npm would take away what it is told to leave out.
  if (!other && isWritable(root)) await runNpm(run, works, hasTestPackages(root) ? 'all' : needs);
  if (!isWhole(root, needs)) {
    console.error(faultOf(root, other, needs));
    return 1;
  }
  try {
    // A new file, not the old one anew: copies of the project may share it by a hard link.
    const fresh = `${stamp}-${process.pid}`;
    writeFileSync(fresh, lock);
    renameSync(fresh, stamp);
  } catch {
    // The next command looks again, and finds that all is there.
  }
  return 0;
}

/** @param {string} root @param {Needs} needs */
function isWhole(root, needs) {
  return (
    lackingPackages(root, needs).length === 0 &&
    nodeFor(root, process.versions.node, process.execPath) !== undefined
  );
}

/** @param {Run} run @param {boolean} works @param {Needs} needs */
async function runNpm(run, works, needs) {
  // On the error channel, so that `npm run -s check -- --json` prints JSON only, also the first time.
  console.error(`Installing packages${needs === 'all' ? ', also those for tests' : ''} (once) …`);
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional package, and takes away what works before it
  // begins. The rest says the contrary of what a shell or a file of settings may say. No package needs its scripts.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const meant = [
    needs === 'all' ? '--include=dev' : '--omit=dev',
    '--include=optional',
    '--ignore-scripts',
    '--global=false',
    '--dry-run=false',
  ];
  const npm = process.env.npm_execpath;
  const code = await (npm && /npm[^\\/]*\.c?js$/.test(npm)
    ? run(process.execPath, [npm, ...args, ...meant], false, 2)
    : run('npm', [...args, ...meant], process.platform === 'win32', 2));
  if (code !== 0 && works)
    console.error('The newest packages could not be installed; going on with those that are there.');
}

/** What is wrong and what to do, in one sentence each. @param {string} root @param {'pnpm' | 'yarn' | undefined} other @param {Needs} needs */
function faultOf(root, other, needs) {
  const what = lackOf(root, needs);
  if (other)
    return `${what} Packages are kept by ${other} here: run \`${other} install${other === 'pnpm' && needs === 'all' ? ' --prod=false' : ''}\`${existsSync(join(root, '.pnp.cjs')) ? ' with `nodeLinker: node-modules`' : ''}.`;
  if (!isWritable(root))
    return `${what} This account may not write into \`${join(root, 'node_modules')}\`: run \`npm install${needs === 'all' ? ' --include=dev' : ''}\` as its owner.`;
  return `${what} Look at what npm says above and at the connection to its registry, then run the command again.`;
}

/** @param {string} root @param {Needs} needs */
function lackOf(root, needs) {
  const lacking = lackingPackages(root, needs);
  const some = lacking.slice(0, 3).map((name) => `\`${name}\``);
  return lacking.length > 0
    ? `${lacking.length} of the packages that this needs ${lacking.length === 1 ? 'is' : 'are'} not installed (${some.join(', ')}${lacking.length > 3 ? ' …' : ''}).`
    : `Node ${process.versions.node} is too old, and the optional package \`${nodePackage()}\`, which would bring a newer one, is not installed: get Node 24 or later from nodejs.org, or that package.`;
}

/** @param {string} root */
function isWritable(root) {
  try {
    const modules = join(root, 'node_modules');
    accessSync(existsSync(modules) ? modules : root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} stamp @param {string} lock */
function isStamped(stamp, lock) {
  try {
    return readFileSync(stamp, 'utf8') === lock;
  } catch {
    return false;
  }
}
