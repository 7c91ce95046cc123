/** One sentence for each field, as an editor shows it beside the field; `schema.ts` cannot be compiled while one is missing. */

export const shared = {
  title: 'A symptom as the reader sees it, a cause as a state, a fix as an order.',
  summary: 'One sentence for lists, cards and search results.',
  draft: '`true` while something is still to be decided: shown in dev, left out of the built site.',
  aliases: 'What people call it or type for it, also with mistakes. Found by the search, never shown.',
  says: 'Exact texts of the screen. Each has an address: `/says/not-delivered/`.',
  codes: 'Error codes of the product. Each is a promise: `/code/e-17/` leads here for ever.',
  sources: 'Where the facts were read.',
  checked: 'The day on which somebody last made sure that all of it is true (YYYY-MM-DD).',
  checkedOn: 'The version or device on which it was checked.',
  owner: 'Who keeps the article true.',
  was: 'Ids that the article had. Their addresses lead here.',
  anchors: 'Anchors that the page had, and the ones that take their place.',
  silence: 'Writing rules that this article breaks on purpose.',
} as const;

export const page = {
  short: 'The title in a few words, for the footer.',
  report: '`true` where readers report errors: the page shows the address of `feedback.mail` in `site.yaml`.',
} as const;

export const source = {
  title: 'What it is called, with its publisher.',
  url: 'Its address, beginning with https://.',
  checked: 'The day on which it was read (YYYY-MM-DD).',
} as const;

export const silence = {
  rule: 'The id of the rule, as `npm run check` prints it: `writing-plain-words`.',
  because: 'Why it does not fit here.',
} as const;

export const anchor = {
  anchor: 'The old anchor.',
  now: 'The anchor of this page that it means now.',
} as const;

export const symptom = {
  short: 'The title in a few words, for narrow places.',
  picture: 'A drawing of what the reader sees, from `pictures/`.',
  solved: 'A drawing of what the reader sees once it works, shown when a fix has helped.',
  applies:
    'Platforms and versions on which it can be seen, as `{ platform: ">=15" }`; everywhere without it.',
  questions: 'Questions that may be asked here. Only those that save time are.',
  similar: 'Symptoms that look alike, each with the one visible difference.',
  order: '`computed` by probability and time, or `author`, with `because` and `fixes`.',
  because: 'Why the order of the author is better than the computed one.',
  fixes: 'The fixes in the order of the author.',
} as const;

export const similar = {
  symptom: 'The symptom that looks alike.',
  difference: 'One sentence that names what is different there.',
} as const;

export const cause = {
  if: 'The title as a condition, to follow “Helps if”.',
  who: 'On whose side it is, an id of `who` in `site.yaml`.',
  explains: 'The symptoms that it explains, each with how likely it is there.',
} as const;

export const explanation = {
  symptom: 'The symptom.',
  likelihood:
    'Of 100 readers with this symptom, how many have this cause: almost-always 90, often 50, sometimes 25, seldom 10, rarely 3.',
  because: 'One sentence for the reader: why one may think of it here.',
  source: 'Where a number in place of a word was read.',
  on: 'On whose side the cause is, seen from this symptom.',
} as const;

export const fix = {
  minutes: 'Minutes of work, without waiting.',
  check: 'Minutes of the test afterwards, where it is apart from `minutes`.',
  wait: 'Minutes in which one can walk away.',
  loses: 'What is at stake, an id of `risks` in `site.yaml`.',
  lost: 'What exactly is lost, one thing an entry.',
  kept: 'What stays although one may fear for it.',
  cost: 'What it costs in money or otherwise, in words.',
  burdens: 'What it costs beside time, ids of `burdens` in `site.yaml`.',
  needs: 'What the reader must have at hand.',
  who: 'Who does it, an id of `who` in `site.yaml`.',
  solves: 'The causes that it solves, each with how often it works.',
  requires: 'Fixes that have to be done before it.',
  prepares: '`true` where it solves nothing by itself and others require it.',
  disconnects:
    '`true` where it restarts the device or cuts the connection, so that the page says whether it is saved; said by itself where something is lost.',
  verify: 'One sentence that names what to see when it worked.',
  applies: 'Platforms and versions that it is for, as `{ platform: ">=15" }`; everywhere without it.',
} as const;

export const solution = {
  cause: 'The cause.',
  works:
    'Of 100 readers with this cause, how many it helps: almost-always 90, often 50, sometimes 25, seldom 10, rarely 3. `workaround` only gets round it, `confirms` only shows it.',
  because: 'One sentence for the reader: why it helps with this cause.',
  source: 'Where a number in place of a word was read.',
  on: 'Whose device it is done on for this cause.',
  ask: 'The order in the words in which the reader hands it on.',
} as const;

export const question = {
  title: 'The question as the reader sees it.',
  help: 'How to find out, in one sentence.',
  minutes: 'Minutes that it takes to answer.',
  answers: 'Two answers or more.',
} as const;

export const answer = {
  id: 'A word for the address of the page after this answer.',
  label: 'The answer as the reader sees it.',
  likely: 'How likely this answer is for each cause, as `{ cause: often }`.',
} as const;

export const start = {
  title: 'The heading of the page of the first questions.',
  text: 'A sentence below the heading.',
  common:
    'How often readers come with a symptom, as `{ symptom: often }`; `sometimes` where nothing is said.',
  questions: 'The first questions, for readers who do not know what they see.',
} as const;

export const firstQuestion = {
  id: 'A word for the address.',
  ...question,
} as const;

export const firstAnswer = {
  ...answer,
  picture: 'A drawing of the answer, from `pictures/`.',
  likely: 'How likely this answer is for each symptom, as `{ symptom: often }`.',
} as const;

export const term = {
  id: 'A word for the address of the term.',
  term: 'The term as articles write it.',
  also: 'Other words for it, which the search knows as well.',
  typed: 'What people type when they mean it. Found by the search, never shown.',
  meaning: 'What it means, in one sentence.',
  link: 'The page that tells more, beginning with a slash.',
} as const;

export const asked = {
  page: 'The address of a page, beginning with a slash.',
  queries:
    'What readers typed who meant it, word for word. The search learns from these; nobody is shown them.',
} as const;

export const tombstone = {
  page: 'The address of the page, as `/fixes/old/`.',
  anchor: 'The place on the page, where only that is gone.',
  because: 'One sentence for those who come by an old link.',
  now: 'The address that takes its place.',
} as const;

export const change = {
  date: 'The day on which it changed (YYYY-MM-DD).',
  version: 'The id of a version in `site.yaml` that is new or different.',
  place: 'The place of `ui-paths.yaml` that was renamed or moved.',
  source: 'The address of a source that says something else now.',
  note: 'What changed, for the authors.',
} as const;

export const way = {
  for: 'The platform.',
  versions: 'The versions for which this is the way, as `18 and later`.',
  path: 'The rows to tap, in order.',
} as const;

export const site = {
  title: 'The name of the site.',
  promise: 'The one sentence on top of the home page.',
  description: 'What search engines show below the title.',
  language: 'The language of interface and articles (BCP 47): `en`, `de-AT`.',
  url: 'Where the site will be, for addresses in the sitemap and in code maps.',
  license: 'Under what licence the texts are.',
  credits: 'Whom to thank, and whom the site does not belong to.',
  elsewhere:
    'Names of what the knowledge base is not about (other apps, other devices): a search for one finds nothing unless an article says nearly all of it.',
  unknown: 'How much of every plan is left for causes that nobody has written down (0 to 0.9).',
  vendor: 'The maker of the product.',
  support: 'Where the plan sends a reader when nothing else pays.',
  who: 'Who can act. The first one is the reader.',
  risks: 'What can be lost, from nothing to the worst.',
  burdens: 'Kinds of cost beside time, each with what it is worth in minutes.',
  platforms: 'The devices or systems that articles distinguish, with their versions.',
  groups: 'The symptoms of the home page, in groups.',
  unsure: 'The way for readers who do not know what they see, where there is no `start.yaml`.',
  exhausted: 'The symptom of those who have tried a lot.',
  now: 'The words above the ways round a problem.',
  mark: 'The drawing from `pictures/` that is the mark of the site.',
  logo: 'A picture with the name of the site in it, from `pictures/`, in place of mark and title.',
  accent: 'The colour of links and buttons.',
  feedback: 'Where readers can say that something is wrong.',
  offline:
    'Whether browsers save the site for readers without a network; `false` also removes what they have saved.',
  agent: 'Whether there is a desk at `/agent/`, where those who answer readers copy links to steps.',
  embed: 'Whether each plan comes as a script for the error screen of an app, see `/embed/<symptom>/`.',
  machines:
    'Files for programs: `markdown`, a twin of every page, and `json`, the facts of every article; both where nothing is said and hosts take as many files. `cards: true` draws a picture of every article for links on other sites.',
} as const;
