/** The parts of an SVG file that a page takes in. */
export interface Picture {
  readonly viewBox: string;
  /** The picture's `<title>`: its alternative text. */
  readonly title: string;
  /** Everything inside `<svg>` but the title. */
  readonly shapes: string;
}

/** Takes an SVG text apart. The check has made sure that it has a title and holds nothing that runs or loads. */
export function innerOf(svg: string): Picture {
  const viewBox = /viewBox="([^"]*)"/.exec(svg)?.[1] ?? '0 0 24 24';
  const title = /<title>([\s\S]*?)<\/title>/.exec(svg)?.[1]?.trim() ?? '';
  const shapes = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<title>[\s\S]*?<\/title>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .trim();
  return { viewBox, title: decodeEntities(title), shapes };
}

function decodeEntities(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
