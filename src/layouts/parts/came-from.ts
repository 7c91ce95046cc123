/** Before the first paint: who comes from a plan or a cause needs no summary, and gets the line that says where they come from (`TriedPlace`). */
export const cameFrom =
  `{const r=document.referrer,q=new URLSearchParams(location.search).get('from'),m=r.startsWith(location.origin+'/')&&/\\/(symptoms|causes)\\/(.+?)\\/?(?:[?#]|$)/.exec(r);
if(q||m)document.documentElement.dataset[q||m[1]==='symptoms'?'from':'cause']=q||m[2]}`.replace(/\n/g, '');
