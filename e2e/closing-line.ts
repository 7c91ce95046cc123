import type { FullResult, Reporter, Suite } from 'playwright/types/testReporter';

/** Ends the output with one plain line such as `42 passed, 0 failed, 1 skipped`. */
export default class ClosingLine implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;
  #status: FullResult['status'] = 'passed';

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(): void {
    this.#errors += 1;
  }

  onEnd(result: FullResult): void {
    this.#status = result.status;
  }

  async onExit(): Promise<void> {
    const outcomes = (this.#suite?.allTests() ?? []).map((test) =>
      test.results.length === 0 ? 'skipped' : test.outcome(),
    );
    const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
    const passed = count('expected') + count('flaky');
    // An error outside any test, such as a file that does not load, has failed something too.
    const failed = Math.max(count('unexpected') + this.#errors, this.#status === 'passed' ? 0 : 1);
    const skipped = count('skipped');
    process.stdout.write(
      `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}
