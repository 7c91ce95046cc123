import type { Page } from 'playwright/test';

/** What makes a page scroll sideways: the first elements that stick out, unless a box of their own scrolls or clips them. */
export function overflowOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const width = root.clientWidth;
    if (root.scrollWidth <= width) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const offenders = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element.parentElement),
    );
    const names = offenders
      .slice(-3)
      .map(
        (element) =>
          `<${element.tagName.toLowerCase()}${element.id ? ` id="${element.id}"` : ''} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 40)}`,
      );
    return [
      `${location.pathname} is ${root.scrollWidth} px wide: ${names.join(' | ') || 'no single element'}`,
    ];
  });
}

/** Words of letters alone, no addresses, that go on in the next line without a hyphen, with where they stand. */
export function brokenWordsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const broken: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('svg, script, style, template, noscript, .visually-hidden, .wide-box') ||
      (node.parentElement?.offsetWidth ?? 0) === 1
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      // Names of programs, such as `CrashLoopBackOff`, have no place for a hyphen.
      for (const { index, 0: word } of text.data.matchAll(/(?<![^\s“(])\p{L}+(?![^\s.,:;?!”)])/gu)) {
        if (/\p{Ll}\p{Lu}/u.test(word)) continue;
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const [first, ...others] = range.getClientRects();
        // The first letter may be a box of its own in the same line.
        if (first && others.some(({ top }) => top - first.top > first.height / 2))
          broken.push(
            `${location.pathname}: ${word} in <${text.parentElement?.tagName.toLowerCase()} class="${text.parentElement?.getAttribute('class') ?? ''}">`,
          );
      }
    }
    return broken;
  });
}
