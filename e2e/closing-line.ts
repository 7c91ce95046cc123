import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, Suite, TestCase } from 'playwright/types/testReporter';

/** Ends the output with why each test failed and one plain line such as `42 passed, 0 failed, 1 skipped`: logs of CI keep the end. */
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
    const tests = this.#suite?.allTests() ?? [];
    const outcomes = tests.map((test) => (test.results.length === 0 ? 'skipped' : test.outcome()));
    const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
    const passed = count('expected') + count('flaky');
    // An error outside any test, such as a file that does not load, has failed something too.
    const failed = Math.max(count('unexpected') + this.#errors, this.#status === 'passed' ? 0 : 1);
    const skipped = count('skipped');
    const reasons = tests.filter((test) => test.outcome() === 'unexpected').map(reasonOf);
    process.stdout.write(
      `${reasons.join('')}\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}

/** Where a test stands and the first lines of why it failed. */
function reasonOf({ location: { file, line }, title, results }: TestCase): string {
  const lines = stripVTControlCharacters(results.at(-1)?.error?.message ?? '').split('\n');
  return `\n${file}:${line} ${title}\n${lines.slice(0, 12).join('\n')}\n`;
}
