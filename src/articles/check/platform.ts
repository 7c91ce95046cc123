import { closest } from '../../domain/problems/closest.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { parseRange, sayRange } from '../../domain/versions/range.ts';
import type { Content } from '../content.ts';
import { didYouMean, listOf } from '../../domain/problems/say.ts';
import type { Platform, RangeWords } from '../../domain/knowledge/site.ts';

/** A platform id and a version range against `site.yaml`. Says nothing where that file cannot be read. */
export function checkPlatform(
  content: Content,
  platform: string,
  versions: string | undefined,
  place: Problem['place'],
): readonly Problem[] {
  const platforms = content.site?.value.platforms;
  if (!platforms) return [];
  const words = platforms.some(({ id }) => id === platform)
    ? rangeWords(versions, content.words.content.ranges)
    : unknownPlatform(platform, platforms);
  return words ? [{ kind: 'unknown-version', place, message: words[0], hint: words[1] }] : [];
}

type Words = readonly [message: string, hint: string];

function unknownPlatform(platform: string, platforms: readonly Platform[]): Words {
  const ids = platforms.map(({ id }) => id);
  const meant =
    closest(platform, ids) ?? platforms.find(({ name }) => name.toLowerCase() === platform.toLowerCase())?.id;
  const known = ids.length > 0 ? `It lists ${listOf(ids)}.` : 'It lists none.';
  return [
    `\`site.yaml\` lists no platform \`${platform}\`.`,
    didYouMean(meant) ??
      `${known} Add \`- { id: ${platform}, name: … }\` to its \`platforms\`, or name another.`,
  ];
}

/** Why a range is not understood; undefined where it is. */
function rangeWords(versions: string | undefined, ranges: RangeWords): Words | undefined {
  if (versions === undefined || versions === '*' || parseRange(versions, ranges)) return undefined;
  const [first, second] = versions.match(/\d+(?:\.\d+)?/g) ?? [];
  if (first === undefined)
    return [
      `The versions \`${versions}\` are not understood.`,
      `Write a version as \`26\`, \`15–17\`, \`${sayRange('>=18', ranges)}\` or \`>=18\`.`,
    ];
  if (second !== undefined && Number(second) < Number(first))
    return [
      `The versions \`${versions}\` run backwards.`,
      `Write the lower one first: \`"${second}–${first}"\`.`,
    ];
  const meant =
    second === undefined
      ? /[+>]/.test(versions) || ranges.likelyLater.test(versions)
        ? `>=${first}`
        : versions.includes('<') || ranges.likelyEarlier.test(versions)
          ? `<=${first}`
          : first
      : `${first}–${second}`;
  return [`The versions \`${versions}\` are not understood.`, didYouMean(`"${meant}"`)];
}
