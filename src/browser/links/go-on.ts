import { addressAfter } from './go-on-address.ts';

const link = document.querySelector<HTMLAnchorElement>('a[data-goes-on]');
if (link) location.replace(addressAfter(link.href, location));
