/** A piece of the body of an article, in the order of the page: HTML, or a component with its attributes and what stands in it. */
export type BodyPart =
  | string
  | {
      readonly name: string;
      readonly props: Readonly<Record<string, string | true>>;
      readonly inside: readonly BodyPart[];
    };

/** Whether a component stands in a body, at whatever depth. */
export function holds(parts: readonly BodyPart[], name: string): boolean {
  return parts.some((part) => typeof part !== 'string' && (part.name === name || holds(part.inside, name)));
}
