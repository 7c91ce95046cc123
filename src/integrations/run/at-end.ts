import { constants } from 'node:os';
import { hasCode } from '../../files/error-code.ts';

/** Does something when this process ends by itself or is stopped; only what cannot be noticed, as SIGKILL, comes without it. */
export function atEnd(tidy: () => void): void {
  process.on('exit', tidy);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

/** Whether a process runs, whoever started it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return hasCode(error, 'EPERM');
  }
}
