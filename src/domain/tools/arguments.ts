import { unknownId, type Fault } from './fault.ts';
import type { Field, Tool } from './tool-list.ts';

/** Arguments by name, each in the form of its field. */
export interface Given {
  readonly [name: string]: string | readonly string[] | Readonly<Record<string, string>> | undefined;
}

/** The arguments of a call, where they fit the fields of the tool; else a sentence that says what is wrong. */
export function argumentsOf({ fields }: Tool, given: unknown): Given | Fault {
  if (!isObject(given)) return { fault: 'The arguments must be an object.' };
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
  if (form === 'text') return isText(value);
  if (form === 'texts') return Array.isArray(value) && value.length <= 64 && value.every(isText);
  return isObject(value) && Object.values(value).every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 1000;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
