/** Every word the interface says, in English. A second language is a second file of the same type. */
export const words = {
  markup: {
    task: 'Done',
    linkToHeading: (text: string) => `Link to “${text}”`,
    linkToStep: (number: number) => `Link to step ${number}`,
    stepTitle: (number: number, text: string) => `Step ${number}: ${text}`,
  },
} as const;

export type Words = typeof words;
