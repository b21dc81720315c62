/** The numbers of Entra’s refusals, wherever and however somebody wrote them. */

export function numbersIn(pasted: string): number[] {
  // In an address the end of a line is `%0A`, which would make one word with what follows.
  const plain = pasted.replace(/%(?:25)*[\da-f]{2}/gi, ' ');
  const written = [
    // As people write it from memory, too: a letter lost, a space between.
    ...plain.matchAll(/\bA{1,2}DSTS[\s:-]{0,2}(\d{5,8})/gi),
    ...pasted.matchAll(/\berror(?:\s+code)?\s*[:#]\s*(\d{5,8})\b/gi),
    ...pasted.matchAll(/^\s*(\d{5,8})\s*$/g),
  ];
  const listed = /"error_codes"\s*:\s*\[([\d,\s]*)\]/.exec(pasted)?.[1]?.split(',') ?? [];
  const linked = [...pasted.matchAll(/[?&]code=(\d{5,8})\b/g)];
  const all = [...written, ...linked].map((match) => match[1]);
  return [...new Set([...all, ...listed].map(Number).filter((number) => number > 0))];
}
