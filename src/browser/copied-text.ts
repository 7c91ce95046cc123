/** What is copied of a program text: of a talk with a console, only what is typed there, without its prompts. */
export function copiedText(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  if (!lines.some((line) => prompt.test(line))) return lines.join('\n');
  const typed: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (!goesOn && !prompt.test(line)) continue;
    typed.push(goesOn ? line.replace(/^> /, '') : line.replace(prompt, ''));
    goesOn = line.endsWith('\\');
  }
  return typed.join('\n');
}

/** A dollar sign before a command; a variable has its letters right behind it. */
const prompt = /^\$ /;
