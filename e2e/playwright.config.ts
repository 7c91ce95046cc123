import { defineConfig } from 'playwright/test';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchOptionsFor } from '../src/cli/browser/bring-browser.ts';

const url = process.env['KB_URL'];
if (!url)
  throw new Error(
    'The browser tests are started with `npm run test:e2e`, which serves the built site and finds a browser.',
  );

const root = fileURLToPath(new URL('..', import.meta.url));
const isFirstBase = resolve(root, process.env['KB_CONTENT'] || 'content') === resolve(root, 'content');

export default defineConfig({
  testDir: '.',
  // What readers of the first knowledge base search for is in no other one; everything else holds for all.
  testIgnore: isFirstBase ? [] : ['search.spec.ts'],
  // Node reads TypeScript itself, and remembers what it has compiled.
  build: { external: ['**/*.ts'] },
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
    // A context of its own for each test costs more than most tests; what one leaves behind is cleared for the next.
    reuseContext: true,
  },
});
