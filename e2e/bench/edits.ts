/** The files of a knowledge base, path by text. */
export type Files = Map<string, string>;

/** Changes the files in one way, and says which; undefined where there is nothing to change in that way. */
type Edit = (files: Files, random: () => number) => string | undefined;

const words = ['slowly', 'again', 'E7', 'the tray', 'browning memory', 'a latch', '10.10'];
const likelihoods = ['almost-always', 'often', 'sometimes', 'seldom', 'rarely'];

/** One random edit, as an author might make it. The check may find an error in what comes of it. */
export function randomEdit(files: Files, random: () => number): string {
  for (;;) {
    const done = pick(edits, random)(files, random);
    if (done !== undefined) return done;
  }
}

/** A change of one text that stands once in a line like `pattern`, in a file that is `among`. */
const inLine =
  (
    name: string,
    among: RegExp,
    pattern: RegExp,
    by: (found: string, random: () => number, files: Files) => string,
  ): Edit =>
  (files, random) => {
    const places = [...files].filter(([file, text]) => among.test(file) && pattern.test(text));
    if (places.length === 0) return undefined;
    const [file, text] = pick(places, random);
    const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))];
    const { index, 0: line } = pick(found, random);
    files.set(file, `${text.slice(0, index)}${by(line, random, files)}${text.slice(index + line.length)}`);
    return `${name} of ${file}`;
  };

const article = /^(?:symptoms|causes|fixes)\//;
const text = /^(?:symptoms|causes|fixes|pages)\//;
const more = (line: string, random: () => number): string => `${line} ${pick(words, random)}`;

const edits: readonly Edit[] = [
  inLine('title', text, /^title: [^"\n]*$/m, more),
  inLine('summary', text, /^summary: [^"\n]*$/m, more),
  inLine('sentence', text, /^[A-Z][^\n{<|]*\.$/m, (line, random) => `${line} See ${pick(words, random)}.`),
  inLine('paragraph', text, /\n\n[A-Z][^\n{<|]*\.\n/, (found, random) =>
    pick(['\n\nNew text.\n', `${found}\nMore of it.\n`], random),
  ),
  inLine('step', /^fixes\//, /^\d\. [^\n<]*$/m, (line, random) => `${line} Do it ${pick(words, random)}.`),
  inLine('heading', text, /^## [^\n]*$/m, (line) => `${line} now`),
  inLine(
    'minutes',
    /^fixes\//,
    /^minutes: \d+$/m,
    (_, random) => `minutes: ${1 + Math.floor(random() * 30)}`,
  ),
  inLine('wait', /^fixes\//, /^wait: \d+$/m, (_, random) => `wait: ${Math.floor(random() * 3) * 100}`),
  inLine(
    'edge',
    article,
    /(?:works|likelihood): [a-z-]+/,
    (line, random) => `${line.split(':')[0]}: ${pick(likelihoods, random)}`,
  ),
  inLine(
    'reason',
    article,
    /because: [^,}\n]*/,
    (found, random) => `${found.trimEnd()} ${pick(words, random)} `,
  ),
  inLine('lost edge', article, /^ {2}- \{ (?:cause|symptom): [^\n]*\}\n/m, () => ''),
  inLine(
    'new edge',
    /^fixes\//,
    /^solves:\n/m,
    (line, random, files) =>
      `${line}  - { cause: ${idIn(files, 'causes', random)}, works: ${pick(likelihoods, random)}, because: It may help }\n`,
  ),
  inLine(
    'new edge',
    /^causes\//,
    /^explains:\n/m,
    (line, random, files) =>
      `${line}  - { symptom: ${idIn(files, 'symptoms', random)}, likelihood: ${pick(likelihoods, random)}, because: It may be }\n`,
  ),
  inLine('requirement', /^fixes\//, /^requires: \[[^\]]*\]\n/m, () => ''),
  inLine(
    'alias',
    article,
    /^aliases: \[/m,
    (line, random) => `${line}other words ${Math.floor(random() * 1000)}, `,
  ),
  inLine(
    'screen text',
    article,
    /^summary: [^\n]*\n/m,
    (line, random) => `${line}says: ["Err ${Math.floor(random() * 5)}"]\n`,
  ),
  inLine('draft', article, /^---\ntitle: /, (line) => line.replace('title', 'draft: true\ntitle')),
  inLine('end of a draft', article, /^draft: true\n/m, () => ''),
  inLine('term', /^glossary/, /^ {2}meaning: [^\n]*$/m, more),
  inLine(
    'new term',
    /^glossary/,
    /^- id: /m,
    (line, random) =>
      `- { id: term-${Math.floor(random() * 1e6)}, term: ${pick(['lever', 'bin', 'slot', 'dial'], random)}, meaning: A part of it. }\n${line}`,
  ),
  inLine('lost term', /^glossary/, /^- \{ id: term-\d+[^\n]*\n/m, () => ''),
  inLine('query', /^asked/, /^ {4}- [^\n]*$/m, more),
  inLine('place', /^ui-paths/, /path: \[[^\]]*/, (line) => `${line}, More`),
  inLine(
    'colour',
    /^pictures\//,
    /stroke-width="[\d.]+"/,
    (_, random) => `stroke-width="${1 + Math.floor(random() * 4)}"`,
  ),
  inLine('words of a picture', /^pictures\//, /<title>[^<]*/, more),
  inLine('question', /^questions\//, /^title: [^\n]*\?$/m, (line, random) =>
    line.replace('?', ` ${pick(words, random)}?`),
  ),
  inLine('answer', /^questions\//, /^ {4}label: [^\n]*$/m, more),
  inLine(
    'what answers tell',
    /^(?:questions\/|start)/,
    /: (?:almost-always|often|sometimes|seldom|rarely)\b/,
    (_, random) => `: ${pick(likelihoods, random)}`,
  ),
  inLine('first question', /^start/, /^ {4}title: [^\n]*\?$/m, (line, random) =>
    line.replace('?', ` ${pick(words, random)}?`),
  ),
  inLine('promise', /^site/, /^promise: [^\n]*$/m, more),
  inLine(
    'support',
    /^site/,
    /^ {2}minutes: \d+$/m,
    (_, random) => `  minutes: ${20 + Math.floor(random() * 60)}`,
  ),
  inLine('group', /^site/, /^ {2}- title: [^\n]*$/m, more),
  look,
  report,
  rename,
  remove,
  copy,
];

/** The owner sets another look, of which the compiled site is made. */
function look(files: Files, random: () => number): string | undefined {
  files.set('style.css', `:root {\n  --radius: ${Math.floor(random() * 9) / 8}rem;\n}\n`);
  return 'look';
}

/** Readers report that a fix has worked, or that it has not. */
function report(files: Files, random: () => number): string | undefined {
  const before = files.get('evidence.yaml') ?? 'reports:\n';
  const symptom = idIn(files, 'symptoms', random);
  const row = `    - { tried: [${idIn(files, 'fixes', random)}], worked: ${random() < 0.5}, times: ${1 + Math.floor(random() * 40)} }\n`;
  const head = `  ${symptom}:\n`;
  files.set(
    'evidence.yaml',
    before.includes(head) ? before.replace(head, head + row) : `${before}${head}${row}`,
  );
  return `report of ${symptom}`;
}

/** Gives an article another id; its old page leads on, and every reference follows. */
function rename(files: Files, random: () => number): string | undefined {
  const file = pick(
    [...files.keys()].filter((name) => article.test(name)),
    random,
  );
  const [, folder = '', id = '', ending = ''] = /^(\w+)\/(.*)(\.mdx?)$/.exec(file) ?? [];
  const now = `${id.replace(/-now\d+$/, '')}-now${Math.floor(random() * 1000)}`;
  const reference = new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g');
  const picture = (text: string): string =>
    text.replace(/^picture: .*$/m, (line) => line.replaceAll(now, id));
  for (const [name, text] of files)
    if (!name.startsWith('pictures/')) files.set(name, picture(text.replace(reference, now)));
  const text = (files.get(file) ?? '').replace(/^was: .*\n/m, '').replace(/^---\n/, `---\nwas: [${id}]\n`);
  files.delete(file);
  files.set(`${folder}/${now}${ending}`, text);
  return `name of ${file}`;
}

/** Takes an article away, with the lines that name it. */
function remove(files: Files, random: () => number): string | undefined {
  const file = pick(
    [...files.keys()].filter((name) => article.test(name)),
    random,
  );
  const id = /([^/]*)\.mdx?$/.exec(file)?.[1] ?? '';
  files.delete(file);
  for (const [name, text] of files)
    files.set(name, text.replace(new RegExp(`^.*(?<![\\w-])${id}(?![\\w-]).*\\n`, 'gm'), ''));
  return `end of ${file}`;
}

/** A new fix much like another one. */
function copy(files: Files, random: () => number): string | undefined {
  const file = pick(
    [...files.keys()].filter((name) => name.startsWith('fixes/')),
    random,
  );
  const text = (files.get(file) ?? '')
    .replace(/^was: .*\n/m, '')
    .replace(/^title: (.*)$/m, 'title: Again $1');
  files.set(`fixes/new-${Math.floor(random() * 1e6)}.${file.endsWith('x') ? 'mdx' : 'md'}`, text);
  return `copy of ${file}`;
}

function idIn(files: Files, folder: string, random: () => number): string {
  const ids = [...files.keys()].flatMap(
    (file) => new RegExp(`^${folder}/(.*)\\.mdx?$`).exec(file)?.[1] ?? [],
  );
  return pick(ids, random);
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}
