// What the install step knows of the packages of a project. Plain JavaScript, since it runs before anything is installed.
// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of an installed package, in the project or, as in a workspace, in a folder above it; undefined where it is in none.
 * @param {string} root
 * @param {string} name
 * @returns {string | undefined}
 */
export function packageDir(root, name) {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Which packages of `package.json` a task needs: those that a site is made with (`dependencies`), or also those for tests and form
 * (`devDependencies`).
 * @typedef {'site' | 'all'} Needs
 */

/**
 * The packages of `package.json` that are needed and not there, or in a version that it does not take. It looks at what lies on the
 * disk, not at what an installer says: that says it has done its work also where it left out or took away half of it.
 * @param {string} root
 * @param {Needs} needs
 * @returns {string[]}
 */
export function lackingPackages(root, needs) {
  return Object.entries(neededPackages(root, needs)).flatMap(([name, range]) => {
    const path = packageDir(root, name);
    const version = path && read(join(path, 'package.json'))?.version;
    return typeof version === 'string' && takes(String(range), version) ? [] : [name];
  });
}

/**
 * Whether the packages that are needed are those of the lock file, or lie in the folder of a workspace, whose lock file that is not.
 * @param {string} root
 * @param {Needs} needs
 * @returns {boolean}
 */
export function agreesWithLock(root, needs) {
  const locked = read(join(root, 'package-lock.json'))?.packages ?? {};
  return Object.keys(neededPackages(root, needs)).every((name) => {
    const path = packageDir(root, name);
    if (path !== join(root, 'node_modules', name)) return path !== undefined;
    const version = locked[`node_modules/${name}`]?.version;
    return version === undefined || version === read(join(path, 'package.json'))?.version;
  });
}

/**
 * Whether packages for tests lie there: those that nothing else brings along, as the lock file says.
 * @param {string} root
 * @returns {boolean}
 */
export function hasTestPackages(root) {
  const locked = read(join(root, 'package-lock.json'))?.packages ?? {};
  const { devDependencies = {} } = read(join(root, 'package.json')) ?? {};
  return Object.keys(devDependencies).some((name) => {
    const path = join('node_modules', name, 'package.json');
    return locked[`node_modules/${name}`]?.dev === true && existsSync(join(root, path));
  });
}

/** @param {string} root @param {Needs} needs @returns {Record<string, string>} their ranges by name */
function neededPackages(root, needs) {
  const { dependencies = {}, devDependencies = {} } = read(join(root, 'package.json')) ?? {};
  return needs === 'all' ? { ...dependencies, ...devDependencies } : dependencies;
}

/**
 * Who has installed the packages, if not npm: their folder is left to that one.
 * @param {string} root
 * @returns {'pnpm' | 'yarn' | undefined}
 */
export function otherInstaller(root) {
  for (let folder = root; ; folder = dirname(folder)) {
    const has = (/** @type {string} */ name) => existsSync(join(folder, name));
    if (has('node_modules/.modules.yaml') || has('node_modules/.pnpm') || has('pnpm-lock.yaml'))
      return 'pnpm';
    if (
      has('node_modules/.yarn-integrity') ||
      has('node_modules/.yarn-state.yml') ||
      has('yarn.lock') ||
      has('.pnp.cjs')
    )
      return 'yarn';
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The Node that runs the project: its own, or the one that is running where that is new enough; undefined where neither will do.
 * @param {string} root
 * @param {string} running its version
 * @param {string} path the path of its program
 * @returns {string | undefined}
 */
export function nodeFor(root, running, path) {
  for (const name of [nodePackage(), 'node']) {
    const own = packageDir(root, name);
    const program = own && join(own, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (program && existsSync(program)) return program;
  }
  // The first that runs TypeScript by itself and has all that is used.
  return takes('>=24.0.0', running) ? path : undefined;
}

/**
 * The optional package that holds Node for this computer and nothing else; the package `node`, which it may have instead, gets it by
 * a script.
 * @returns {string}
 */
export function nodePackage() {
  const { platform, arch } = process;
  const family = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return [family, platform === 'win32' ? 'win' : platform, arch].join('-');
}

/**
 * Whether a range such as `^7.3.5`, `~6.0`, `>=20` or `1.2.3` takes a version.
 * @param {string} range
 * @param {string} version
 * @returns {boolean}
 */
function takes(range, version) {
  const [, sign = '', ...wanted] = /^(\^|~|>=|)(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(range) ?? [];
  if (wanted.length === 0) return true;
  const least = wanted.map((part) => Number(part ?? 0));
  const is = version.split(/[.+-]/, 3).map(Number);
  const kept =
    sign === '>=' ? 0 : sign === '~' ? 2 : sign === '^' ? least.findIndex((part) => part > 0) + 1 : 3;
  for (let at = 0; at < 3; at++) {
    const [a = 0, b = 0] = [is[at], least[at]];
    if (a !== b) return a > b && at >= kept;
  }
  return true;
}

/** @param {string} file @returns {Record<string, any> | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
