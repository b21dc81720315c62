/** Lines as vCard and iCalendar files have them (RFC 6350 section 3.2, RFC 5545 section 3.1). */

/** Octets a line may have, without its break. */
const longest = 75;

const encoder = new TextEncoder();

/** Breaks a long line where no character is cut; what follows a break begins with a blank that is not part of it. */
export function foldLine(line: string): string {
  if (encoder.encode(line).length <= longest) return line;
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > longest) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}
