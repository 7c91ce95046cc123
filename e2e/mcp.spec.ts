import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { join } from 'node:path';
import { expect, test } from './knowledge-base.ts';

const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');

for (const place of ['folder', 'address'] as const)
  test(`a client of \`kb mcp\` over the ${place} of a built site gets what its pages say`, async ({
    page,
    toaster,
  }) => {
    const client = new Client({ name: 'test', version: '1' });
    const args = [main, 'mcp', place === 'folder' ? toaster.dir : toaster.url];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    const call = async <T>(name: string, given: Record<string, unknown>): Promise<T> => {
      const answer = await client.callTool({ name, arguments: given });
      expect(answer.isError).toBeFalsy();
      return answer.structuredContent as T;
    };
    try {
      const { results } = await call<{ results: { id: string }[] }>('search', {
        query: 'toast pops up at once',
      });
      expect(results[0]?.id).toBe('pops-up-at-once');
      const answers = { 'does-the-lamp-come-on': 'lamp-off' };
      for (const given of [{}, { answers }]) {
        const plan = await call<{
          plan: { id: string }[];
          next: string;
          answers: { question: string; answer: string }[];
        }>('plan', { symptom: 'pops-up-at-once', ...given });
        const way = plan.answers.map(({ question, answer }) => `${question}/${answer}/`).join('');
        await page.goto(`${toaster.url}symptoms/pops-up-at-once/${way}`);
        const cards = await page
          .locator('li.card[data-minutes]')
          .evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset['fix']));
        expect(plan.plan.map(({ id }) => id)).toEqual(cards);
        expect(plan.next).toBe(cards[0]);
      }
      const { steps } = await call<{ steps: { url: string; text: string }[] }>('next_fix', {
        symptom: 'pops-up-at-once',
        answers,
      });
      expect(steps.length).toBeGreaterThan(0);
      const { text } = await call<{ text: string }>('step', { permalink: steps[0]?.url });
      expect(text).toBe(steps[0]?.text);
    } finally {
      await client.close();
    }
  });
