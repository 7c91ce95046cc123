/** Where the program of a host stands in the folder that is given to it, and how it is called. */
const programs = {
  cloudflare: {
    file: 'functions/_middleware.js',
    begin: 'export const onRequest = async ({ request, next, env }) => {',
    ask: 'env.ASSETS.fetch(new Request(twin, { headers: request.headers }))',
    goOn: 'next()',
    end: '',
  },
  netlify: {
    file: 'netlify/edge-functions/markdown.js',
    begin: 'export default async (request, context) => {',
    ask: 'fetch(twin)',
    goOn: 'context.next()',
    end: "export const config = { path: '/*', method: ['GET', 'HEAD'] };\n",
  },
} as const;

/** Hosts of static files that need a program to choose a file by what is asked for. */
export type EdgeHost = keyof typeof programs;

/** A program by which such a host answers whoever asks for Markdown with the twin of a page, and everybody else as before. It runs for each request, which such hosts count. */
export function edgeProgram(host: EdgeHost): string {
  const { file, begin, ask, goOn, end } = programs[host];
  return `// Made by \`kb hosting ${host}\`: ${file}
${begin}
  const page = new URL(request.url);
  if (!page.pathname.endsWith('/')) return ${goOn};
  if (prefersMarkdown(request.headers.get('accept') ?? '')) {
    const twin = new URL(page);
    twin.pathname = (page.pathname === '/' ? '/index' : page.pathname.slice(0, -1)) + '.md';
    const answer = await ${ask};
    if (answer.ok) return varying(answer);
  }
  return varying(await ${goOn});
};
${end}
/** Markdown is named, and HTML has no higher weight. */
function prefersMarkdown(accept) {
  const weights = new Map();
  for (const part of accept.toLowerCase().split(',')) {
    const [type, ...parameters] = part.trim().split(/\\s*;\\s*/);
    const weight = parameters.map((parameter) => /^q\\s*=\\s*([\\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    if (!weights.has(type)) weights.set(type, weight === undefined ? 1 : Number(weight));
  }
  const markdown = weights.get('text/markdown') ?? 0;
  return markdown > 0 && markdown >= (weights.get('text/html') ?? 0);
}

/** Caches keep the two apart. */
function varying(answer) {
  const copy = new Response(answer.body, answer);
  copy.headers.append('Vary', 'Accept');
  return copy;
}
`;
}
