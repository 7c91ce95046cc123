import { sankey } from 'd3-sankey';
import type { Graph, GraphEdge, GraphNode } from '../domain/knowledge/graph.ts';
import { settle } from './settle.ts';
import { wrapWords } from './wrap-words.ts';

/** Where a node stands: the middle of its words, and the bar that its edges meet. All numbers are whole pixels. */
export interface PlacedNode {
  readonly node: GraphNode;
  readonly lines: readonly string[];
  readonly y: number;
  readonly bar: readonly [number, number];
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly y0: number;
  readonly y1: number;
}

export interface GraphLayout {
  readonly height: number;
  /** Top to bottom, layer by layer. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export const lineHeight = 15;
const lettersPerLine = 31;
const head = 24;
/** Height of an edge of strength 1 where it meets a node. */
const unit = 1.2;
const layers = ['symptom', 'cause', 'fix'] as const;

interface Own {
  readonly node: GraphNode;
}
interface OwnLink {
  readonly edge: GraphEdge;
}

/** Places the three layers side by side so that few edges cross, with room for the words of every node. */
export function layOutGraph(graph: Graph): GraphLayout {
  const lines = new Map(graph.nodes.map((node) => [node.id, wrapWords(node.label, lettersPerLine)]));
  const height = heightFor(graph, lines);
  const { nodes, links } = orderBySankey(graph, height);
  // d3 stretches what it places over the whole height. Every bar gets its own size back, and its edges with it.
  const stretched = nodes.find(({ value = 0 }) => value > 0);
  const shrink = stretched
    ? (unit * (stretched.value ?? 0)) / ((stretched.y1 ?? 0) - (stretched.y0 ?? 0))
    : 1;
  const placed = layers.flatMap((kind) => {
    const layer = nodes
      .filter(({ node }) => node.kind === kind)
      .map(({ node, value = 0, y0 = 0, y1 = 0 }) => ({
        node,
        was: (y0 + y1) / 2,
        half: Math.max(1, (unit * value) / 2),
        words: lines.get(node.id) ?? [],
      }))
      .sort((a, b) => a.was - b.was);
    const middles = settle(
      layer.map(({ was, half, words }) => ({ at: was, size: sizeOf(words, 2 * half) })),
      head,
      height,
    );
    return layer.map((one, index) => ({ ...one, at: middles[index] ?? one.was }));
  });
  const moves = new Map(
    placed.map(({ node, was, at }) => [node.id, (y: number): number => Math.round(at + (y - was) * shrink)]),
  );
  return {
    height: Math.ceil(height),
    nodes: placed.map(({ node, at, half, words }) => ({
      node,
      lines: words,
      y: Math.round(at),
      bar: [Math.round(at - half), Math.round(at + half)],
    })),
    edges: links.map(({ edge, y0 = 0, y1 = 0 }) => ({
      edge,
      y0: moves.get(edge.from)?.(y0) ?? 0,
      y1: moves.get(edge.to)?.(y1) ?? 0,
    })),
  };
}

function orderBySankey({ nodes, edges }: Graph, height: number) {
  const place = sankey<Own, OwnLink>()
    .nodeId(({ node }) => node.id)
    .nodeAlign(({ node }) => layers.indexOf(node.kind))
    .nodePadding(lineHeight)
    .extent([
      [0, head],
      [1, height],
    ]);
  return place({
    nodes: nodes.map((node) => ({ node })),
    links: edges.map((edge) => ({ edge, source: edge.from, target: edge.to, value: edge.strength })),
  });
}

/** The height of the fullest layer. */
function heightFor({ nodes, edges }: Graph, lines: ReadonlyMap<string, readonly string[]>): number {
  const sumOf = (end: 'from' | 'to', id: string): number =>
    edges.filter((edge) => edge[end] === id).reduce((sum, { strength }) => sum + strength, 0);
  const needs = layers.map((kind) =>
    nodes
      .filter((node) => node.kind === kind)
      .reduce(
        (sum, { id }) =>
          sum + sizeOf(lines.get(id) ?? [], unit * Math.max(sumOf('from', id), sumOf('to', id))),
        0,
      ),
  );
  return head + Math.max(...needs);
}

/** What a node takes up, with the space around it: targets stay 24 px apart (WCAG 2.5.8). */
function sizeOf(lines: readonly string[], bar: number): number {
  return Math.max(24, lines.length * lineHeight + 7, bar + 8);
}
