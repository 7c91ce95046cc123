import type { PlanTable } from '../table.ts';

/**
 * For each fix, the fixes that some best order has before it: those it requires, and those of its tier that are at least as quick, work
 * at least as well on every cause and require nothing more (swapping the two, or using the better one instead, never costs time).
 */
export function precedencesOf(table: PlanTable): readonly (readonly number[])[] {
  const isRequired = new Set(table.requires.flat());
  return table.requires.map((required, fix) => {
    if (isRequired.has(fix)) return required;
    return [
      ...required,
      ...[...table.minutes.keys()].filter(
        (other) => !required.includes(other) && isBetter(table, other, fix),
      ),
    ];
  });
}

/** Of two fixes that are alike in every respect, the first is better. */
function isBetter(table: PlanTable, one: number, other: number): boolean {
  if (table.tier[one] !== table.tier[other] || table.minutes[one]! > table.minutes[other]!) return false;
  if (!table.requires[one]!.every((required) => table.requires[other]!.includes(required))) return false;
  return (
    worksAsWell(table, one, other) &&
    (one < other || table.minutes[one]! < table.minutes[other]! || !worksAsWell(table, other, one))
  );
}

function worksAsWell(table: PlanTable, one: number, other: number): boolean {
  return table.causesOf[other]!.every((cause, at) => {
    const found = table.causesOf[one]!.indexOf(cause);
    return found >= 0 && table.leaves[one]![found]! <= table.leaves[other]![at]!;
  });
}
