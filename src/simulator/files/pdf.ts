/** Writes a small valid PDF of one page: a title, lines of text, and the table of offsets that readers insist on. */

export function pdf(title: string, lines: readonly string[]): Uint8Array {
  const text = [
    'BT /F1 18 Tf 56 780 Td',
    `(${escaped(title)}) Tj`,
    '/F1 11 Tf 0 -28 Td 16 TL',
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(title)}) /Producer (Northlight Instruments) >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R /Info ${size - 1} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** The plain font knows Latin letters only, written as octal numbers since offsets count bytes; what it lacks is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\x20-\xff]/g, '')
    .trim()
    .replaceAll(
      /[\\()\x80-\xff]/g,
      (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
    );
}
