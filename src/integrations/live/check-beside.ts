import { Worker } from 'node:worker_threads';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Base } from '../step.ts';

/** The wish to have the content checked as it stands now. */
export interface Asked {
  readonly nth: number;
}

/** What a check found; `again` where the content went on changing while it was read. */
export interface Checked extends Asked {
  readonly problems: readonly Problem[];
  readonly fault?: string;
  readonly again?: boolean;
}

/** A check that goes on beside everything else. */
export interface CheckBeside {
  /** The content has changed: checks it. */
  readonly ask: () => void;
  /** The problems of the content as it was when last asked, as soon as they are known. */
  readonly problems: () => Promise<readonly Problem[]>;
  readonly end: () => void;
}

/** Milliseconds until a folder is read again that changed while it was read. */
const pause = 250;

/** MB for young objects: most of what a check reads stays, and would only be copied about. */
const youngest = 48;

/** Checks the knowledge base in a thread of its own and tells `found` of each result; where several edits come in a row, of that of the last. */
export function checkBeside(
  { project, dir }: Pick<Base, 'project' | 'dir'>,
  found: (problems: readonly Problem[]) => void,
): CheckBeside {
  let nth = 0;
  let known: readonly Problem[] | undefined;
  let waiting: ((problems: readonly Problem[]) => void)[] = [];
  const settle = (problems: readonly Problem[]): void => {
    known = problems;
    found(problems);
    for (const tell of waiting) tell(problems);
    waiting = [];
  };
  let worker: Worker | undefined;
  const start = (): Worker => {
    const own = new Worker(new URL('./check-worker.ts', import.meta.url), {
      workerData: { project, dir },
      resourceLimits: { maxYoungGenerationSizeMb: youngest },
    });
    own.on('message', ({ nth: answered, problems, fault, again }: Checked) => {
      if (fault) process.stderr.write(`${fault}\n`);
      if (again) setTimeout(ask, pause).unref();
      else if (answered === nth) settle(problems);
    });
    own.on('error', (error) => {
      // The next edit begins anew.
      process.stderr.write(`The check has stopped: ${String(error)}\n`);
      worker = undefined;
      settle([]);
    });
    own.unref();
    return own;
  };
  const ask = (): void => {
    nth += 1;
    known = undefined;
    worker ??= start();
    worker.postMessage({ nth } satisfies Asked);
  };
  return {
    ask,
    problems: () => (known ? Promise.resolve(known) : new Promise((tell) => (waiting = [...waiting, tell]))),
    end: () => void worker?.terminate(),
  };
}
