import type { Root } from 'mdast';
import { parseBody, type Format } from '../parse.ts';
import { takeAlerts } from './alerts.ts';
import { resolveImages } from './image-references.ts';

declare module 'mdast' {
  interface RootData {
    /** Whether a numbered list is a procedure wherever it stands, where no other is one. */
    listsAreSteps?: boolean;
  }
}

/** The tree of an article's text, for the check and for the page: alerts are callouts, images have their addresses. Throws as `parseBody` does. */
export function articleTree(text: string, format: Format, listsAreSteps = false): Root {
  const tree = parseBody(text, format);
  if (listsAreSteps) tree.data = { ...tree.data, listsAreSteps };
  if (text.includes('![')) resolveImages(tree);
  if (text.includes('[!')) takeAlerts(tree, text);
  return tree;
}
