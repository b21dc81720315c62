/** Letters that Unicode does not take apart into a base letter and a mark. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** What two spellings have in common that a person in a hurry takes for the same: `O’Łódź` and `o'lodz` are `olodz`. */
export function fold(text: string): string {
  // Most need no more than this, and ten thousand are folded at once.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replaceAll("'", '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}|['’ʼ]/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter);
}
