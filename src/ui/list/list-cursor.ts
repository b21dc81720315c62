/** Where the tab stop of a list stands, and which choices it has asked for. */
export interface ListCursor {
  readonly key: string | undefined;
  /** What was chosen when last looked at. */
  readonly chosen: string | undefined;
  /** Choices asked for that have not shown yet, oldest first. */
  readonly asked: readonly string[];
}

/**
 * The cursor after another thing has been chosen. A choice that it asked for itself leaves it alone: it may have moved
 * on meanwhile, and going back would take the focused row out of the document. Any other choice takes it along; taking
 * the choice away leaves it where it was.
 */
export function afterChoice(cursor: ListCursor, chosen: string | undefined): ListCursor {
  if (chosen === undefined) return { ...cursor, chosen, asked: [] };
  const at = cursor.asked.indexOf(chosen);
  return at < 0
    ? { key: chosen, chosen, asked: [] }
    : { ...cursor, chosen, asked: cursor.asked.slice(at + 1) };
}
