import type { ComponentName } from '../../markdown/components.ts';
import Callout from './Callout.astro';
import Path from './Path.astro';
import Picture from './Picture.astro';
import Row from './Row.astro';
import Screen from './Screen.astro';
import Steps from './Steps.astro';
import Variant from './Variant.astro';

/** The components that every article may use without importing them, as `markdown/components.ts` lists them. */
export const mdxComponents = {
  Callout,
  Path,
  Picture,
  Row,
  Screen,
  Steps,
  Variant,
} satisfies Readonly<Record<ComponentName, unknown>>;
