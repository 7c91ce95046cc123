// Prints how long the search of a built site keeps the main thread of a browser busy, slowed down as a cheap phone is.
// Run: node e2e/bench/search-in-browser.ts [folder] [slowness]. Tasks are those that the browser reports; blocking is what each takes beyond 50 ms.
import { chromium } from 'playwright';
import { withBuiltSite } from '../../src/cli/browser/with-built-site.ts';

const [folder = 'dist', slowness = '4'] = process.argv.slice(2);
const query = 'message not delivered red exclamation mark';

/** Runs in the page: keeps tasks of 50 ms and more. */
const watch = `window.longTasks = []; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longTasks.push(duration); }).observe({ type: 'longtask', buffered: true });`;

const { error } = await withBuiltSite(process.cwd(), folder, async ({ url, browser: { path } }) => {
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' });
    const client = await page.context().newCDPSession(page);
    // Time of the processor, since other programs may run beside it.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await client.send('Emulation.setCPUThrottlingRate', { rate: Number(slowness) });
    const busy = async (): Promise<number> => {
      const { metrics } = await client.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    };
    const blocking = (): Promise<readonly number[]> => page.evaluate('longTasks.splice(0)');
    const settled = (): Promise<void> =>
      page.locator('[data-search-state="done"] [data-result]').first().waitFor();
    await page.addInitScript(watch);
    await page.goto(`${url}about/`);
    await page.goto(`${url}search/?q=${encodeURIComponent(query)}`);
    await settled();
    await page.waitForTimeout(1000);
    const tasks = await blocking();
    const blocked = tasks.reduce((sum, each) => sum + each - 50, 0);
    console.log(
      `first answer: ${Math.round(await busy())} ms of main thread in all, ${Math.round(blocked)} ms of it blocking, the longest task ${Math.round(Math.max(0, ...tasks))} ms`,
    );
    const times: number[] = [];
    const field = page.locator('search-page input');
    await field.fill('');
    await page.waitForTimeout(500);
    for (const letter of query) {
      const before = await busy();
      await page.keyboard.type(letter);
      await page.waitForTimeout(250);
      times.push((await busy()) - before);
    }
    times.sort((a, b) => a - b);
    console.log(
      `a key: ${times[times.length >> 1]?.toFixed(0)} ms in the middle, ${times.at(-1)?.toFixed(0)} ms at most, of ${times.length}`,
    );
    return { code: 0 };
  } finally {
    await browser.close();
  }
});
if (error) throw new Error(error);
