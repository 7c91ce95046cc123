import { createHash, hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCacheOf, type ContentDir } from '../content-dir.ts';
import { rememberPlans, type PlanMemory } from '../../domain/plan/memory.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { modulesBelow } from '../../files/names-below.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** Where builds of a knowledge base keep their plans. */
export function planFileOf(project: string, content: ContentDir): string {
  return join(buildCacheOf(project, content), 'plans.json');
}

/** What a cache file holds: plans by a hash of their tasks, and of the code that made them. */
interface Stored {
  readonly madeBy: string;
  readonly plans: Readonly<Record<string, Plan>>;
}

/** Plans by a hash of their tasks. */
export type Plans = ReadonlyMap<string, Plan>;

/** The plans of one build. */
export interface PlanCache {
  /** Whether no build before left any. */
  readonly isEmpty: boolean;
  /** Those that were asked for or made until now. */
  readonly used: Plans;
  /** Remembers plans that another thread has made. */
  readonly take: (made: Plans) => void;
  /** Keeps those that were needed for the next build. */
  readonly keep: () => void;
}

/**
 * Remembers the plans of this build in a file for the next one; `keep` writes those that this build needed, in one move, so that a build
 * that is killed leaves the file as it was. A file that another version of the planner wrote, or that cannot be read, counts as empty.
 */
export function planCache(file: string): PlanCache {
  const madeBy = plannerHash();
  const before = readStored(file, madeBy);
  const used = new Map<string, Plan>();
  const memory: PlanMemory = {
    get: (key) => {
      const hash = hashOf(key);
      const plan = used.get(hash) ?? before[hash];
      if (plan) used.set(hash, plan);
      return plan;
    },
    set: (key, plan) => void used.set(hashOf(key), plan),
    nameOf: hashOf,
  };
  rememberPlans(memory);
  return {
    isEmpty: Object.keys(before).length === 0,
    used,
    take: (made) => {
      for (const [hash, plan] of made) used.set(hash, plan);
    },
    keep: () => {
      rememberPlans(undefined);
      const stored: Stored = { madeBy, plans: Object.fromEntries(used) };
      writeWhole(file, JSON.stringify(stored));
    },
  };
}

/** How many plans a process remembers that goes on for long. */
const most = 10_000;

/**
 * From now on plans are taken from what the last build kept in `file`, where they were made of the same; what is worked out besides is
 * remembered for this process only, the last `most` of it and up to as many before.
 */
export function takePlansOf(file: string): void {
  const before = readStored(file, plannerHash());
  let earlier = new Map<string, Plan>();
  let lately = new Map<string, Plan>();
  const keep = (hash: string, plan: Plan): void => {
    if (lately.size >= most) [earlier, lately] = [lately, new Map()];
    lately.set(hash, plan);
  };
  rememberPlans({
    get: (key) => {
      const hash = hashOf(key);
      const plan = lately.get(hash) ?? earlier.get(hash) ?? before[hash];
      if (plan && !lately.has(hash)) keep(hash, plan);
      return plan;
    },
    set: (key, plan) => keep(hashOf(key), plan),
    nameOf: hashOf,
  });
}

/** From now on plans that are `known` are taken from there, and what is worked out besides is put into the map that is returned. */
export function notePlans(known: Plans): Map<string, Plan> {
  const made = new Map<string, Plan>();
  rememberPlans({
    get: (key) => {
      const hash = hashOf(key);
      return known.get(hash) ?? made.get(hash);
    },
    set: (key, plan) => void made.set(hashOf(key), plan),
    nameOf: hashOf,
  });
  return made;
}

function readStored(file: string, madeBy: string): Stored['plans'] {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    return stored.madeBy === madeBy ? stored.plans : {};
  } catch {
    return {};
  }
}

/** Changes with every change in the code that plans. */
function plannerHash(): string {
  const folder = fileURLToPath(new URL('../../domain/plan/', import.meta.url));
  const hash = createHash('sha256').update(process.version);
  for (const { name, text } of modulesBelow(folder)) hash.update(name).update(text);
  return hash.digest('base64');
}

function hashOf(key: string): string {
  return digest('sha256', key, 'base64');
}
