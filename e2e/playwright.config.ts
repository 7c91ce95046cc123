import { defineConfig } from 'playwright/test';
import { launchOptionsFor } from '../src/cli/browser/bring-browser.ts';

const url = process.env['KB_URL'];
if (!url)
  throw new Error(
    'The browser tests are started with `npm run test:e2e`, which serves the built site and finds a browser.',
  );

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  reporter: [['line'], ['./closing-line.ts']],
  use: {
    baseURL: url,
    launchOptions: launchOptionsFor(process.env['KB_CHROMIUM']),
    serviceWorkers: 'block',
  },
});
