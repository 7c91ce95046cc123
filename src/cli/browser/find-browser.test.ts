import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrowser, headlessShellBeside, installedPlaces, type Computer } from './find-browser.ts';

/** A computer on which only the given programs start; `asked` notes each that was tried. */
function computer(
  starting: readonly string[],
  more: Partial<Computer> = {},
): Computer & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    platform: 'linux',
    environment: { PATH: '/home/me/bin:relative:/usr/bin' },
    playwrights: ['/cache/full', '/cache/shell'],
    bringers: [],
    asked,
    starts: async (path) => {
      asked.push(path);
      return starting.includes(path);
    },
    ...more,
  };
}

test('the browser that KB_CHROMIUM names comes before every other', async () => {
  const found = await findBrowser(
    computer(['/mine', '/cache/full'], { environment: { KB_CHROMIUM: '/mine' } }),
  );
  assert.deepEqual(found, { path: '/mine', from: 'KB_CHROMIUM' });
});

test('a KB_CHROMIUM that does not start is said, not passed over', async () => {
  const found = await findBrowser(computer(['/cache/full'], { environment: { KB_CHROMIUM: '/typo' } }));
  assert.deepEqual(found, {
    error:
      'KB_CHROMIUM names `/typo`, which does not start as a Chromium. Correct it, or leave it out to let one be found.',
  });
});

test("Playwright's own browsers come before an installed one, and an installed one before one that is brought", async () => {
  const bringers = [{ from: 'npm', bring: async () => '/brought' }];
  assert.deepEqual(await findBrowser(computer(['/cache/shell', '/usr/bin/chromium'], { bringers })), {
    path: '/cache/shell',
    from: 'Playwright',
  });
  assert.deepEqual(await findBrowser(computer(['/usr/bin/chromium', '/brought'], { bringers })), {
    path: '/usr/bin/chromium',
    from: 'this computer',
  });
  assert.deepEqual(await findBrowser(computer(['/brought'], { bringers })), {
    path: '/brought',
    from: 'npm',
  });
});

test('one that was brought but does not start gives way to the next', async () => {
  const bringers = [
    { from: 'Debian', bring: async () => '/broken' },
    { from: 'nowhere', bring: async () => undefined },
    { from: 'npm', bring: async () => '/brought' },
  ];
  assert.deepEqual(await findBrowser(computer(['/brought'], { bringers })), {
    path: '/brought',
    from: 'npm',
  });
});

test('with no browser at all, one sentence says what to install', async () => {
  const alone = computer([]);
  assert.deepEqual(await findBrowser(alone), {
    error:
      'The browser tests need Chrome or Chromium, and none was found here. Install one of them, or run `npx playwright install chromium`, or set KB_CHROMIUM to its path.',
  });
  assert.ok(alone.asked.includes('/home/me/bin/chromium'));
  assert.ok(!alone.asked.some((path) => path.startsWith('relative')));
});

test('of two browsers in a folder, the one without windows is taken', async () => {
  const both = computer(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']);
  assert.deepEqual(await findBrowser(both), {
    path: '/usr/bin/chromium-headless-shell',
    from: 'this computer',
  });
});

test('Windows and macOS have their own places', () => {
  const windows = installedPlaces('win32', {
    PROGRAMFILES: 'C:\\Program Files',
    LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local',
  });
  assert.equal(windows[0], 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  assert.ok(windows.includes('C:\\Users\\me\\AppData\\Local\\Chromium\\Application\\chrome.exe'));
  assert.ok(
    installedPlaces('darwin', { HOME: '/Users/me' }).includes(
      '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ),
  );
});

test('the headless shell lies beside the full Chromium of the same build', () => {
  assert.equal(
    headlessShellBeside('/c/ms-playwright/chromium-1255/chrome-linux64/chrome'),
    '/c/ms-playwright/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
  );
  assert.equal(
    headlessShellBeside('C:\\pw\\chromium-1255\\chrome-win64\\chrome.exe'),
    'C:\\pw\\chromium_headless_shell-1255\\chrome-headless-shell-win64\\chrome-headless-shell.exe',
  );
  assert.equal(
    headlessShellBeside(
      '/c/chromium-1255/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ),
    '/c/chromium_headless_shell-1255/chrome-headless-shell-mac-arm64/chrome-headless-shell',
  );
  assert.equal(headlessShellBeside('/usr/bin/chromium'), undefined);
});
