import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What a command gives back: the exit code and what to print. */
export interface Outcome {
  readonly code: 0 | 1;
  readonly output?: string;
  readonly error?: string;
}

/** Does what the words behind its name ask for. `root` is the folder of the project. */
export type Command = (args: readonly string[], context: { readonly root: string }) => Promise<Outcome>;

/** Reads the words behind a command by its options; for words that it does not know, a sentence that ends in `usage`. */
export function readArguments<C extends ParseArgsConfig>(
  args: readonly string[],
  usage: string,
  config: C,
): ReturnType<typeof parseArgs<C>> | { readonly error: string } {
  try {
    return parseArgs<C>({ ...config, args: [...args] });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    return { error: `${reason.replace(/'([^']*)'/g, '`$1`')}. ${usage}` };
  }
}
