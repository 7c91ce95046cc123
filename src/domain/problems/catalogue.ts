import { evidenceCatalogue } from './evidence.ts';
import { todoCatalogue } from './todo.ts';

/** `todo`: something in a draft that only a person can decide; it is counted apart. */
export type Severity = 'error' | 'warning' | 'todo';

/** Every kind of defect the check can find. Ids are permanent; `about` is the sentence the README prints. */
export const catalogue = {
  'content-empty': { severity: 'error', about: 'The content folder is missing or holds no articles.' },
  'not-utf8': { severity: 'error', about: 'A file is not UTF-8 text.' },
  'unreadable-file': {
    severity: 'error',
    about:
      'A file cannot be read: it is too large, a link that leads nowhere, no whole picture, or not permitted.',
  },
  'bad-file-name': {
    severity: 'error',
    about: 'A file name is not a kebab-case id with a known ending, or the file is in the wrong folder.',
  },
  'duplicate-id': { severity: 'error', about: 'Two articles, or two pictures, have the same id.' },
  'bad-yaml': { severity: 'error', about: 'The YAML does not parse.' },
  'missing-front-matter': { severity: 'error', about: 'An article does not start with front matter.' },
  'missing-field': { severity: 'error', about: 'A required field is missing.' },
  'unknown-field': { severity: 'error', about: 'A field is not known; often a typing mistake.' },
  'wrong-value': {
    severity: 'error',
    about: 'A field has a value of the wrong type or one that is not allowed.',
  },
  'site-missing': { severity: 'error', about: 'The content folder has no `site.yaml`.' },
  'language-without-words': {
    severity: 'warning',
    about: 'The interface has no words in the language of the site, so it speaks English.',
  },
  'unknown-symptom': { severity: 'error', about: 'A reference names a symptom that does not exist.' },
  'unknown-cause': { severity: 'error', about: 'A reference names a cause that does not exist.' },
  'unknown-fix': { severity: 'error', about: 'A reference names a fix that does not exist.' },
  'unknown-question': { severity: 'error', about: 'A symptom asks a question that does not exist.' },
  'unknown-picture': { severity: 'error', about: 'A picture does not exist in `pictures/`.' },
  'unknown-path': {
    severity: 'error',
    about: 'A `<Path>` names a place that `ui-paths.yaml` does not know.',
  },
  'unknown-version': {
    severity: 'error',
    about: 'A platform is unknown, or a version range is not understood.',
  },
  'duplicate-edge': { severity: 'error', about: 'The same edge is written twice.' },
  'number-without-source': {
    severity: 'error',
    about: 'A number stands in place of a likelihood word, without a source.',
  },
  'requires-cycle': { severity: 'error', about: 'Fixes require each other in a circle.' },
  'requires-riskier': { severity: 'error', about: 'A fix requires one that loses more.' },
  'symptom-without-cause': { severity: 'error', about: 'No cause explains a symptom.' },
  'cause-without-fix': { severity: 'error', about: 'No fix solves a cause.' },
  'cause-explains-nothing': { severity: 'error', about: 'A cause explains no symptom.' },
  'fix-solves-nothing': { severity: 'error', about: 'A fix solves no cause.' },
  'missing-lost': { severity: 'error', about: 'A fix loses something but does not list what.' },
  'missing-steps': { severity: 'error', about: 'A fix has no steps.' },
  'missing-verify': { severity: 'error', about: 'A fix does not say how to check that it worked.' },
  'too-many-steps': { severity: 'error', about: 'A list of steps is too long to follow.' },
  'steps-not-ordered': { severity: 'error', about: 'The steps are not in an ordered list.' },
  'mdx-syntax': { severity: 'error', about: 'The MDX of a body does not compile.' },
  'unknown-component': { severity: 'error', about: 'A component is not one that authors may use.' },
  'wrong-attribute': { severity: 'error', about: 'A component lacks an attribute or has an unknown one.' },
  'forbidden-markup': {
    severity: 'error',
    about: 'A body holds an import, an expression or raw HTML, or a picture holds something that could run.',
  },
  'forbidden-style': {
    severity: 'error',
    about: '`style.css` holds something other than tokens of the design.',
  },
  'low-contrast': {
    severity: 'error',
    about: 'Words or lines in a colour of the owner cannot be told from their ground.',
  },
  'stray-markup': {
    severity: 'error',
    about: 'A sign of Markdown is left in the text, because a space or its closing half is missing.',
  },
  'foreign-markup': {
    severity: 'error',
    about: 'A mark of another tool stands in the text, or a reference that nothing answers.',
  },
  'broken-link': { severity: 'error', about: 'An internal link leads nowhere.' },
  'broken-anchor': { severity: 'error', about: 'A link leads to an anchor that its page does not have.' },
  'missing-alt': { severity: 'error', about: 'A picture or image has no alternative text.' },
  'empty-body': { severity: 'error', about: 'An article has no text.' },
  'duplicate-anchor': { severity: 'error', about: 'Two places of one page have the same id.' },
  'side-unsaid': {
    severity: 'error',
    about:
      'A cause is on the side of one person and its fix on that of another, and the edge has no words for it.',
  },
  'wrong-order': { severity: 'error', about: '`order: author` lacks its reason or its list of fixes.' },
  'bad-ledger': { severity: 'error', about: 'The ledger of permanent links cannot be read.' },
  'permalink-lost-page': {
    severity: 'error',
    about: 'A page that was published is gone, and nothing leads on from its address.',
  },
  'permalink-lost-anchor': {
    severity: 'error',
    about: 'A heading, step or picture that was published is gone from its page.',
  },
  'permalink-alias-taken': {
    severity: 'error',
    about: 'An earlier id (`was`, `anchors`) is the id of something else, or is claimed twice.',
  },
  'tombstone-unknown': {
    severity: 'error',
    about: 'A tombstone stands for something that was never published.',
  },
  'tombstone-alive': {
    severity: 'error',
    about: 'A tombstone stands for something that is still there, or two stand for the same.',
  },
  'unpublished-anchor': {
    severity: 'warning',
    about: 'A page, heading, step or picture is not recorded in the ledger yet.',
  },
  'risky-source-without-address': {
    severity: 'error',
    about: 'A fix that loses something names a source that nobody can look up.',
  },
  'source-without-address': {
    severity: 'warning',
    about: 'A source has no address, so nobody can look it up.',
  },
  'variant-never-shown': {
    severity: 'warning',
    about: 'A variant is for a platform or version that `applies` leaves out.',
  },
  'question-never-pays': {
    severity: 'warning',
    about: 'A question saves less time than it takes, everywhere it is asked.',
  },
  'wait-before-look': {
    severity: 'warning',
    about: 'A plan asks for a wait of hours before a look that takes minutes.',
  },
  'change-before-look': {
    severity: 'warning',
    about:
      'A plan asks for a change before a harmless look of about equal time, and the other way round is as good.',
  },
  'needs-unsaid': {
    severity: 'warning',
    about:
      'The text of a fix names another one to do before, but the fix does not require it and a plan puts it later.',
  },
  'unused-file': {
    severity: 'warning',
    about: 'A question, picture, path or group is used by no article, or a symptom stands in no group.',
  },
  'writing-symptom-title': {
    severity: 'warning',
    about: 'The title of a symptom says what to do instead of what is seen.',
  },
  'writing-fix-title': { severity: 'warning', about: 'The title of a fix does not begin with what to do.' },
  'writing-title-length': { severity: 'warning', about: 'A title is longer than 70 characters.' },
  'writing-title-case': { severity: 'warning', about: 'A title Has Capitals Like This.' },
  'writing-title-period': { severity: 'warning', about: 'A title ends with a period.' },
  'writing-many-steps': { severity: 'warning', about: 'A list of steps is longer than 7.' },
  'writing-one-action': { severity: 'warning', about: 'A step asks for more than one action.' },
  'writing-condition-first': { severity: 'warning', about: 'A step names its condition after the action.' },
  'writing-place-first': { severity: 'warning', about: 'A step names the place after the action.' },
  'writing-plain-words': {
    severity: 'warning',
    about: 'A text says “click here”, “please”, “simply”, “just”, “easy” or “easily”.',
  },
  'writing-sentence-length': {
    severity: 'warning',
    about: 'The sentences of an article have more than 18 words on average.',
  },
  'writing-long-sentence': {
    severity: 'warning',
    about: 'An article holds a sentence of more than 25 words.',
  },
  'writing-typed-path': {
    severity: 'warning',
    about: 'A way through menus is typed out instead of `<Path>`.',
  },
  'writing-warn-first': {
    severity: 'warning',
    about: 'A fix loses something but does not warn before the first step.',
  },
  'writing-loss-unsaid': {
    severity: 'warning',
    about: 'The text of a fix speaks of a loss, but its `loses` says that nothing is lost.',
  },
  'writing-cannot-confirm': {
    severity: 'warning',
    about: 'A fix `confirms` a cause whose own text says that it cannot be known.',
  },
  'writing-blame': { severity: 'warning', about: 'A text blames the reader.' },
  'writing-promise': { severity: 'warning', about: 'A text promises success.' },
  'writing-repeats-badge': {
    severity: 'warning',
    about: 'A summary says what the badges beside it say: that nothing is lost.',
  },
  'writing-other-side': {
    severity: 'warning',
    about: 'A step that another person follows speaks of that person as “they”.',
  },
  'silence-unneeded': {
    severity: 'warning',
    about: 'An article silences a writing rule that finds nothing in it.',
  },
  undecided: { severity: 'error', about: 'An article that is no draft still holds a `TODO`.' },
  ...evidenceCatalogue,
  ...todoCatalogue,
} as const satisfies Record<string, { severity: Severity; about: string }>;

export type ProblemKind = keyof typeof catalogue;
