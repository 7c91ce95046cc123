import { offlineWorker } from './offline-worker.ts';
import type { Asked, OfflineSite, Scope } from './scope.ts';

/** What the build writes before this script. */
declare const MENDBOOK: OfflineSite;

interface WorkerEvent extends Asked {
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope extends Scope {
  addEventListener(type: 'install' | 'activate' | 'fetch', handle: (event: WorkerEvent) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const worker = offlineWorker(scope, MENDBOOK);

scope.addEventListener('install', (event) => event.waitUntil(worker.install()));
scope.addEventListener('activate', (event) => event.waitUntil(worker.activate()));
scope.addEventListener('fetch', (event) => {
  const response = worker.answer(event);
  if (response) event.respondWith(response);
});
