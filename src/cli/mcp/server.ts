import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { isFault, unknownId, type Fault } from '../../domain/tools/fault.ts';
import type { ToolSite } from './site.ts';
import { tools, type Field, type Given, type Tool } from './tools.ts';

/** A server of the tools over a built site, not connected to anything yet. Whatever is wrong with a call is an answer that says so. */
export function serverFor(site: ToolSite): McpServer {
  const mcp = new McpServer(
    { name: 'mendbook', version: String(site.graph.version) },
    {
      capabilities: { tools: {} },
      instructions: `Troubleshooting for “${site.graph.title}”. Find the symptom with \`search\`, ask the reader what \`plan\` asks, then give them \`next_fix\` until something works. Link to the steps that you quote.`,
    },
  );
  // The fields are checked here and not by a schema of the kit, so that what is wrong is said in words.
  const { server } = mcp;
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Object.entries(tools).map(([name, { description, fields }]) => ({
      name,
      description,
      inputSchema: {
        type: 'object' as const,
        properties: Object.fromEntries(
          Object.entries(fields).map(([field, value]) => [field, schemaOf(value)]),
        ),
        required: Object.entries(fields).flatMap(([field, { required }]) => (required ? [field] : [])),
        additionalProperties: false,
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const answer = await answerTo(site, params.name, params.arguments ?? {});
    return isFault(answer)
      ? { isError: true, content: [{ type: 'text' as const, text: answer.fault }] }
      : {
          content: [{ type: 'text' as const, text: JSON.stringify(answer, null, 1) }],
          structuredContent: JSON.parse(JSON.stringify(answer)) as Record<string, unknown>,
        };
  });
  return mcp;
}

async function answerTo(
  site: ToolSite,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<object | Fault> {
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (!tool) return unknownId('tool', name, Object.keys(tools));
  const read = argumentsOf(tool, given);
  try {
    return isFault(read) ? read : await tool.run(site, read);
  } catch (error) {
    return { fault: `The site could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The arguments of a call, where they fit the fields of the tool. */
function argumentsOf({ fields }: Tool, given: Readonly<Record<string, unknown>>): Given | Fault {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return unknownId('argument', unknown, Object.keys(fields));
  for (const [name, { required, form, about }] of Object.entries(fields)) {
    const value = given[name];
    if (value === undefined || value === null) {
      if (required) return { fault: `The argument \`${name}\` is missing. ${about}` };
    } else if (!fits(form, value)) return { fault: `\`${name}\` must be ${inWords[form]}. ${about}` };
  }
  // Clients send null for what they leave out.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Given;
}

const inWords: Readonly<Record<Field['form'], string>> = {
  text: 'a text that is not empty, of at most 1,000 characters',
  texts: 'a list of texts, at most 64',
  map: 'an object of texts',
};

function fits(form: Field['form'], value: unknown): boolean {
  const isText = (one: unknown): boolean =>
    typeof one === 'string' && one.trim() !== '' && one.length <= 1000;
  if (form === 'text') return isText(value);
  if (form === 'texts') return Array.isArray(value) && value.length <= 64 && value.every(isText);
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)
  );
}

function schemaOf({ form, about }: Field): object {
  const text = { type: 'string' };
  if (form === 'text') return { ...text, description: about };
  return form === 'texts'
    ? { type: 'array', items: text, description: about }
    : { type: 'object', additionalProperties: text, description: about };
}
