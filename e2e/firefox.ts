import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** An installed Firefox: the one that `KB_FIREFOX` names, else the first on the path; undefined where there is none. */
export const firefoxPath: string | undefined = [
  process.env['KB_FIREFOX'] ?? '',
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name))),
].find(isProgram);

/** A page of a Firefox that was started for it. Playwright drives only a Firefox of its own; this speaks WebDriver BiDi. */
export interface FirefoxPage {
  readonly open: (url: string) => Promise<void>;
  /** The value of an expression in the page. Rejects where it throws. */
  readonly value: <T>(expression: string) => Promise<T>;
  /** Waits until an expression is true; whatever page it is, also while it is being loaded. */
  readonly until: (expression: string) => Promise<void>;
  readonly type: (keys: string) => Promise<void>;
  /** What scripts threw and wrote as errors. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

/** How long something may take that is waited for, in milliseconds. */
const patience = 30_000;

/** Starts a Firefox without a window, with a profile of its own. */
export async function startFirefox(path: string): Promise<FirefoxPage> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const program = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: profile },
    },
  );
  const errors: string[] = [];
  const { send, end } = await connect(await addressOf(program), errors);
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context ?? '';
  const value = async <T>(expression: string): Promise<T> => {
    const answer = (await send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
    })) as { exceptionDetails?: { text: string }; result: { value: string } };
    if (answer.exceptionDetails) throw new Error(`${expression}: ${answer.exceptionDetails.text}`);
    return JSON.parse(answer.result.value) as T;
  };
  return {
    errors,
    value,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    until: async (expression) => {
      const last = Date.now() + patience;
      while (
        !(await value<boolean>(`document.readyState === 'complete' && (${expression})`).catch(() => false))
      ) {
        if (Date.now() > last)
          throw new Error(`It did not come true: ${expression}, at ${await value<string>('location.href')}`);
        await pause(100);
      }
    },
    type: async (keys) => {
      const actions = [...keys].flatMap((key) => [
        { type: 'keyDown', value: key },
        { type: 'keyUp', value: key },
      ]);
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
    },
    close: async () => {
      await send('browser.close', {}).catch(() => undefined);
      end();
      if (program.exitCode === null)
        await Promise.race([new Promise((done) => program.once('exit', done)), pause(5000)]);
      program.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    stderr?.on('data', (more: Buffer) => {
      said += more.toString();
      const [address] = /ws:\/\/\S+/.exec(said) ?? [];
      if (address) done(`${address}/session`);
    });
    stderr?.once('close', () => fail(new Error(`Firefox did not start: ${said}`)));
  });
}

/** The two ends of a connection: what is sent is answered in any order, and errors of pages come by themselves. */
async function connect(
  address: string,
  errors: string[],
): Promise<{
  readonly send: (method: string, params: object) => Promise<unknown>;
  readonly end: () => void;
}> {
  const socket = new WebSocket(address);
  await new Promise((done, fail) => {
    socket.onopen = done;
    socket.onerror = fail;
  });
  const waiting: ((message: Message) => void)[] = [];
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting[message.id]?.(message);
    else if (message.params?.level === 'error' && !isCutOff(message.params.text ?? ''))
      errors.push(message.params.text ?? '');
  };
  return {
    end: () => socket.close(),
    send: (method, params) =>
      new Promise((done, fail) => {
        const id = waiting.length;
        waiting.push(({ error, message, result }) =>
          error === undefined ? done(result) : fail(new Error(`${method}: ${error}: ${message}`)),
        );
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}

/** What Firefox says of requests through a worker that end with their page, such as that for the icon of a page that was left at once. */
function isCutOff(text: string): boolean {
  return /^Failed to load .* A ServiceWorker intercepted the request/.test(text);
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
