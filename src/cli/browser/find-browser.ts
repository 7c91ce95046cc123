import { posix, win32 } from 'node:path';

export interface FoundBrowser {
  readonly path: string;
  /** Where it came from, in words: `KB_CHROMIUM`, `Playwright`, `this computer`, `Debian`, `npm`. */
  readonly from: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The outside world, as far as looking for a browser touches it. */
export interface Computer {
  readonly platform: string;
  readonly environment: Environment;
  /** Browsers that Playwright has downloaded, best first; they need not exist. */
  readonly playwrights: readonly string[];
  /** Starts the program and asks it for a blank page. False when there is none or it does not come up. */
  readonly starts: (path: string) => Promise<boolean>;
  /** Ways to get one, in order; each gives the path of what it brought, undefined when it does not fit here or failed. */
  readonly bringers: readonly { readonly from: string; readonly bring: () => Promise<string | undefined> }[];
}

/** Finds a Chromium that really starts: the named one, Playwright's own, an installed one, else one that is brought. Gives a sentence when there is none. */
export async function findBrowser(computer: Computer): Promise<FoundBrowser | { readonly error: string }> {
  const named = computer.environment['KB_CHROMIUM'];
  if (named) {
    if (await computer.starts(named)) return { path: named, from: 'KB_CHROMIUM' };
    return {
      error: `KB_CHROMIUM names \`${named}\`, which does not start as a Chromium. Correct it, or leave it out to let one be found.`,
    };
  }
  for (const path of computer.playwrights)
    if (await computer.starts(path)) return { path, from: 'Playwright' };
  for (const path of installedPlaces(computer.platform, computer.environment))
    if (await computer.starts(path)) return { path, from: 'this computer' };
  for (const { from, bring } of computer.bringers) {
    const path = await bring();
    if (path && (await computer.starts(path))) return { path, from };
  }
  return {
    error:
      'The browser tests need Chrome or Chromium, and none was found here. Install one of them, or run `npx playwright install chromium`, or set KB_CHROMIUM to its path.',
  };
}

/** Where Chrome, Chromium and Edge usually lie on a system. */
export function installedPlaces(platform: string, environment: Environment): readonly string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const roots = [
      '/Applications',
      ...(environment['HOME'] ? [posix.join(environment['HOME'], 'Applications')] : []),
    ];
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      roots.map((root) => posix.join(root, `${name}.app`, 'Contents/MacOS', name)),
    );
  }
  const folders = [
    ...new Set([
      ...(environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/')),
      '/usr/bin',
      '/usr/local/bin',
      '/snap/bin',
      '/opt/google/chrome',
    ]),
  ];
  const names = [
    // Debian's, which has no window to draw: the same tests take a quarter less time in it.
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge-stable',
  ];
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** Beside Playwright's full Chromium, where `playwright install --only-shell` puts the headless one: same build number, other names. */
export function headlessShellBeside(fullChromium: string): string | undefined {
  const match = /^(.*[\\/])chromium-(\d+)([\\/])chrome-([a-z0-9-]+)[\\/]/.exec(fullChromium);
  if (!match) return undefined;
  const [, store = '', build = '', slash = '/', system = ''] = match;
  return [
    `${store}chromium_headless_shell-${build}`,
    `chrome-headless-shell-${system}`,
    system.startsWith('win') ? 'chrome-headless-shell.exe' : 'chrome-headless-shell',
  ].join(slash);
}
