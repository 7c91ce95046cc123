import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { callTool } from '../../domain/tools/answer.ts';
import { toolDefinitions } from '../../domain/tools/tool-list.ts';
import type { ToolSite } from '../../domain/tools/tool-site.ts';

/** A server of the tools over a built site, not connected to anything yet. Whatever is wrong with a call is an answer that says so. */
export function serverFor(site: ToolSite): McpServer {
  const mcp = new McpServer(
    { name: 'mendbook', version: String(site.graph.version) },
    {
      capabilities: { tools: {} },
      instructions: `Troubleshooting for “${site.graph.title}”. Find the symptom with \`search\`, ask the reader what \`plan\` asks, then give them \`next_fix\` until something works. Link to the steps that you quote.`,
    },
  );
  // The arguments are checked by `callTool` and not by a schema of the kit, so that what is wrong is said in words.
  const { server } = mcp;
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolDefinitions() as unknown as Tool[] }));
  server.setRequestHandler(
    CallToolRequestSchema,
    async ({ params }) => (await callTool(() => site, params.name, params.arguments ?? {})) as CallToolResult,
  );
  return mcp;
}
