/** Whether a message in the console comes from the tests: they block the worker that saves pages, wherever they do not test it. */
export function isOfTheTest(message: string): boolean {
  return message === 'Service Worker registration blocked by Playwright';
}
