// @ts-check
/** Mutation tests of the core (`npm run test:mutation`), by hand: what survives names a behaviour that no test asserts. */
export default {
  testRunner: 'in-process',
  mutate: [
    'src/domain/**/*.ts',
    '!src/domain/**/*.test.ts',
    '!src/domain/**/fixtures/**',
    '!src/domain/**/example-*.ts',
  ],
  coverageAnalysis: 'perTest',
  // Every run imports its modules anew, which no process can give back.
  maxTestRunnerReuse: 400,
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  tempDirName: '.cache/mutation',
  // Builds and browser tests may run meanwhile: what they write belongs to no copy.
  ignorePatterns: ['/.cache', '/dist', '/dist-*', '/test-results'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 90, low: 85, break: 85 },
  ignoreStatic: true,
  concurrency: 2,
  // On a busy machine a slow test is no endless loop.
  timeoutMS: 30_000,
  plugins: ['./src/cli/mutation/runner.ts'],
};
