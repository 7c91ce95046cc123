// @ts-check
/** Mutation tests of the core (`npm run test:mutation`), by hand: what survives names a behaviour that no test asserts. */
export default {
  testRunner: 'tap',
  tap: { testFiles: ['src/domain/**/*.test.ts'], nodeArgs: ['--test-reporter=tap'] },
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts', '!src/domain/**/example-*.ts'],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  tempDirName: '.cache/mutation',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 90, low: 85, break: 85 },
  ignoreStatic: true,
  concurrency: 2,
  plugins: ['@stryker-mutator/tap-runner'],
};
