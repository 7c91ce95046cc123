/** What only a person can decide, and how: the word after `TODO` in a comment of a draft → the remedy. */
export const todoRemedies = {
  title: 'Write the title in the words of a reader.',
  summary: 'Write one sentence that tells a reader whether to open the page.',
  text: 'Write what is missing.',
  cause: 'Say why it happens: the title of a cause is the state of the world.',
  edge: 'Leave the edges that are true, and take out the others.',
  likelihood: 'Choose almost-always, often, sometimes, seldom or rarely for each cause.',
  works:
    'Choose almost-always, often, sometimes, seldom or rarely; `workaround` if the cause stays, `confirms` for a check.',
  minutes: 'Write the minutes that it takes with hands on; `wait` for the time one can walk away.',
  loses: 'Name what is lost in `lost`, or write `loses: nothing`.',
  verify: 'Write one sentence that names what to see when it worked.',
  steps: 'Make each action a step of its own.',
  split: 'Make two articles of it, or leave it as it is.',
  cure: 'Write a fix that takes the cause away, or accept that there is only a way round.',
  place: 'Put the way into `ui-paths.yaml`, and name it with `<Path to="…" />` in an `.mdx` file.',
  picture: 'Draw it as an SVG in `pictures/`, or leave it out.',
  platform: 'Write `applies:` with platforms of `site.yaml`, or leave it out.',
  language: 'Translate it, or set `language` in `site.yaml`.',
  link: 'Link to the right page, or leave the words without a link.',
  incoming: 'Take over what is right from the `.incoming` file, then delete that file.',
} as const;

export type TodoKind = keyof typeof todoRemedies;

/** The kind of problem that a comment `TODO word: …` is; a word that is not known is something to write. */
export function todoProblemKind(word: string): `todo-${TodoKind}` {
  return Object.hasOwn(todoRemedies, word) ? `todo-${word as TodoKind}` : 'todo-text';
}

/** The entries of the catalogue of problems for what is to be decided. */
export const todoCatalogue = {
  'todo-title': { severity: 'todo', about: 'The title of a draft is only proposed.' },
  'todo-summary': { severity: 'todo', about: 'The summary of a draft is only proposed.' },
  'todo-text': { severity: 'todo', about: 'A text of a draft is still to be written.' },
  'todo-cause': { severity: 'todo', about: 'Nobody has said yet why something happens.' },
  'todo-edge': { severity: 'todo', about: 'Nobody has said yet which causes a fix solves.' },
  'todo-likelihood': { severity: 'todo', about: 'The likelihood of one of several causes is a guess.' },
  'todo-works': { severity: 'todo', about: 'How well a fix works is a guess.' },
  'todo-minutes': { severity: 'todo', about: 'The minutes of a fix are a guess.' },
  'todo-loses': {
    severity: 'todo',
    about: 'A fix resets, deletes, removes or uninstalls something, and nobody has said what is lost.',
  },
  'todo-verify': { severity: 'todo', about: 'How to see that a fix worked is only proposed.' },
  'todo-steps': { severity: 'todo', about: 'Steps were made from prose or bullets.' },
  'todo-split': { severity: 'todo', about: 'An article may have to become several.' },
  'todo-cure': { severity: 'todo', about: 'A cause has only a way round it or a check.' },
  'todo-place': { severity: 'todo', about: 'A way through menus is typed out in a draft.' },
  'todo-picture': { severity: 'todo', about: 'A picture of the old page is still to be drawn.' },
  'todo-platform': { severity: 'todo', about: 'Nobody has said yet what an article applies to.' },
  'todo-language': { severity: 'todo', about: 'A draft seems to be in another language than the site.' },
  'todo-link': { severity: 'todo', about: 'A link of the old page led nowhere.' },
  'todo-incoming': {
    severity: 'todo',
    about: 'An imported draft was edited, and its source has changed as well.',
  },
} as const satisfies Readonly<
  Record<`todo-${TodoKind}`, { readonly severity: 'todo'; readonly about: string }>
>;
