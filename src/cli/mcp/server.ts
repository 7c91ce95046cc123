import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { callTool } from '../../domain/tools/answer.ts';
import { toolDefinitions } from '../../domain/tools/tool-list.ts';
import type { ToolSite } from '../../domain/tools/tool-site.ts';

/** The editions of the Model Context Protocol that are spoken, the newest first. What is used of it is the same in all. */
const editions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];

/** A request or, without an `id`, a notice of JSON-RPC 2.0, as far as anybody can trust it. */
interface Message {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: Readonly<Record<string, unknown>> | null;
}

/** What is answered: a result, or a code of JSON-RPC and what is wrong. */
type Answer =
  { readonly result: object } | { readonly error: { readonly code: number; readonly message: string } };

/**
 * Answers the tools over a built site by the Model Context Protocol, a message of JSON-RPC on each line, until the input ends and
 * all is answered. Whatever is wrong with a call of a tool is an answer of the tool that says so.
 */
export async function serve(site: ToolSite, input: Readable, output: Writable): Promise<void> {
  const open = new Set<Promise<void>>();
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const answered = answerLine(line, site).then((said) => {
      if (said !== undefined) output.write(`${said}\n`);
      open.delete(answered);
    });
    open.add(answered);
  }
  await Promise.all(open);
}

/** The line that answers a line; undefined for a notice, which asks nothing. */
async function answerLine(line: string, site: ToolSite): Promise<string | undefined> {
  const message = parsed(line);
  if (message === undefined) return written(null, wrong(-32700, 'The line is no JSON.'));
  const { id, method, params } = (message ?? {}) as Message;
  if (typeof method !== 'string') return written(null, wrong(-32600, 'The line is no request.'));
  if (id === undefined) return undefined;
  try {
    return written(id, await answerTo(method, params ?? {}, site));
  } catch (error) {
    return written(id, wrong(-32603, error instanceof Error ? error.message : String(error)));
  }
}

async function answerTo(
  method: string,
  params: Readonly<Record<string, unknown>>,
  site: ToolSite,
): Promise<Answer> {
  switch (method) {
    case 'initialize':
      return { result: introduction(site, params['protocolVersion']) };
    case 'ping':
      return { result: {} };
    case 'tools/list':
      return { result: { tools: toolDefinitions() } };
    case 'tools/call':
      return typeof params['name'] === 'string'
        ? { result: await callTool(() => site, params['name'], params['arguments'] ?? {}) }
        : wrong(-32602, '`name` says which tool is called, and is missing.');
    default:
      return wrong(-32601, `There is no method \`${method}\`.`);
  }
}

/** Who answers, in the edition that the client asked for, or else in the newest. */
function introduction(site: ToolSite, edition: unknown): object {
  return {
    protocolVersion: editions.find((known) => known === edition) ?? editions[0],
    capabilities: { tools: {} },
    serverInfo: { name: 'mendbook', version: String(site.graph.version) },
    instructions: `Troubleshooting for “${site.graph.title}”. Find the symptom with \`search\`, ask the reader what \`plan\` asks, then give them \`next_fix\` until something works. Link to the steps that you quote.`,
  };
}

function wrong(code: number, message: string): Answer {
  return { error: { code, message } };
}

function written(id: unknown, answer: Answer): string {
  return JSON.stringify({ jsonrpc: '2.0', id, ...answer });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
