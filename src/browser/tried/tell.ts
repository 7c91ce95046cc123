import { reportText, type Teller } from '../../domain/evidence/told.ts';
import { tellerKey } from '../storage-keys.ts';
import type { OutcomePage } from './handed-over.ts';
import { openStore, readDevice } from './store.ts';

/**
 * Tells the owner of the site the article and the answer; where all that was tried is wanted instead, that of the plan which the
 * reader came from, below its path and under a name for this day only.
 */
export function tell(
  { endpoint, truth, fix }: Pick<OutcomePage, 'endpoint' | 'truth' | 'fix'>,
  plan: { readonly symptom: string; readonly path: string } | undefined,
  answer: 'w' | 'n',
): void {
  if (!truth) return send(endpoint!, { article: fix, answer: answer === 'w' ? 'worked' : 'did-not-help' });
  if (!plan) return;
  const tried = openStore(plan.symptom).read();
  send(endpoint!, { tried: reportText(plan.path, tried, tellerOfToday(), truth) });
}

/** No cookie, no referrer, nothing to read back. */
function send(endpoint: string, what: unknown): void {
  fetch(endpoint, {
    method: 'POST',
    mode: 'no-cors',
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    body: JSON.stringify(what),
  }).catch(() => undefined);
}

/** The name and the secret of this device for today; others tomorrow. Where the device keeps nothing, for this once. */
function tellerOfToday(): Teller {
  const day = Math.floor(Date.now() / 864e5);
  const [kept, device, secret] = readDevice(tellerKey).split(' ');
  if (kept === String(day) && device && secret) return { day, device, secret };
  const teller = { day, device: randomName(8), secret: randomName(20) };
  try {
    localStorage.setItem(tellerKey, `${day} ${teller.device} ${teller.secret}`);
  } catch {
    // Then each report has a name of its own.
  }
  return teller;
}

function randomName(length: number): string {
  return [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => (byte % 36).toString(36)).join('');
}
