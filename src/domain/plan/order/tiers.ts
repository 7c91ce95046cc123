/** Puts fixes in the order of their tiers: what is harmless first, and what may lose something never before it. */
export function safestFirst(a: { readonly tier: number }, b: { readonly tier: number }): number {
  return a.tier - b.tier;
}

/** Whether a fix may not come any more because a riskier tier was reached: tiers never go back. */
export function isPast(table: { readonly tier: readonly number[] }, fix: number, reached: number): boolean {
  return table.tier[fix]! < reached;
}
