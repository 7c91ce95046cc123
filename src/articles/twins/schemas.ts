import { z } from 'astro/zod';
import type { ArticleFacts } from '../../domain/twins/article-facts.ts';
import { factsVersion, type GraphFile } from '../../domain/twins/graph-file.ts';
import { likelihoodWords } from '../../domain/knowledge/likelihood.ts';
import type { JsonSchema } from '../schema/json-schema.ts';

const text = z.string();
const address = z.string().describe('A whole address, or a path of the host where the site has none.');
const ids = z.array(z.string());
const day = z.iso.date();
const optional = text.optional();
const version = z
  .literal(factsVersion)
  .describe('Another number where a program that reads this one would misread the file.');

const strength = z.strictObject({
  word: z
    .enum([...likelihoodWords, 'measured', 'workaround', 'confirms'])
    .describe('How likely, or how often it works; `measured` where the author wrote a number.'),
  number: z.number().min(0).max(1).optional().describe('What plans count the word as; none for a way round.'),
});

const head = {
  id: text,
  title: text,
  summary: text,
  url: address.describe('The permanent address.'),
  short: address.describe('The permanent address that needs only the id.'),
  checked: day.optional().describe('When somebody last looked the article over.'),
  markdown: address.optional().describe('The page as Markdown.'),
  facts: address.optional().describe('The facts of the article as JSON.'),
};

const plan = {
  url: address,
  devices: ids.describe(
    'The devices that the plan is for; none where it is for all without a plan of their own.',
  ),
  start: ids.describe('Moves in order: the id of a fix, or `fix--who` where somebody else has to be asked.'),
  then: ids,
  lessLikely: ids.describe('Below the stop line: from here on, contacting support is quicker.'),
  lastResort: ids,
  batches: z.array(ids).describe('Moves that share one test.'),
  workarounds: ids.describe('Fixes that help for now and leave the cause.'),
};

const named = z.strictObject({ id: text, name: text });

/** `/graph.json` */
export const graphSchema = z.strictObject({
  $schema: address,
  version,
  title: text,
  language: text.describe('BCP 47'),
  url: address,
  search: address,
  index: address,
  devices: z.array(z.strictObject({ id: text, name: text, platform: text })),
  risks: z.array(named).describe('What can be lost, from nothing to the worst.'),
  who: z.array(named).describe('Who can act. The first one is the reader.'),
  symptoms: z.array(
    z.strictObject({
      ...head,
      questions: ids,
      similar: z.array(z.strictObject({ symptom: text, difference: text })),
      plans: z
        .array(z.strictObject(plan))
        .describe('The plan for each device before any question, the usual one first.'),
    }),
  ),
  causes: z.array(
    z.strictObject({
      ...head,
      explains: z.array(
        z.strictObject({ symptom: text, likelihood: strength, because: optional, on: optional }),
      ),
    }),
  ),
  fixes: z.array(
    z.strictObject({
      ...head,
      minutes: z.number().min(0).describe('Hands-on minutes, the test afterwards included.'),
      wait: z.number().min(0),
      loses: text,
      who: text,
      requires: ids,
      solves: z.array(
        z.strictObject({ cause: text, works: strength, because: optional, on: optional, ask: optional }),
      ),
    }),
  ),
}) satisfies z.ZodType<GraphFile>;

const shared = {
  $schema: address,
  version,
  ...head,
  says: z.array(text).describe('Exact texts on a screen.'),
  codes: z.array(text),
  sources: z.array(z.strictObject({ title: text, url: optional, checked: day.optional() })),
};
const related = { id: text, title: text, url: address, because: optional, on: optional };

/** `/symptoms/<id>.json`, `/causes/<id>.json`, `/fixes/<id>.json` */
export const articleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('symptom'),
    causes: z.array(z.strictObject({ ...related, likelihood: strength })),
    similar: z.array(z.strictObject({ ...related, difference: text })),
    plans: z.array(
      z.strictObject({
        ...plan,
        answers: z.array(z.strictObject({ question: text, answer: text })),
        ask: z
          .strictObject({
            id: text,
            title: text,
            answers: z.array(z.strictObject({ id: text, label: text, url: address })),
            unsure: optional.describe('The plan whose page asks something else, for who has no answer.'),
          })
          .optional()
          .describe(
            'The next question that saves more time than it takes; each answer has a plan of its own.',
          ),
      }),
    ),
    moves: z.record(
      text,
      z.strictObject({
        fix: text,
        title: text,
        url: address,
        minutes: z.number(),
        wait: z.number(),
        loses: text,
      }),
    ),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('cause'),
    who: optional,
    symptoms: z.array(z.strictObject({ ...related, likelihood: strength })),
    fixes: z.array(z.strictObject({ ...related, works: strength })),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('fix'),
    minutes: z.number().describe('Without the test afterwards, which `check` gives.'),
    check: z.number(),
    wait: z.number(),
    loses: named,
    lost: z.array(text),
    kept: z.array(text),
    needs: z.array(text),
    cost: optional,
    who: named,
    applies: z.record(text, text),
    requires: z.array(z.strictObject(related)),
    verify: text,
    steps: z.array(
      z.strictObject({
        number: z.int(),
        text,
        url: address.describe('The permanent link of the step.'),
        variant: optional,
      }),
    ),
    solves: z.array(z.strictObject({ ...related, works: strength })),
    symptoms: z.array(
      z.strictObject({ ...related, place: z.int().optional(), of: z.int(), workaround: z.boolean() }),
    ),
  }),
]) satisfies z.ZodType<ArticleFacts>;

const labels = z.record(text, text);
/** `/search-index/search.json`, as far as others may rely on it: whatever else stands in it is for the search of this build. */
export const searchSchema = z.object({
  language: z.object({ language: text }).describe('What the search knows of the language.'),
  synonyms: z.array(z.array(text)).describe('Groups of words and phrases that mean the same.'),
  suggested: z.array(z.array(text)).describe('Path and title of what to offer before anything is typed.'),
  articles: z
    .object({
      kind: text.describe('`symptom`, `cause`, `fix`, `page` or `term`.'),
      path: text,
      title: text,
      summary: text,
      short: text,
      time: text.describe('What a fix takes, in words.'),
      loses: text,
      says: text,
      aliases: text,
      facts: text,
      placeTexts: text.describe('Headings and steps; the address is the path, `#` and the id.'),
      placeIds: text.describe(
        'Where there is no id, it is the first six words of the text in small letters, joined by hyphens.',
      ),
      placeSteps: text.describe('The numbers of steps, and `-` for headings.'),
      bodyTexts: text.describe('The text by blocks.'),
      bodyPlaces: text.describe('The number of the place of each block, or -1.'),
      twins: text.describe('Paths of articles that look alike, each with what tells them apart.'),
    })
    .describe('Columns: in each, a line for every article, with tabs between the things of a list.')
    .optional()
    .describe('Left out where a site is too large for one file: take `/graph.json` there.'),
  labels: z.object({ results: labels, kinds: labels, risks: labels }),
});

/** The published schemas of the files for programs, by name. */
export function twinSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas = { graph: graphSchema, article: articleSchema, search: searchSchema };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input' }) as JsonSchema,
    ]),
  );
}
