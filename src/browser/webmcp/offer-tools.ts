import type { CallResult } from '../../domain/tools/answer.ts';
import { toolDefinitions, type ToolDefinition } from '../../domain/tools/tool-list.ts';

/** What we use of the place where a page offers tools to the agent of a browser (WebMCP). */
interface ModelContext {
  readonly registerTool: (
    tool: ToolDefinition & { readonly execute: (given: unknown) => Promise<CallResult> },
  ) => unknown;
}

/** A document, or in older drafts the navigator, of a browser that takes tools. */
interface TakesTools {
  readonly modelContext?: ModelContext;
}

/** A form that an agent has filled in and sent. */
interface AgentSubmit extends SubmitEvent {
  readonly agentInvoked?: boolean;
  readonly respondWith?: (answer: Promise<CallResult>) => void;
}

/** Offers the tools of the site to the agent of the browser; what answers them is loaded with the first call. */
export function offerTools(): void {
  const context = (document as TakesTools).modelContext ?? (navigator as TakesTools).modelContext;
  // Sites without files of facts cannot answer, and a folder on a disk has no files that a page may read.
  if (!context || !document.querySelector('[data-tools]') || location.protocol === 'file:') return;
  for (const definition of toolDefinitions()) void offer(context, definition);
  // Who searches on a page that shows its results in place would wait for a page that never comes.
  addEventListener('submit', (event: AgentSubmit) => {
    const words = event.target instanceof HTMLFormElement ? new FormData(event.target).get('q') : null;
    if (event.agentInvoked && event.defaultPrevented && words !== null)
      event.respondWith?.(call('search', { query: words }));
  });
}

async function offer(to: ModelContext, definition: ToolDefinition): Promise<void> {
  const execute = (given: unknown): Promise<CallResult> => call(definition.name, given);
  try {
    await to.registerTool({ ...definition, execute });
  } catch {
    // Somebody else has a tool of this name, or the browser takes none here: the others may still be welcome.
  }
}

async function call(name: string, given: unknown): Promise<CallResult> {
  const { answer } = await import('./answer-tools.ts');
  return answer(name, given);
}
