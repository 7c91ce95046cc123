import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Base, BeforeBuild } from '../step.ts';

/** The name by which components know the screenshots. */
export const screenshotsName = 'virtual:screenshots';

/**
 * Hands the screenshots of the knowledge base to Astro, which measures them and makes them small. It gets copies in the
 * folder of the run: the bundler cannot read every path that a knowledge base may have. A folder for each state of a file
 * lets no browser keep the one of before an edit.
 */
export const screenshots: BeforeBuild = (base, { updateConfig }) =>
  void updateConfig({
    vite: {
      plugins: [
        {
          name: 'mendbook:screenshots',
          resolveId: (id) => (id === screenshotsName ? screenshotsName : undefined),
          load: (id) => (id === screenshotsName ? moduleOf(base) : undefined),
        },
      ],
    },
  });

function moduleOf({ read, run }: Base): string {
  const imports: string[] = [];
  const importOf = (path: string | undefined, name: string): string => {
    if (path === undefined) return 'undefined';
    imports.push(`import p${imports.length} from ${JSON.stringify(copyOf(path, name, run.root))};`);
    return `p${imports.length - 1}`;
  };
  const entries = read().screenshots.map(
    ({ id, value: { light, dark } }) =>
      `${JSON.stringify(id)}: { light: ${importOf(light, id)}, dark: ${importOf(dark, `${id}-dark`)} },`,
  );
  return [...imports, 'export const screenshots = {', ...entries, '};'].join('\n');
}

function copyOf(path: string, name: string, root: string): string {
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
  const folder = join(root, 'pictures', digest);
  const copy = join(folder, `${name}${extname(path)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(folder, { recursive: true });
  copyFileSync(path, copy);
  return copy;
}
