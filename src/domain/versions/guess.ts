/** How a browser shows that it runs on a platform. */
export interface PlatformSigns {
  readonly id: string;
  /** Texts of which one stands in what the browser says of itself (its user agent). */
  readonly agent: readonly string[];
  /** Whether its screen takes more than one finger; where not said, that does not count. */
  readonly touch?: boolean | undefined;
}

/** The first platform that the browser's own words and the fingers its screen takes agree with; undefined when none does. */
export function guessPlatform(
  platforms: readonly PlatformSigns[],
  agent: string,
  touchPoints: number,
): string | undefined {
  const said = agent.toLowerCase();
  return platforms.find(
    (platform) =>
      platform.agent.some((text) => said.includes(text.toLowerCase())) &&
      (platform.touch === undefined || platform.touch === touchPoints > 1),
  )?.id;
}
