import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsInScript } from './live-rules.ts';

/** Every name that the code for browsers in `folder` may give to an element: rules for it stay, although no page has it when it is built. */
export function namesInScripts(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|css)$/.test(file),
  );
  return new Set(files.flatMap((file) => wordsInScript(readFileSync(join(folder, file), 'utf8'))));
}
