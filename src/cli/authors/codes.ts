import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { articlesOf } from '../../domain/knowledge/knowledge-base.ts';
import { codeAddressesOf, codePathOf, type CodeAddress } from '../../domain/permalinks/codes.ts';
import { closest } from '../../domain/problems/closest.ts';
import { didYouMean, sentences } from '../../domain/problems/say.ts';
import { codesJson, codesModule, type CodeLink } from '../../reports/codes.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';
import { loadBase } from '../plans/load-base.ts';

const usage =
  'Use `kb codes` for a list, `kb codes --expect FILE` (one code a line) to fail where one has no page, and `kb codes --types [--out FOLDER]` for a map in TypeScript and JSON.';

/** `codes [--expect FILE] [--types [--out FOLDER]]`: the error codes of the product and their permanent addresses. */
export const codes: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      expect: { type: 'string' },
      types: { type: 'boolean', default: false },
      out: { type: 'string', default: '.cache' },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { expect, types, out } = read.values;
  const loaded = loadBase(root);
  if ('error' in loaded) return { code: 1, error: loaded.error };
  const { base } = loaded;
  const addresses = codeAddressesOf(articlesOf(base));
  const missing = expect === undefined ? undefined : await expectCodes(expect, addresses);
  if (missing && missing.code === 1) return missing;
  const origin = base.site.url?.replace(/\/$/, '') ?? '';
  const wrote = types
    ? await writeMaps(
        resolve(root, out),
        root,
        addresses.map(({ code, path }) => ({ code, link: `${origin}${path}` })),
      )
    : undefined;
  const list = expect === undefined && !types ? listOf(addresses) : undefined;
  return { code: 0, output: [missing?.output, wrote, list].filter((text) => text !== undefined).join('\n') };
};

function listOf(addresses: readonly CodeAddress[]): string {
  if (addresses.length === 0)
    return 'No article names a code. Write `codes: ["E-17"]` into the front matter of a symptom.';
  const width = Math.max(...addresses.map(({ code }) => code.length));
  return addresses.map(({ code, path, to }) => `${code.padEnd(width)}  ${path} → ${to}`).join('\n');
}

/** Compares the codes that the product has, one a line, with those that have a page. */
async function expectCodes(file: string, addresses: readonly CodeAddress[]): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { code: 1, error: `The file \`${file}\` cannot be read.` };
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const expected = lines.flatMap((row, index) => {
    const code = row.replace(/(?:^|\s)#.*$/, '').trim();
    return code === '' ? [] : [{ code, line: index + 1 }];
  });
  if (expected.length === 0)
    return {
      code: 1,
      error: `\`${file}\` names no code: one stands on each line, and comments begin with \`#\`.`,
    };
  const living = new Set(addresses.map(({ path }) => path));
  const missing = expected.filter(({ code }) => !living.has(codePathOf(code)));
  const known = addresses.map(({ code }) => code);
  if (missing.length > 0)
    return {
      code: 1,
      error: [
        ...missing.map(({ code, line }) =>
          sentences(
            `${file}:${line}: No published article names the code \`${code}\`, so \`${codePathOf(code)}\` leads nowhere.`,
            didYouMean(closest(code, known)),
            `Add it to \`codes\` of a symptom.`,
          ),
        ),
        `${missing.length} of ${expected.length} codes have no page.`,
      ].join('\n'),
    };
  const wanted = new Set(expected.map(({ code }) => codePathOf(code)));
  const others = addresses.filter(({ path }) => !wanted.has(path)).map(({ code }) => code);
  return {
    code: 0,
    output: sentences(
      `Every expected code has a page (${expected.length}).`,
      others.length > 0 ? `Not in ${file}: ${others.join(', ')}.` : undefined,
    ),
  };
}

async function writeMaps(folder: string, root: string, links: readonly CodeLink[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files = [
    [join(folder, 'codes.ts'), codesModule(links)],
    [join(folder, 'codes.json'), codesJson(links)],
  ] as const;
  for (const [path, text] of files) await writeFile(path, text);
  return `Wrote ${files.map(([path]) => relative(root, path)).join(' and ')} with ${links.length} codes.`;
}
