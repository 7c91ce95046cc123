// Saves the site for readers without a network, after everything that a page needs itself.
const { serviceWorker } = navigator;
if (import.meta.env.OFFLINE && serviceWorker) {
  serviceWorker.onmessage = () => document.documentElement.setAttribute('data-saved', '');
  addEventListener('load', () => void serviceWorker.register(`${import.meta.env.ROOT}/sw.js`).catch(() => 0));
}
