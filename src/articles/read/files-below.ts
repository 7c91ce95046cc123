import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files at or below a place, in a fixed order, also of those that links lead to; none where nothing is. */
export function filesBelow(place: string): readonly string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile()) files.push(path);
    if (!stats?.isDirectory()) return;
    const real = realpathSync(path);
    // A link may lead into a circle.
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  visit(place);
  return files;
}
