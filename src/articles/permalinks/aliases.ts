import type { Place } from '../../domain/problems/problem.ts';
import type { TextFile } from '../content.ts';

/** An earlier anchor, the one it means now, and where the author says so. */
export interface PlacedAlias {
  readonly anchor: string;
  readonly now: string;
  readonly place: Place;
  /** Where `now` stands; the same as `place` for a marker in the text. */
  readonly placeOfNow: Place;
}

/** Earlier ids of an article (`was`), read from the front matter as written, whether or not the rest of it is right. */
export function formerIdsOf(file: TextFile): readonly { readonly id: string; readonly place: Place }[] {
  return list(file.raw, 'was').flatMap((id, index) =>
    typeof id === 'string' ? [{ id, place: file.placeOf(['was', index]) }] : [],
  );
}

/** Earlier anchors of an article: `anchors` of the front matter, and `was:` of the markers in its text. */
export function aliasesOf(file: TextFile): readonly PlacedAlias[] {
  const written = list(file.raw, 'anchors').flatMap((entry, index): PlacedAlias[] => {
    const { anchor, now } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    if (typeof anchor !== 'string' || typeof now !== 'string') return [];
    return [
      {
        anchor: bare(anchor),
        now: bare(now),
        place: file.placeOf(['anchors', index, 'anchor']),
        placeOfNow: file.placeOf(['anchors', index, 'now']),
      },
    ];
  });
  const marked = (file.body?.anchors ?? []).flatMap(({ id, was, line, column }): PlacedAlias[] => {
    const place = file.placeAt(line, column);
    return was.map((anchor) => ({ anchor, now: id, place, placeOfNow: place }));
  });
  return [...written, ...marked];
}

function list(raw: unknown, field: string): readonly unknown[] {
  const value = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function bare(anchor: string): string {
  return anchor.replace(/^#/, '');
}
