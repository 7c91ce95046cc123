import type { Kind } from './article.ts';
import { strengthOf } from './likelihood.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

export interface GraphNode {
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
}

/** An edge as one reads it, from what is seen to why, and from why to what helps. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** 1 (rarely) to 5 (almost always), as the bars beside the words. */
  readonly strength: number;
  /** A fix that only gets round the cause, or only shows whether it is the cause. */
  readonly indirect: boolean;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The whole knowledge base as a graph in three layers: symptoms, causes, fixes. */
export function graphOf(base: KnowledgeBase): Graph {
  const symptoms = [...base.symptoms.values()].map(({ id, title, short }): GraphNode => ({
    id,
    kind: 'symptom',
    label: short ?? title,
  }));
  const others = [...base.causes.values(), ...base.fixes.values()].map(({ id, kind, title }): GraphNode => ({
    id,
    kind,
    label: title,
  }));
  const why = [...base.causes.values()].flatMap((cause) =>
    cause.explains.map(({ symptom, likelihood }): GraphEdge => ({
      from: symptom,
      to: cause.id,
      strength: strengthOf(likelihood),
      indirect: false,
    })),
  );
  const what = [...base.fixes.values()].flatMap((fix) =>
    fix.solves.map(({ cause, works }): GraphEdge => {
      const indirect = works === 'workaround' || works === 'confirms';
      return { from: cause, to: fix.id, strength: indirect ? 2 : strengthOf(works), indirect };
    }),
  );
  return { nodes: [...symptoms, ...others], edges: [...why, ...what] };
}

/** The part of a graph that one node leads to: itself, and all that can be reached along its edges. */
export function graphFrom({ nodes, edges }: Graph, id: string): Graph {
  const reached = new Set([id]);
  for (const one of reached) for (const { from, to } of edges) if (from === one) reached.add(to);
  return {
    nodes: nodes.filter((node) => reached.has(node.id)),
    edges: edges.filter(({ from }) => reached.has(from)),
  };
}

/** More edges than these are a tangle in a picture, and more than a page should carry. */
export const mostDrawn = 150;
