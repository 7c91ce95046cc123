import { closest } from '../domain/problems/closest.ts';
import { didYouMean, sentences } from '../domain/problems/say.ts';
import type { Command, Outcome } from './command.ts';

/** One line of help and a loader for each command: only the one that runs is loaded. */
const commands: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> =
  {
    check: {
      about:
        'find every problem of the content (--kind KIND, --errors, --max N or all, --format json, github or sarif)',
      load: async () => (await import('./check.ts')).check,
    },
    new: {
      about: 'begin an article: symptom, cause, fix, question or page "Title" (--symptom, --cause, --id)',
      load: async () => (await import('./authors/new.ts')).newArticle,
    },
    import: {
      about: 'bring articles of an old site in as drafts (plan FOLDER, run, report)',
      load: async () => (await import('./authors/import.ts')).importArticles,
    },
    report: {
      about: 'list what to mend, sorted by how many readers it can hurt (--json, --html [FILE])',
      load: async () => (await import('./authors/report.ts')).report,
    },
    schemas: {
      about: 'write the JSON Schemas and ids by which editors complete and check (--check fails when stale)',
      load: async () => (await import('./authors/schemas.ts')).schemas,
    },
    codes: {
      about:
        'list the addresses of error codes (--expect FILE fails where one is missing, --types writes a map)',
      load: async () => (await import('./authors/codes.ts')).codes,
    },
    similar: {
      about: 'list fixes and causes that may say the same (--json for programs)',
      load: async () => (await import('./authors/similar.ts')).similar,
    },
    merge: {
      about: 'make one article of two (merge ID OTHER); no link to the other dies',
      load: async () => (await import('./authors/revise.ts')).merge,
    },
    split: {
      about: 'make a new article of some steps or of a section (split ID NEW-ID "Title" --steps 3-5)',
      load: async () => (await import('./authors/revise.ts')).split,
    },
    rename: {
      about: 'give an article another id (rename ID NEW-ID)',
      load: async () => (await import('./authors/revise.ts')).rename,
    },
    extract: {
      about: 'make one fix of the first steps that others share (extract NEW-ID "Title" FIX FIX …)',
      load: async () => (await import('./authors/revise.ts')).extract,
    },
    plan: {
      about: 'print the plan of a symptom as a table, or solve instances (--input FILE.json)',
      load: async () => (await import('./plans/plan.ts')).plan,
    },
    why: {
      about: 'explain the place of a fix in a plan (why <fix> <symptom>)',
      load: async () => (await import('./plans/why.ts')).why,
    },
    values: {
      about:
        'list all estimates by what they decide (--sheet prints questions, --read FILE takes answers, --write writes them)',
      load: async () => (await import('./plans/values.ts')).values,
    },
    learn: {
      about: 'learn from what readers report that they tried: mails, logs, lists (learn FILE…, --dry-run)',
      load: async () => (await import('./plans/learn.ts')).learn,
    },
    stale: {
      about: 'list the articles that a change in changes.yaml touches (--json for programs)',
      load: async () => (await import('./stale.ts')).stale,
    },
    permalinks: {
      about:
        'show what the ledger of permanent links lacks (--write records, --fix keeps ids, --check fails)',
      load: async () => (await import('./permalinks.ts')).permalinks,
    },
    mcp: {
      about: 'answer programs over stdio as the built site answers readers (mcp FOLDER or URL)',
      load: async () => (await import('./mcp/mcp.ts')).mcp,
    },
    serve: {
      about: 'serve the built site on this computer (--dir dist, --port 4321, --host localhost)',
      load: async () => (await import('./serve.ts')).serve,
    },
    compress: {
      about:
        'write packed copies (.br, .gz) beside the files of the built site (--dir dist, --quality 9, --remove)',
      load: async () => (await import('./hosting/compress.ts')).compress,
    },
    deploy: {
      about: 'publish the built site into a folder, in one move (deploy FOLDER, --keep 3, --rollback)',
      load: async () => (await import('./hosting/deploy.ts')).deploy,
    },
    pack: {
      about:
        'make a folder of the built site that opens from a disk, as a zip (--out site.zip), or a book (--print)',
      load: async () => (await import('./hosting/pack.ts')).pack,
    },
    verify: {
      about: 'compare a site, in a folder or at an address, with what was built (--against FOLDER)',
      load: async () => (await import('./hosting/verify.ts')).verify,
    },
    hosting: {
      about:
        'print the configuration of a host for the built site: nginx, caddy, headers, docker, pages, limits',
      load: async () => (await import('./hosting/hosting.ts')).hosting,
    },
    e2e: {
      about: 'run the browser tests against the built site (arguments go to Playwright)',
      load: async () => (await import('./e2e.ts')).e2e,
    },
    relevance: {
      about: 'measure the search of the built site and say why it misses (--queries FILE, several times)',
      load: async () => (await import('./relevance.ts')).relevance,
    },
    gaps: {
      about: 'read what people searched for (an access log or a list) and show what finds nothing',
      load: async () => (await import('./gaps.ts')).gaps,
    },
    simulate: {
      about: 'let simulated readers walk the built site (--dir dist, --readers 10000, --seed 1)',
      load: async () => (await import('./walk/simulate.ts')).simulate,
    },
    build: {
      about: 'build the site, where anything has changed (--clean forgets what builds remember)',
      load: async () => (await import('./builds/build.ts')).build,
    },
    bench: {
      about:
        'measure builds of generated knowledge bases, ours and others (--articles 1200,4800 --against starlight --profile), or the dev server (--dev)',
      load: async () => (await import('./builds/bench.ts')).bench,
    },
    lighthouse: {
      about: 'measure the built site with Lighthouse as a phone would meet it (--page /fixes/ …)',
      load: async () => (await import('./reader/lighthouse.ts')).lighthouse,
    },
    'first-screen': {
      about: 'measure how far down the first thing to do stands on each page, on a small phone (--strict)',
      load: async () => (await import('./reader/first-screen.ts')).firstScreen,
    },
    screenshots: {
      about: 'photograph the built site for the README',
      load: async () => (await import('./screenshots.ts')).screenshots,
    },
  };

/** Runs the command that a line of the shell names first, with the words behind it; for one that does not exist, says what there is. */
export async function runCommand([command = '', ...rest]: readonly string[], root: string): Promise<Outcome> {
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (known) return (await known.load())(rest, { root });
  const help = Object.entries(commands)
    .map(([key, { about }]) => `  kb ${key.padEnd(12)} ${about}`)
    .join('\n');
  if (command === '' || command === 'help' || command === '--help')
    return { code: 0, output: `Commands:\n${help}` };
  const meant = closest(command, Object.keys(commands));
  return {
    code: 1,
    error: `${sentences(`There is no command \`${command}\`.`, didYouMean(meant))}\nCommands:\n${help}`,
  };
}
