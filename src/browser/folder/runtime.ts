// Lets the scripts of a site run in a folder on a disk, where browsers load neither modules nor data from files: the packed
// site brings both along as ordinary scripts. Stands before all others of a page.

type Module = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;
interface FolderWindow {
  mendbookModules: (modules: Readonly<Record<string, Module>>) => void;
  mendbookFile: (path: string, text: string) => void;
}

const { root = '', run = '' } = document.currentScript?.dataset ?? {};
const folder = globalThis as unknown as FolderWindow;

/** Where a path from the root of the site lies, seen from this page. */
function relative(path: string): string {
  const [, file = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(path) ?? [];
  return root + (file === '' || file.endsWith('/') ? `${file}index.html` : file) + rest;
}

folder.mendbookModules = (modules) => {
  const loaded = new Map<string, { exports: object }>();
  const require = (name: string): unknown => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    modules[name]?.(require, module, module.exports);
    return module.exports;
  };
  for (const name of run.split(' ').filter(Boolean)) require(`./${name}`);
};

const waiting = new Map<string, (text: string) => void>();
folder.mendbookFile = (path, text) => waiting.get(path)?.(text);

globalThis.fetch = (asked) =>
  new Promise((done, fail) => {
    const path = String(asked).replace(/[?#].*$/, '');
    const lost = (): void => fail(new TypeError(`There is no ${path} in this folder.`));
    if (!path.startsWith('/')) return lost();
    const script = document.createElement('script');
    waiting.set(path, (text) => done(new Response(text)));
    script.onerror = lost;
    script.src = `${relative(path)}.js`;
    document.head.append(script);
  });

for (const how of ['pushState', 'replaceState'] as const) {
  const own = history[how].bind(history);
  history[how] = (state: unknown, title: string, address?: string | URL | null) => {
    try {
      own(state, title, location.pathname + (/[?#].*$/.exec(String(address ?? ''))?.[0] ?? ''));
    } catch {
      // Some browsers let no page on a disk change its address.
    }
  };
}

const leads = ['href', 'action', 'src'];
const isOurs = (address: string): boolean => /^\/(?!\/)/.test(address);

// Scripts write addresses from the root of the site: as an attribute, as a property, or with a piece of HTML.
const setAttribute = Element.prototype.setAttribute;
Element.prototype.setAttribute = function (name, value) {
  const drawing = /^\/pictures\/.*(#.*)$/.exec(value)?.[1];
  if (drawing !== undefined) void bringDrawing(value.replace(/#.*$/, ''));
  setAttribute.call(this, name, drawing ?? (leads.includes(name) && isOurs(value) ? relative(value) : value));
};
/** Browsers take no drawing out of another file on a disk: one comes into the page when a script first wants it. */
const brought = new Map<string, Promise<void>>();
function bringDrawing(file: string): Promise<void> {
  const known = brought.get(file);
  if (known) return known;
  const coming = fetch(file)
    .then((response) => response.text())
    .then((svg) => {
      const place = document.createElement('div');
      place.hidden = true;
      place.innerHTML = svg;
      document.body.append(place);
    })
    .catch(() => undefined);
  brought.set(file, coming);
  return coming;
}
const own = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'href');
Object.defineProperty(HTMLAnchorElement.prototype, 'href', {
  ...own,
  set(this: HTMLAnchorElement, value: unknown) {
    own?.set?.call(this, isOurs(String(value)) ? relative(String(value)) : value);
  },
});
function putRight(elements: Iterable<Element>): void {
  for (const element of elements)
    for (const name of leads) {
      const value = element.getAttribute(name);
      if (value !== null && isOurs(value)) element.setAttribute(name, value);
    }
}
const leading = '[href],[action]';
// A drawing is asked for as soon as it stands in the page: what comes in a template is put right before.
const written = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!;
Object.defineProperty(HTMLTemplateElement.prototype, 'innerHTML', {
  ...written,
  set(this: HTMLTemplateElement, html: string) {
    written.set?.call(this, html);
    putRight(this.content.querySelectorAll(leading));
  },
});
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof Element) putRight([node, ...node.querySelectorAll(leading)]);
}).observe(document, { subtree: true, childList: true });
