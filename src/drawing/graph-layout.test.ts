import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Graph, GraphEdge, GraphNode } from '../domain/knowledge/graph.ts';
import { layOutGraph, lineHeight } from './graph-layout.ts';

const node = (kind: GraphNode['kind'], id: string): GraphNode => ({
  id,
  kind,
  label: `A title that needs more than one line, ${id}`,
});
const edge = (from: string, to: string, strength = 3): GraphEdge => ({ from, to, strength, indirect: false });
const graph: Graph = {
  nodes: [
    node('symptom', 's1'),
    node('symptom', 's2'),
    node('cause', 'c1'),
    node('cause', 'c2'),
    node('cause', 'lonely'),
    node('fix', 'f1'),
    node('fix', 'f2'),
  ],
  edges: [edge('s1', 'c2'), edge('s2', 'c1', 5), edge('c1', 'f2'), edge('c2', 'f1', 1)],
};

test('every node has room for its words, and lies within the picture', () => {
  const { nodes, height } = layOutGraph(graph);
  for (const kind of ['symptom', 'cause', 'fix']) {
    const layer = nodes.filter((placed) => placed.node.kind === kind);
    for (const [index, { y, lines }] of layer.entries()) {
      const half = (lines.length * lineHeight) / 2;
      assert.ok(y - half >= 0 && y + half <= height);
      const next = layer[index + 1];
      if (next) assert.ok(next.y - y >= half + (next.lines.length * lineHeight) / 2);
    }
  }
});

test('an edge meets the bars of both its ends', () => {
  const { nodes, edges } = layOutGraph(graph);
  const barOf = (id: string): readonly [number, number] => nodes.find((placed) => placed.node.id === id)!.bar;
  assert.equal(edges.length, 4);
  for (const {
    edge: { from, to },
    y0,
    y1,
  } of edges) {
    assert.ok(y0 >= barOf(from)[0] && y0 <= barOf(from)[1], from);
    assert.ok(y1 >= barOf(to)[0] && y1 <= barOf(to)[1], to);
  }
});

test('what belongs together stands at the same height, so that edges do not cross', () => {
  const order = layOutGraph(graph).nodes.map((placed) => placed.node.id);
  const before = (a: string, b: string): boolean => order.indexOf(a) < order.indexOf(b);
  assert.equal(before('s1', 's2'), before('c2', 'c1'));
  assert.equal(before('c1', 'c2'), before('f2', 'f1'));
});
