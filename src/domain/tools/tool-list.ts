/** A tool as programs see it. */
export interface Tool {
  readonly description: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** An argument: what it is, in words, and in which form it comes. */
export interface Field {
  readonly form: 'text' | 'texts' | 'map';
  readonly required: boolean;
  readonly about: string;
}

const reader: Readonly<Record<string, Field>> = {
  symptom: {
    form: 'text',
    required: true,
    about: 'The id of the symptom, or a link to its page; `search` finds it.',
  },
  answers: {
    form: 'map',
    required: false,
    about:
      'What the reader has answered, as { question: answer } with the ids that `plan` asks for; `not-sure` where they have no answer.',
  },
  device: { form: 'text', required: false, about: 'The id of the device, where the reader has named it.' },
  tried: { form: 'texts', required: false, about: 'The ids of the fixes that were tried and did not help.' },
};

/** What a program can ask of a site, the same of `kb mcp` and of an open page. */
export const tools = {
  search: {
    description:
      'Find symptoms, causes and fixes by what a reader says or sees on the screen, in their own words.',
    fields: { query: { form: 'text', required: true, about: 'The words of the reader.' } },
  },
  get: {
    description: 'All facts of an article: for a fix its steps, for a symptom its causes and plans.',
    fields: {
      id: { form: 'text', required: true, about: 'The id of a symptom, cause or fix, or a link to it.' },
    },
  },
  plan: {
    description:
      'The order in which fixes should be tried for a symptom, by chance and time, harmless ones first, and the question that is worth asking before.',
    fields: reader,
  },
  next_fix: {
    description: 'The fix to try next, with its steps; none where contacting support is quicker.',
    fields: reader,
  },
  step: {
    description: 'The step of a fix that a permanent link means, with the steps beside it.',
    fields: {
      permalink: {
        form: 'text',
        required: true,
        about: 'The link, as `/fixes/<id>/#<step>`, with or without the site.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** The definition of a tool as MCP and WebMCP take it: with the JSON Schema of its arguments. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, object>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
  readonly annotations: { readonly readOnlyHint: true; readonly openWorldHint: false };
}

/** The definitions of all tools, in their order. */
export function toolDefinitions(): readonly ToolDefinition[] {
  return Object.entries<Tool>(tools).map(([name, { description, fields }]) => ({
    name,
    description,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, schemaOf(value)]),
      ),
      required: Object.entries(fields).flatMap(([field, { required }]) => (required ? [field] : [])),
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }));
}

function schemaOf({ form, about }: Field): object {
  const text = { type: 'string' };
  if (form === 'text') return { ...text, description: about };
  return form === 'texts'
    ? { type: 'array', items: text, description: about }
    : { type: 'object', additionalProperties: text, description: about };
}
