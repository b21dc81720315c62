/** JSON objects in a text that the token endpoint may have answered. */
import { isTokenAnswer } from '#features/permissions/diagnose/checks/check-answer.ts';

export interface FoundAnswer {
  readonly start: number;
  readonly text: string;
}

/** An answer is never longer; a page may hold many braces. */
const longest = 100_000;

export function answersIn(text: string): FoundAnswer[] {
  const found: FoundAnswer[] = [];
  for (const { index } of text.matchAll(/\{\s*"[\w-]+"\s*:/g)) {
    const last = found.at(-1);
    if (last && index < last.start + last.text.length) continue;
    const object = objectAt(text, index);
    if (object !== undefined && isAnswerText(object)) found.push({ start: index, text: object });
  }
  return found;
}

/** Whether the whole text is that answer, alone or behind its status line and headers. */
export function isAnswer(text: string, { start, text: json }: FoundAnswer): boolean {
  return (
    text.slice(start + json.length).trim() === '' &&
    /^(?:HTTP\/[\d.]+ \d{3}[^]*\n\s*\n)?\s*$/.test(text.slice(0, start))
  );
}

function isAnswerText(json: string): boolean {
  try {
    return isTokenAnswer(JSON.parse(json) as object);
  } catch {
    return false;
  }
}

/** From an opening brace to the one that closes it; braces in strings are none. */
function objectAt(text: string, start: number): string | undefined {
  const end = Math.min(text.length, start + longest);
  let depth = 0;
  let isString = false;
  for (let at = start; at < end; at += 1) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(start, at + 1);
    }
  }
  return undefined;
}
