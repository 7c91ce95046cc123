/** Before the first paint: who comes from a plan needs no summary, and gets the line that says where they stand (`TriedPlace`). */
export const cameFrom = `(()=>{const d=document,r=d.referrer,l=location,q=new URLSearchParams(l.search);
let f=q.get('from');
if(!f&&r.indexOf(l.origin+'/symptoms/')===0)f=r.slice(l.origin.length+10).split(/[?#]/)[0].replace(/\\/$/,'');
if(f)d.documentElement.dataset.from=f})()`.replace(/\n/g, '');
