import { existsSync } from 'node:fs';
import type { Problem } from '../../domain/problems/problem.ts';
import { todoProblemKind, todoRemedies, type TodoKind } from '../../domain/problems/todo.ts';
import { textsOf, type Content, type TextFile } from '../content.ts';
import { isDraft, todosIn } from './drafts.ts';

/** What is to be decided in drafts, and what finished articles have left open. */
export function checkTodos(content: Content): readonly Problem[] {
  return textsOf(content).flatMap((file) => [...checkComments(file), ...checkIncoming(file)]);
}

function checkComments(file: TextFile): readonly Problem[] {
  const draft = isDraft(file);
  return todosIn(file).map(({ word, ask, line, column }): Problem => {
    const place = file.placeAt(line, column);
    if (!draft)
      return {
        kind: 'undecided',
        place,
        message: 'Something is still to be decided here, but the article is no draft.',
        hint: 'Decide it and delete the comment, or write `draft: true` into the front matter.',
      };
    const kind = todoProblemKind(word);
    const remedy = todoRemedies[kind.slice('todo-'.length) as TodoKind];
    const asked = ask === '' ? 'Something is to be decided here.' : ask;
    return {
      kind,
      place,
      message: /[.?!…”]$/.test(asked) ? asked : `${asked}.`,
      hint: `${remedy} Then delete the comment.`,
    };
  });
}

/** The import puts a file beside a draft that its author has edited. */
function checkIncoming(file: TextFile): readonly Problem[] {
  if (!existsSync(`${file.path}.incoming`)) return [];
  return [
    {
      kind: 'todo-incoming',
      place: { ...file.placeOf(['title']) },
      message: `The source of this article has changed; \`${file.file}.incoming\` is what it would give now.`,
      hint: todoRemedies.incoming,
    },
  ];
}
