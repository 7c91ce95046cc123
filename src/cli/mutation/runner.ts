import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  INSTRUMENTER_CONSTANTS,
  type CoverageData,
  type InstrumenterContext,
} from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';

/**
 * Tries mutants in one process: each run imports the test files that reach the mutant afresh and runs their tests, some
 * 20 ms in place of the 500 of a process. A test file counts as one test, so what a file works out while it is imported
 * belongs to its test.
 */
class InProcessRunner implements TestRunner {
  #files: readonly string[] = [];
  /** The longest that each test file has taken in this process, in ms. */
  readonly #times = new Map<string, number>();
  #run = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#files = globSync('src/domain/**/*.test.ts').toSorted();
    const stand = new URL('collected-tests.ts', import.meta.url).href;
    const sandbox = pathToFileURL(resolve('src')).href;
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'node:test') return { url: stand, shortCircuit: true };
        const resolved = next(specifier, context);
        return resolved.url.startsWith(sandbox)
          ? { ...resolved, url: `${resolved.url}?run=${this.#run}` }
          : resolved;
      },
    });
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    const perTest: Record<string, CoverageData> = {};
    for (const file of this.#files) {
      const stryker = context();
      stryker.mutantCoverage = { static: {}, perTest: {} };
      const start = performance.now();
      const failure = await this.#failureIn(file);
      perTest[file] = stryker.mutantCoverage.static;
      tests.push(resultOf(file, performance.now() - start, failure));
      if (failure !== undefined && !disableBail) break;
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    testFilter,
    disableBail,
  }: MutantRunOptions): Promise<MutantRunResult> {
    const stryker = context();
    stryker.activeMutant = activeMutant.id;
    stryker.hitCount = 0;
    if (hitLimit === undefined) delete stryker.hitLimit;
    else stryker.hitLimit = hitLimit;
    const tests: TestResult[] = [];
    // Most mutants fail in a quick test, and need no slow one.
    const timeOf = (file: string): number => this.#times.get(file) ?? 0;
    for (const file of (testFilter ?? this.#files).toSorted((a, b) => timeOf(a) - timeOf(b))) {
      const start = performance.now();
      const failure = await this.#failureIn(file);
      const looping = determineHitLimitReached(stryker.hitCount, hitLimit);
      if (looping) return toMutantRunResult(looping);
      tests.push(resultOf(file, performance.now() - start, failure));
      if (failure !== undefined && !disableBail) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  /** What fails in a test file that is imported anew. */
  async #failureIn(file: string): Promise<string | undefined> {
    this.#run += 1;
    const start = performance.now();
    const { startCollecting, firstFailure } = await import('./collected-tests.ts');
    startCollecting();
    try {
      await import(pathToFileURL(resolve(file)).href);
      return await firstFailure();
    } catch (error) {
      return `cannot be imported: ${String(error)}`;
    } finally {
      this.#times.set(file, Math.max(this.#times.get(file) ?? 0, performance.now() - start));
    }
  }
}

function resultOf(file: string, timeSpentMs: number, failure: string | undefined): TestResult {
  // With the name of its file, a test that was edited is tried again on what it let live.
  const told = { id: file, name: file, fileName: resolve(file), timeSpentMs };
  return failure === undefined
    ? { ...told, status: TestStatus.Success }
    : { ...told, status: TestStatus.Failed, failureMessage: failure };
}

/** What the instrumented code reads and writes. */
function context(): InstrumenterContext {
  const all = globalThis as typeof globalThis & { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext };
  return (all[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
