import { answeredPathOf } from '../../knowledge/paths.ts';
import type { Platform } from '../../knowledge/site.ts';
import type { Device } from '../../versions/device.ts';
import type { DeviceChoice, DeviceRow, SymptomView } from '../symptom-view.ts';
import {
  nodesOf,
  signatureOf,
  unsureAnswer,
  wayOf,
  type PlanNode,
  type PlanTree,
  type WayStep,
} from './plan-tree.ts';

/** The plans of one symptom for a device. */
export interface DeviceTree {
  readonly device: Device;
  readonly tree: PlanTree;
}

/**
 * Every static page of a symptom: those for any device first, then those for a device, each only where what a reader would follow from
 * there on differs from the page without a device; devices that agree share the page of the first of them.
 */
export function viewsOf(
  symptom: string,
  whole: PlanTree,
  byDevice: readonly DeviceTree[],
  platforms: readonly Platform[],
): readonly SymptomView[] {
  const pages = pagesOf(symptom, whole, byDevice);
  return pages.all.flatMap((branch) =>
    [...branch.nodes.values()]
      .filter(({ way }) => pages.ownerOf(branch, wayOf(way)) === branch)
      .map((node) => viewOf(pages, branch, node, platforms)),
  );
}

/** One tree with its nodes by their way. */
interface Branch {
  readonly device?: Device | undefined;
  readonly nodes: ReadonlyMap<string, PlanNode>;
}

/** All trees of a symptom, the one for any device first, and where each of their pages stands. */
interface Pages {
  readonly all: readonly Branch[];
  /** The tree whose page shows this way of that tree. */
  readonly ownerOf: (branch: Branch, way: string) => Branch;
  /** The address of the page for this way, or for the nearest one above it that this tree has. */
  readonly hrefOf: (branch: Branch, way: readonly WayStep[]) => string;
}

function pagesOf(symptom: string, whole: PlanTree, byDevice: readonly DeviceTree[]): Pages {
  const all: readonly Branch[] = [
    { nodes: nodesOf(whole) },
    ...byDevice.map(({ device, tree }) => ({ device, nodes: nodesOf(tree) })),
  ];
  const signatures = new Map<PlanNode, string>();
  const signedAs = (node: PlanNode): string => {
    const found = signatures.get(node) ?? signatureOf(node.tree);
    signatures.set(node, found);
    return found;
  };
  const ownerOf = (branch: Branch, way: string): Branch => {
    const node = branch.nodes.get(way);
    const first = all.find((other) => {
      const same = other.nodes.get(way);
      return same && node && signedAs(same) === signedAs(node);
    });
    return first ?? branch;
  };
  const hrefOf = (branch: Branch, way: readonly WayStep[]): string => {
    const known = way.findLastIndex((_, index) => branch.nodes.has(wayOf(way.slice(0, index + 1)))) + 1;
    const steps = way.slice(0, known);
    return pathFor(symptom, steps, ownerOf(branch, wayOf(steps)).device);
  };
  return { all, ownerOf, hrefOf };
}

function pathFor(symptom: string, way: readonly WayStep[], device: Device | undefined): string {
  const answers = way.map(({ question, answer }) => ({ question: question.id, answer: answer.id }));
  return answeredPathOf(symptom, answers, device?.id);
}

function viewOf(
  pages: Pages,
  branch: Branch,
  { tree, way }: PlanNode,
  platforms: readonly Platform[],
): SymptomView {
  const { plan, next } = tree;
  const path = pages.hrefOf(branch, way);
  return {
    plan,
    path,
    device: branch.device,
    answers: way.map(({ question, answer }, index) => ({
      question: question.id,
      answer: answer.id,
      title: question.title,
      label: answer.label,
      back: pages.hrefOf(branch, way.slice(0, index)),
    })),
    unanswered: pages.hrefOf(branch, []),
    ask: next && {
      id: next.question.id,
      title: next.question.title,
      help: next.question.help,
      minutes: next.question.minutes,
      answers: next.branches.map(({ answer }) => ({
        id: answer.id,
        label: answer.label,
        href: pages.hrefOf(branch, [...way, { question: next.question, answer }]),
      })),
      unsure:
        next.unsure && pages.hrefOf(branch, [...way, { question: next.question, answer: unsureAnswer }]),
    },
    devices: devicesAt(pages, way, path, platforms),
  };
}

/** The row "For: …" of a page; none where every device has the plan of the page for any. */
function devicesAt(
  pages: Pages,
  way: readonly WayStep[],
  path: string,
  platforms: readonly Platform[],
): DeviceRow | undefined {
  const [any, ...branches] = pages.all;
  const common = any ? pages.hrefOf(any, way) : path;
  const links = branches.flatMap((branch) =>
    branch.device ? [{ device: branch.device, href: pages.hrefOf(branch, way) }] : [],
  );
  if (links.every(({ href }) => href === common)) return undefined;
  const choices = platforms.flatMap(({ id, name, versions }): DeviceChoice[] => {
    const own = links.filter(({ device }) => device.platform === id);
    const covers = own.map(({ device }) => device.id);
    const [first] = own;
    if (!first) return [];
    return own.every(({ href }) => href === first.href)
      ? [{ id, platform: id, label: name, covers, href: first.href }]
      : own.map(({ device, href }, index) => ({
          id: device.id,
          platform: id,
          // The platform is named once: “Toaster (T3) · T2”.
          label: (index > 0 && versions.find((version) => version.id === device.id)?.name) || device.label,
          covers: [device.id],
          href,
        }));
  });
  return { choices, any: choices.some(({ href }) => href === common) ? undefined : common };
}
