import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';

/** A piece of a program text, and the class of the colour that it has; undefined for that of all text. */
export interface CodePiece {
  readonly text: string;
  readonly look: string | undefined;
}

/** What Shiki tells apart, by the classes of our few colours. */
const looks: Readonly<Record<string, string>> = {
  comment: 'c',
  constant: 'n',
  function: 'f',
  keyword: 'k',
  link: 's',
  string: 's',
  'string-expression': 's',
};

const theme = createCssVariablesTheme({ name: 'classes' });
const known = new Map<string, Promise<readonly CodePiece[]>>();
let highlighter: Promise<HighlighterCore> | undefined;

/** A program text in pieces with colours; in one piece where its language is none, or none that is known. The pieces together are the text. */
export function highlight(code: string, language: string | undefined): Promise<readonly CodePiece[]> {
  const key = `${language}\n${code}`;
  const pieces = known.get(key) ?? piecesOf(code, language?.toLowerCase());
  known.set(key, pieces);
  return pieces;
}

async function piecesOf(code: string, language: string | undefined): Promise<readonly CodePiece[]> {
  const plain = [{ text: code, look: undefined }];
  if (language === undefined || !Object.hasOwn(bundledLanguages, language)) return plain;
  const { default: grammars } = await bundledLanguages[language as keyof typeof bundledLanguages]();
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    // Grammars with a sign that only another engine knows are shown as far as this one goes.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const shiki = await highlighter;
  await shiki.loadLanguage(grammars);
  const lines = shiki.codeToTokensBase(code, {
    lang: language,
    theme: 'classes',
    tokenizeMaxLineLength: 2000,
    // No limit of time: a busy machine would give another page.
    tokenizeTimeLimit: 0,
  });
  return joined(
    lines.flatMap((line, index) => [
      ...(index > 0 ? [{ text: '\n', look: undefined }] : []),
      ...line.map(({ content, color = '' }) => ({
        text: content,
        look: looks[/token-([a-z-]+)/.exec(color)?.[1] ?? ''],
      })),
    ]),
  );
}

/** Pieces of one colour beside each other as one; space has the colour of what stands before it. */
function joined(pieces: readonly CodePiece[]): readonly CodePiece[] {
  const all: CodePiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && (last.look === piece.look || piece.text.trim() === ''))
      all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
