import { closest } from '../../domain/problems/closest.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { parseRange } from '../../domain/versions/range.ts';
import type { Content } from '../content.ts';
import { didYouMean, listOf } from '../../domain/problems/say.ts';

/** A platform id and a version range against `site.yaml`. Says nothing where that file cannot be read. */
export function checkPlatform(
  content: Content,
  platform: string,
  versions: string | undefined,
  place: Problem['place'],
): readonly Problem[] {
  const platforms = content.site?.value.platforms;
  if (!platforms) return [];
  const problem = (message: string, hint: string): Problem => ({
    kind: 'unknown-version',
    place,
    message,
    hint,
  });
  if (!platforms.some(({ id }) => id === platform)) {
    const ids = platforms.map(({ id }) => id);
    const meant =
      closest(platform, ids) ??
      platforms.find(({ name }) => name.toLowerCase() === platform.toLowerCase())?.id;
    const known = ids.length > 0 ? `It lists ${listOf(ids)}.` : 'It lists none.';
    return [
      problem(
        `\`site.yaml\` lists no platform \`${platform}\`.`,
        didYouMean(meant) ??
          `${known} Add \`- { id: ${platform}, name: … }\` to its \`platforms\`, or name another.`,
      ),
    ];
  }
  if (versions === undefined || versions === '*' || parseRange(versions)) return [];
  const [first, second] = versions.match(/\d+(?:\.\d+)?/g) ?? [];
  if (first === undefined)
    return [
      problem(
        `The versions \`${versions}\` are not understood.`,
        'Write a version as `26`, `15–17`, `18 and later` or `>=18`.',
      ),
    ];
  if (second !== undefined && Number(second) < Number(first))
    return [
      problem(
        `The versions \`${versions}\` run backwards.`,
        `Write the lower one first: \`"${second}–${first}"\`.`,
      ),
    ];
  const meant =
    second === undefined
      ? /[+>]|later|newer|from|since/.test(versions)
        ? `>=${first}`
        : /[<]|earlier|older|before|until/.test(versions)
          ? `<=${first}`
          : first
      : `${first}–${second}`;
  return [problem(`The versions \`${versions}\` are not understood.`, didYouMean(`"${meant}"`))];
}
