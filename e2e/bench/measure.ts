import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command cost: CPU seconds (user and system, of all its processes), seconds by the clock, and the most memory that one of its processes held, in MB (0 where the system does not tell). */
export interface Cost {
  readonly cpu: number;
  readonly clock: number;
  readonly memory: number;
}

/** Runs a command to its end and says what it cost. Throws with the end of its output when it fails. */
export async function measure(
  command: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  const began = performance.now();
  // The shell's own account of its children is exact, and every system has it.
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', ...command], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let told = '';
  child.stdout.on('data', (part: Buffer) => (output = (output + part.toString()).slice(-4000)));
  child.stderr.on('data', (part: Buffer) => (told = (told + part.toString()).slice(-4000)));
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, largestOf(child.pid ?? 0))), 100);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}:\n${output}\n${told}`);
  const clock = (performance.now() - began) / 1000;
  return { cpu: childrenIn(told), clock, memory: Math.round(memory / 1024) };
}

/** The last line of what `times` prints: user and system time of the children, as in `1m2.30s 0m4.50s`. */
function childrenIn(told: string): number {
  const times = [...told.matchAll(/(\d+)m([\d.]+)s/g)].slice(-2);
  return times.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/** The most memory, in kB, that a process below this one has held so far. */
function largestOf(parent: number): number {
  const below = childrenOf(parent);
  return Math.max(0, ...below.map((pid) => Math.max(peakOf(pid), largestOf(pid))));
}

function childrenOf(parent: number): readonly number[] {
  try {
    return readdirSync(`/proc/${parent}/task`).flatMap((thread) =>
      readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
