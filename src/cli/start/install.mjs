// The install step of every npm script. Plain JavaScript, since it runs before anything is installed.
// @ts-check
import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { agreesWithLock, lackingPackages, nodeFor, otherInstaller } from './packages.mjs';

/** @typedef {(command: string, args: string[], shell: boolean, output: 1 | 2) => Promise<number>} Run */

/**
 * Looks whether what the project needs is there, and installs it where it is not or where the lock file has changed since. What
 * works is never taken away, and an installer that fails does not stop what works all the same.
 * @param {string} root
 * @param {Run} run
 * @returns {Promise<0 | 1>}
 */
export async function install(root, run) {
  const lockFile = join(root, 'package-lock.json');
  const lock = createHash('sha256')
    .update(existsSync(lockFile) ? readFileSync(lockFile) : '')
    .digest('hex');
  const stamp = join(root, 'node_modules', '.mendbook-installed');
  const works = isWhole(root);
  // Without a stamp, somebody else has installed what is there; with another one, the lock file has changed since.
  const isNew = existsSync(stamp) ? isStamped(stamp, lock) : agreesWithLock(root);
  if (works && (isNew || otherInstaller(root) || !isWritable(root))) return 0;
  const other = otherInstaller(root);
  if (!other && isWritable(root)) await runNpm(run, works);
  if (!isWhole(root)) {
    console.error(faultOf(root, other));
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

/** @param {string} root */
function isWhole(root) {
  return (
    lackingPackages(root).length === 0 && nodeFor(root, process.versions.node, process.execPath) !== undefined
  );
}

/** @param {Run} run @param {boolean} works */
async function runNpm(run, works) {
  // On the error channel, so that `npm run -s check -- --json` prints JSON only, also the first time.
  console.error('Installing packages (once) …');
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional package, and takes away what works before it
  // begins. The rest says the contrary of what a shell or a file of settings may say: all packages, and their scripts, are needed.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const meant = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts=false',
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

/** How each of them runs the scripts of a package that it has left out. */
const rebuild = { pnpm: 'rebuild node', yarn: 'install --force' };

/** What is wrong and what to do, in one sentence each. @param {string} root @param {'pnpm' | 'yarn' | undefined} other */
function faultOf(root, other) {
  const lacking = lackingPackages(root);
  const some = lacking.slice(0, 3).map((name) => `\`${name}\``);
  const what =
    lacking.length > 0
      ? `${lacking.length} of the packages that this needs are not installed (${some.join(', ')}${lacking.length > 3 ? ' …' : ''}).`
      : `The package \`node\` has not brought its program along, because scripts of packages did not run, and Node ${process.versions.node} is too old to do without it.`;
  if (other)
    return `${what} They are kept by ${other}: run \`${other} ${lacking.length > 0 ? `install${other === 'pnpm' ? ' --prod=false' : ''}` : rebuild[other]}\`${lacking.length > 0 ? '' : ', or use Node 24'}${existsSync(join(root, '.pnp.cjs')) ? ' with `nodeLinker: node-modules`' : ''}.`;
  if (!isWritable(root))
    return `${what} This account may not write into \`${join(root, 'node_modules')}\`: run \`npm install --include=dev\` as its owner.`;
  return `${what} Look at what npm says above and at the connection to its registry, then run the command again.`;
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
