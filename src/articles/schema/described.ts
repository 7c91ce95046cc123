import { z } from 'astro/zod';

/** What an id can name. */
export type Named =
  'symptom' | 'cause' | 'fix' | 'question' | 'picture' | 'platform' | 'who' | 'risk' | 'burden';

/** Yes or no, where the author says it. */
export const flag = z.boolean().optional();

/** Fields, each with its sentence for editors. */
export function described<S extends z.ZodRawShape>(texts: Readonly<Record<keyof S, string>>, shape: S): S {
  const fields = Object.entries<unknown>(shape).map(([name, field]) => [
    name,
    field instanceof z.ZodType ? field.meta({ ...field.meta(), description: texts[name] ?? '' }) : field,
  ]);
  return Object.fromEntries(fields) as S;
}

/** An object of these fields and no others. */
export function object<S extends z.ZodRawShape>(
  texts: Readonly<Record<keyof S, string>>,
  shape: S,
): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(described(texts, shape));
}
