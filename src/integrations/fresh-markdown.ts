import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Forgets the rendered `.md` articles of the last build when anything but their own text has changed that they are made of:
 * glossary, places, tombstones, pictures, the Markdown plugins or the words. Astro keeps them by their text alone.
 */
export function freshMarkdown(readMarkup: () => unknown): AstroIntegration {
  return {
    name: 'mendbook:fresh-markdown',
    hooks: {
      'astro:config:setup': ({ config, command }) => {
        const store = command === 'dev' ? new URL('.astro/', config.root) : config.cacheDir;
        const root = fileURLToPath(config.root);
        const digest = digestOf([
          JSON.stringify(readMarkup(), mapsAsLists),
          ...sourcesIn(join(root, 'src/markdown')),
          ...sourcesIn(join(root, 'src/words')),
        ]);
        const note = fileURLToPath(new URL('markdown-made-of', store));
        if (existsSync(note) && readFileSync(note, 'utf8') === digest) return;
        rmSync(new URL('data-store.json', store), { force: true });
        mkdirSync(store, { recursive: true });
        writeFileSync(note, digest);
      },
    },
  };
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function mapsAsLists(_: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}
