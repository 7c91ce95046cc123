import type { ProblemKind } from './problem.ts';

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
export function todoProblemKind(word: string): ProblemKind {
  return Object.hasOwn(todoRemedies, word) ? `todo-${word as TodoKind}` : 'todo-text';
}
