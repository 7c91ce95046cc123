import type { Plugin } from 'vite';
import { buildTargets } from '../after-build/old-browsers.ts';

/**
 * Scripts are written for the oldest browsers; what draws pages runs in the Node of the build alone, where Astro's classes are dear
 * without private fields of their own. Vite adds targets to one that is set for all, so none is.
 */
export const scriptsForBrowsers: Plugin = {
  name: 'mendbook:scripts-for-browsers',
  apply: 'build',
  configEnvironment: (name) => (name === 'client' ? { build: { target: buildTargets } } : undefined),
};
