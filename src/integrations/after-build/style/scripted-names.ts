import { tokenizer } from 'acorn';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What scripts may name an element beyond what a page says when it is built: rules for it stay. */
export interface Scripted {
  /** Names that elements may have which a script makes. */
  readonly made: ReadonlySet<string>;
  /** Classes that a script may give to an element of the page. */
  readonly given: ReadonlySet<string>;
}

/** The names in all built scripts in `folder`. */
export function namesInScripts(folder: string): Scripted {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return { made: new Set(texts.flatMap(namesMadeIn)), given: new Set(texts.flatMap(classesGivenIn)) };
}

/** Every word in the strings of a script, where names of elements, classes and ids stand. What the script itself calls its parts is none of them. */
export function namesMadeIn(text: string): readonly string[] {
  return [...tokenizer(text, { ecmaVersion: 'latest', sourceType: 'module' })]
    .filter(({ type: { label } }) => label === 'string' || label === 'template')
    .flatMap((token) => String((token as { readonly value?: unknown }).value).match(/[a-z][\w-]*/gi) ?? []);
}

/** The classes that a script adds to or toggles on what is already there: `element.classList.add('open')`. */
export function classesGivenIn(text: string): readonly string[] {
  return [...text.matchAll(/\bclassList\.\w+\(([^()]*)/g)].flatMap(([, given = '']) =>
    [...given.matchAll(/(["'`])([\w-]+)\1/g)].map(([, , name = '']) => name),
  );
}
