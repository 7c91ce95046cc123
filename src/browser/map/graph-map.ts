/** `<graph-map>`: hover, focus or the list of names follows one path through the map; `#id` in the address follows it at once. */
class GraphMap extends HTMLElement {
  #edges: readonly Edge[] = [];
  #pinned: Element | undefined;

  connectedCallback(): void {
    const svg = this.querySelector('svg') as SVGSVGElement;
    const nodes = [...svg.querySelectorAll('a')];
    this.#edges = [...svg.querySelectorAll<SVGPathElement>('[data-ends]')].flatMap((path) =>
      split(path, nodes),
    );
    const show = (event: Event): void => this.#show((event.target as Element).closest('a') ?? this.#pinned);
    for (const name of ['pointerover', 'focusin'] as const) svg.addEventListener(name, show);
    for (const name of ['pointerleave', 'focusout'] as const)
      svg.addEventListener(name, () => this.#show(this.#pinned));
    const select = this.querySelector('select') as HTMLSelectElement;
    for (const layer of svg.querySelectorAll('g')) select.append(groupOf(layer, nodes));
    select.addEventListener('change', () =>
      this.#pin(nodes[select.value === '' ? -1 : Number(select.value)])?.scrollIntoView({
        block: 'center',
        inline: 'center',
      }),
    );
    const follow = (): void => {
      const named = nodes.findIndex((node) =>
        node.getAttribute('href')?.endsWith(`/${location.hash.slice(1)}/`),
      );
      if (named < 0) return;
      select.value = String(named);
      this.#pin(nodes[named]);
    };
    addEventListener('hashchange', follow);
    follow();
    (this.querySelector('[hidden]') as HTMLElement).hidden = false;
  }

  #pin(node: Element | undefined): Element | undefined {
    this.#pinned = node;
    this.#show(node);
    return node;
  }

  #show(node: Element | undefined): void {
    const path = new Set<Element>(node ? [node, ...this.#from(node, 0), ...this.#from(node, 1)] : []);
    const svg = this.querySelector('svg') as SVGSVGElement;
    svg.toggleAttribute('data-on', path.size > 0);
    for (const element of svg.querySelectorAll('a, [data-ends]')) {
      element.classList.toggle('on', path.has(element));
      element.classList.toggle('me', element === node);
    }
  }

  /** All that lies on one side of a node: 0 towards what is seen, 1 towards the fixes. */
  #from(node: Element, side: 0 | 1): readonly Element[] {
    return this.#edges
      .filter(({ ends }) => ends[1 - side] === node)
      .flatMap(({ path, ends }) => [path, ends[side] as Element, ...this.#from(ends[side] as Element, side)]);
  }
}

interface Edge {
  readonly path: SVGPathElement;
  /** The nodes at its left and right end. */
  readonly ends: readonly [Element, Element];
}

/** The build draws the edges of one cause and one look as one path; to follow one, each becomes a path of its own. */
function split(path: SVGPathElement, nodes: readonly Element[]): readonly Edge[] {
  const [cause = 0, ...others] = (path.dataset['ends'] ?? '').split(' ').map(Number);
  const curves = (path.getAttribute('d') ?? '').split(/(?=M)/);
  const edges = others.map((other, index): Edge => {
    const own = path.cloneNode() as SVGPathElement;
    own.setAttribute('d', curves[index] ?? '');
    path.before(own);
    return {
      path: own,
      ends: [nodes[Math.min(cause, other)] as Element, nodes[Math.max(cause, other)] as Element],
    };
  });
  path.remove();
  return edges;
}

function groupOf(layer: SVGGElement, nodes: readonly Element[]): HTMLOptGroupElement {
  const group = document.createElement('optgroup');
  group.label = layer.querySelector('text')?.textContent ?? '';
  for (const node of layer.querySelectorAll('a'))
    group.append(new Option(node.textContent ?? '', String(nodes.indexOf(node))));
  return group;
}

customElements.define('graph-map', GraphMap);
