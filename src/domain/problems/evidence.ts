/** What can be wrong with reports of readers, and with what authors make of them. */
export const evidenceCatalogue = {
  'share-as-number': {
    severity: 'error',
    about: 'A count of reports, such as 57 of 103, stands in place of a word or of the reports themselves.',
  },
  'unknown-answer': { severity: 'error', about: 'A report names an answer that its question does not have.' },
  'report-outside-plan': {
    severity: 'warning',
    about: 'A report holds nothing that its plan could learn from.',
  },
} as const;
