import { compareText } from '../values/compare.ts';
import type { Article, Cause, Fix, Kind } from './article.ts';
import { entryOf, type KnowledgeBase } from './knowledge-base.ts';
import { strengthOf } from './likelihood.ts';

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
  const [symptoms, causes, fixes] = [
    [...base.symptoms.values()],
    [...base.causes.values()],
    [...base.fixes.values()],
  ];
  return {
    nodes: [...symptoms, ...causes, ...fixes].map(nodeOf),
    edges: [...causes.flatMap(edgesInto), ...fixes.flatMap(edgesTo)],
  };
}

/** The part of it that one symptom leads to: itself, its causes, and their fixes; nothing else is looked at. */
export function graphFrom(base: KnowledgeBase, id: string): Graph {
  const causes = [...new Set((base.causesOf.get(id) ?? []).map(({ cause }) => cause))].sort(compareText);
  const fixes = new Set(causes.flatMap((cause) => base.fixesOf.get(cause)?.map(({ fix }) => fix) ?? []));
  const whys = causes.map((cause) => entryOf(base.causes, cause));
  const whats = [...fixes].sort(compareText).map((fix) => entryOf(base.fixes, fix));
  const from = new Set([id, ...causes]);
  return {
    nodes: [entryOf(base.symptoms, id), ...whys, ...whats].map(nodeOf),
    edges: [...whys.flatMap(edgesInto), ...whats.flatMap(edgesTo)].filter((edge) => from.has(edge.from)),
  };
}

function nodeOf(article: Article): GraphNode {
  const { id, kind, title } = article;
  return { id, kind, label: article.kind === 'symptom' ? (article.short ?? title) : title };
}

function edgesInto(cause: Cause): readonly GraphEdge[] {
  return cause.explains.map(({ symptom, likelihood }) => ({
    from: symptom,
    to: cause.id,
    strength: strengthOf(likelihood),
    indirect: false,
  }));
}

function edgesTo(fix: Fix): readonly GraphEdge[] {
  return fix.solves.map(({ cause, works }) => {
    const indirect = works === 'workaround' || works === 'confirms';
    return { from: cause, to: fix.id, strength: indirect ? 2 : strengthOf(works), indirect };
  });
}

/** More edges than these are a tangle in a picture, and more than a page should carry. */
export const mostDrawn = 150;
