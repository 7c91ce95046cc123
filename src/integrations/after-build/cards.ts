import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Font } from 'satori';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { handsOnOf } from '../../domain/knowledge/article.ts';
import { ownAccent } from '../../domain/knowledge/accent.ts';
import { articlesOf } from '../../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { cardOf, cardPathOf, cardSize, isDrawable, type Card } from '../../domain/twins/card.ts';
import { wordsOf } from '../../words/words-of.ts';
import { linkFiles } from '../run/link-files.ts';
import type { AfterBuild } from '../step.ts';

/** Another number where a card of the same words looks different. */
const version = 1;

/** Draws the picture of every article by which other sites show a link to it, where `site.yaml` asks for them. One is drawn once, and kept by what stands on it. */
export const cards: AfterBuild = async (base, { out, logger }) => {
  const { machines, site, paper, base: graph } = base.shared.built();
  if (!machines.cards) return;
  const { kinds, duration } = wordsOf(site.language);
  const words = {
    kinds,
    timeOf: (fix: Parameters<typeof handsOnOf>[0]) => duration.minutes(handsOnOf(fix)),
  };
  const kept = join(buildCacheOf(base.project, base.dir), 'cards');
  mkdirSync(kept, { recursive: true });
  const fonts = readFonts();
  let drawn = 0;
  const articles = articlesOf(graph).filter(({ title }) => isDrawable(title));
  for (const article of articles) {
    const card = cardOf(article, site, { accent: ownAccent.light, paper: paper.light }, words);
    const name = `${createHash('sha256')
      .update(JSON.stringify([version, card]))
      .digest('hex')
      .slice(0, 24)}.png`;
    if (!existsSync(join(kept, name))) {
      writeFileSync(join(kept, `${name}.${process.pid}`), await drawCard(card, fonts));
      renameSync(join(kept, `${name}.${process.pid}`), join(kept, name));
      drawn += 1;
    }
    const file = cardPathOf(pathOf(article)).slice(1);
    mkdirSync(dirname(join(out, file)), { recursive: true });
    linkFiles(kept, join(out, dirname(file)), [name]);
    renameSync(join(out, dirname(file), name), join(out, file));
  }
  logger.info(`${articles.length} pictures of articles for other sites, ${drawn} of them drawn now`);
};

/** Draws a card as a PNG: letters become outlines, so that it is the same picture whatever letters a computer has. */
export async function drawCard(card: Card, fonts = readFonts()): Promise<Buffer> {
  const [{ default: satori }, { default: sharp }] = await Promise.all([import('satori'), import('sharp')]);
  const svg = await satori(elementOf(card) as Parameters<typeof satori>[0], { ...cardSize, fonts });
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

/** A box of the picture, as the library takes it. */
interface Box {
  readonly type: 'div';
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Box[];
  };
}

function elementOf({ title, kind, fact, site, accent, paper }: Card): Box {
  const line = (text: string, style: Box['props']['style']): Box => ({
    type: 'div',
    props: { style, children: text },
  });
  const small = { fontSize: 34, color: '#4a4a4a' };
  return {
    type: 'div',
    props: {
      style: {
        display: 'flex',
        boxSizing: 'border-box',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 72,
        background: paper,
        borderLeft: `28px solid ${accent}`,
        fontFamily: 'Inter',
        color: '#1a1a1a',
      },
      children: [
        line(kind, { ...small, color: accent, fontWeight: 700 }),
        line(title, { fontSize: title.length > 60 ? 58 : 72, fontWeight: 700, lineHeight: 1.2 }),
        line([fact, site].filter(Boolean).join(' · '), small),
      ],
    },
  };
}

/** The typeface of the cards. */
function readFonts(): Font[] {
  const require = createRequire(import.meta.url);
  const scripts = ['latin', 'latin-ext', 'cyrillic', 'greek'];
  return ([400, 700] as const).flatMap((weight) =>
    scripts.map((script) => ({
      name: 'Inter',
      weight,
      style: 'normal' as const,
      data: readFileSync(require.resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`)),
    })),
  );
}
