import { z } from 'astro/zod';
import { idPattern } from '../../domain/knowledge/paths.ts';

/** What an id can name. */
export type Named =
  'symptom' | 'cause' | 'fix' | 'question' | 'picture' | 'platform' | 'who' | 'risk' | 'burden';

/** Some words. */
export const text = z.string().trim().min(1);
/** Texts, none where nothing is said. */
export const texts = z.array(text).default([]);
/** The id of an article, a place and the like. */
export const id = z.string().regex(idPattern, 'kebab-case');
/** The id of something else in the knowledge base; editors complete it. */
export const idOf = (ids: Named): typeof id => id.meta({ ids });
/** `2026-11-27` */
export const isoDate = z.iso.date();
/** A version or a span of versions; 26 may stand without quotes, as every text that looks like a number. */
export const range = text.meta({ example: '">=1"', numbers: true });
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
