import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What the processes of a dev server have cost so far: CPU seconds (user and system), and the memory that they hold now, in MB. */
export interface Spent {
  readonly cpu: number;
  readonly memory: number;
}

/** A dev server of a knowledge base. */
export interface DevServer {
  readonly url: string;
  /** What it has cost; on systems without `/proc` nothing. */
  readonly spent: () => Spent;
  /** Every message that an open page would have been sent, as they come. */
  readonly told: Told[];
  /** The end of what it has printed. */
  readonly said: () => string;
  readonly end: () => Promise<void>;
}

/** A message to open pages: what it asks of them, and when it came, in milliseconds of `performance.now()`. */
export interface Told {
  readonly type: string;
  readonly text: string;
  readonly at: number;
}

/** Starts `npm run dev` on the knowledge base in the folder `content`, and waits until the page at `first` is served. Throws where that takes longer than two minutes. */
export async function startDev(root: string, content: string, first: string): Promise<DevServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [join(root, 'src/cli/bootstrap.mjs'), 'dev', '--port', String(port)],
    {
      cwd: root,
      env: { ...process.env, KB_CONTENT: content, ASTRO_DEV_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (output = (output + part.toString()).slice(-4000)));
  const until = performance.now() + 120_000;
  while ((await answerOf(url + first)).status !== 200) {
    if (performance.now() > until || child.exitCode !== null)
      throw new Error(`The dev server shows no page:\n${output}`);
    await wait(20);
  }
  const told: Told[] = [];
  const socket = await listen(url, told);
  return {
    url,
    spent: () => spentBy(child.pid ?? 0),
    told,
    said: () => output,
    end: async () => {
      socket.close();
      await ended(child);
    },
  };
}

/** What a server says at an address; status 0 where it does not answer. */
export async function answerOf(url: string): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(url);
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

/** Hears what Vite tells open pages. */
async function listen(url: string, told: Told[]): Promise<WebSocket> {
  const token = /wsToken = "([^"]*)"/.exec((await answerOf(`${url}/@vite/client`)).text)?.[1] ?? '';
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    told.push({ type: (JSON.parse(text) as { type: string }).type, text, at: performance.now() });
  });
  await new Promise((done, fail) => {
    socket.addEventListener('open', done);
    socket.addEventListener('error', fail);
  });
  return socket;
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGINT');
  await gone;
}

function spentBy(pid: number): Spent {
  const all = familyOf(pid);
  return {
    cpu: all.reduce((sum, each) => sum + cpuOf(each), 0),
    memory: Math.round(all.reduce((sum, each) => sum + heldBy(each), 0) / 1024),
  };
}

/** A process and all below it. */
function familyOf(pid: number): readonly number[] {
  const below = orNothing(() =>
    readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    ),
  );
  return [pid, ...(below ?? []).flatMap(familyOf)];
}

/** User and system time, in seconds; the system counts in hundredths. */
function cpuOf(pid: number): number {
  const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
  const [, , , , , , , , , , , user = 0, system = 0] = stat
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number);
  return (user + system) / 100;
}

function heldBy(pid: number): number {
  const status = orNothing(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0);
}

function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
