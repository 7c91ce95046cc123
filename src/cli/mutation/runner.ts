import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, resolve } from 'node:path';
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
  #measured: Readonly<Record<string, Measured>> = {};
  #run = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#files = globSync('src/domain/**/*.test.ts').toSorted();
    if (existsSync(measuredFile)) this.#measured = JSON.parse(readFileSync(measuredFile, 'utf8'));
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
    const measured: Record<string, Measured> = {};
    for (const file of this.#files) {
      const stryker = context();
      stryker.mutantCoverage = { static: {}, perTest: {} };
      const before = process.cpuUsage();
      const failure = await this.#failureIn(file);
      const hits = stryker.mutantCoverage.static;
      const ms = millisecondsSince(before);
      perTest[file] = hits;
      measured[file] = { ms, hits };
      tests.push(resultOf(file, ms, failure));
      if (failure !== undefined && !disableBail) break;
    }
    this.#measured = measured;
    writeFileSync(measuredFile, JSON.stringify(measured));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({
    activeMutant,
    sandboxFileName,
    hitLimit,
    testFilter,
    disableBail,
  }: MutantRunOptions): Promise<MutantRunResult> {
    const stryker = context();
    stryker.activeMutant = activeMutant.id;
    const tests: TestResult[] = [];
    for (const file of this.#judgesOf(sandboxFileName, testFilter ?? this.#files)) {
      const most = hitLimit === undefined ? undefined : this.#mostHits(file, activeMutant.id);
      stryker.hitCount = 0;
      if (most === undefined) delete stryker.hitLimit;
      else stryker.hitLimit = most;
      const before = process.cpuUsage();
      const failure = await this.#failureIn(file);
      const looping = determineHitLimitReached(stryker.hitCount, most);
      if (looping) return toMutantRunResult(looping);
      tests.push(resultOf(file, millisecondsSince(before), failure));
      if (failure !== undefined && !disableBail) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  /**
   * The test files to try on a mutant. Most mutants fail in a quick test or in one of their own folder, which therefore come first; slow
   * ones are tried on their own room only.
   */
  #judgesOf(mutated: string, files: readonly string[]): readonly string[] {
    const msOf = (file: string): number => this.#measured[file]?.ms ?? 0;
    const own = (file: string): boolean => mutated.startsWith(`${resolve(roomOf(file))}/`);
    const beside = (file: string): boolean => resolve(dirname(file)) === dirname(resolve(mutated));
    const orderOf = (file: string): number => msOf(file) * (beside(file) ? 0.05 : own(file) ? 0.3 : 1);
    return files.filter((file) => msOf(file) < slow || own(file)).toSorted((a, b) => orderOf(a) - orderOf(b));
  }

  /** How often a file may run into a mutant before that is an endless loop: by its own count, so that a quick one tells it quickly. */
  #mostHits(file: string, mutant: string): number {
    return Math.max(100_000, 100 * (this.#measured[file]?.hits[mutant] ?? 0));
  }

  /** What fails in a test file that is imported anew. */
  async #failureIn(file: string): Promise<string | undefined> {
    this.#run += 1;
    const { startCollecting, firstFailure } = await import('./collected-tests.ts');
    startCollecting();
    try {
      await import(pathToFileURL(resolve(file)).href);
      return await firstFailure();
    } catch (error) {
      return `cannot be imported: ${String(error)}`;
    }
  }
}

/** What a test file took (ms of the processor) when no mutant was active, and how often it ran into each. */
interface Measured {
  readonly ms: number;
  readonly hits: CoverageData;
}

/** Of the processor: what else the machine does makes no test slow. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** In the folder of the copy, for the processes that follow the first. */
const measuredFile = 'measured-tests.json';

/** Simulations and whole sites take longer (ms); of other rooms they say too little for their time, which every mutant that lives costs. */
const slow = 500;

/** `src/domain/plan` for a test file in it or below. */
function roomOf(file: string): string {
  return file.split('/').slice(0, 3).join('/');
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
