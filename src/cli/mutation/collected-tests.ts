/** What stands in for `node:test` while mutants are tried: tests are collected, and run by who imported them. */

type Body = () => unknown;

/** What a test may do of its own run. */
interface Run {
  /** Runs something when the test has ended. */
  readonly after: (body: Body) => void;
}

type Test = (run: Run) => unknown;

/** The tests of the files that were imported since `startCollecting`. */
let collected: { readonly name: string; readonly body: Test }[] = [];
let after: Body[] = [];

/** Forgets what was collected. */
export function startCollecting(): void {
  collected = [];
  after = [];
}

/** Collects a test, as `test` of `node:test` declares one. */
export function test(name: string, body: Test): void {
  collected.push({ name, body });
}

/** A group is only its tests. */
export function describe(_name: string, body: Body): void {
  body();
}

/** Collects what runs after each test. */
export function afterEach(body: Body): void {
  after.push(body);
}

/** Runs what was collected, one after the other; the first failure as "name: message", undefined when all pass. */
export async function firstFailure(): Promise<string | undefined> {
  for (const { name, body } of collected) {
    const own: Body[] = [];
    try {
      await body({ after: (each) => own.push(each) });
      for (const each of [...own, ...after]) await each();
    } catch (error) {
      return `${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}
