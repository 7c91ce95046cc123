import type { Fix } from '../knowledge/article.ts';
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

/** Whether a fix can be done on a device. One that names no platform can be done on all. */
export function appliesTo(
  site: Pick<Site, 'platforms' | 'ranges'>,
  fix: Pick<Fix, 'applies'>,
  device: Device,
): boolean {
  const platforms = Object.keys(fix.applies);
  if (platforms.length === 0) return true;
  const platform = site.platforms.find(({ id }) => id === device.platform);
  if (!platform || !Object.hasOwn(fix.applies, platform.id)) return false;
  return (
    platform.versions.length === 0 ||
    versionsIn(platform, fix.applies[platform.id], site.ranges).includes(device.id)
  );
}
