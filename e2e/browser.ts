import type { LaunchOptions } from 'playwright/test';

/** How the tests start the browser that `kb e2e` has found: no sandbox (see bring-browser), nothing that talks to other hosts. */
export const launchOptions: LaunchOptions = {
  ...(process.env['KB_CHROMIUM'] ? { executablePath: process.env['KB_CHROMIUM'] } : {}),
  chromiumSandbox: false,
  args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
};
