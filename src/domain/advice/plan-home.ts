/** Stands for the symptom in what belongs to the first questions; no symptom can have this id. */
export const startId = '~start';

/** Where the pages of a symptom, or of the first questions, begin. */
export function planHomeOf(symptom: string): string {
  return symptom === startId ? '/start/' : `/symptoms/${symptom}/`;
}
