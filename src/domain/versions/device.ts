import type { Fix, Symptom } from '../knowledge/article.ts';
import type { Site } from '../knowledge/site.ts';
import { versionsIn } from './range.ts';

/** A device a reader may hold: a version of a platform, or a platform that names no versions. */
export interface Device {
  /** Unique in the site: the version's id, or the platform's. */
  readonly id: string;
  readonly label: string;
  readonly platform: string;
}

/** Every device of the site, in its order. */
export function devicesOf(site: Pick<Site, 'platforms'>): readonly Device[] {
  return site.platforms.flatMap(({ id, name, versions }) =>
    versions.length === 0
      ? [{ id, label: name, platform: id }]
      : versions.map((version) => ({ id: version.id, label: `${name} (${version.name})`, platform: id })),
  );
}

/** Whether a fix can be done, or a symptom seen, on a device. One that names no platform is for all. */
export function appliesTo(
  site: Pick<Site, 'platforms' | 'ranges'>,
  { applies }: Pick<Fix | Symptom, 'applies'>,
  device: Device,
): boolean {
  const platforms = Object.keys(applies);
  if (platforms.length === 0) return true;
  const platform = site.platforms.find(({ id }) => id === device.platform);
  if (!platform || !Object.hasOwn(applies, platform.id)) return false;
  return (
    platform.versions.length === 0 ||
    versionsIn(platform, applies[platform.id], site.ranges).includes(device.id)
  );
}
