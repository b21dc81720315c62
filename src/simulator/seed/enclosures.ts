/** Files that letters carry, each made when it is asked for. */
import type { Enclosure } from './letter.ts';
import { fringes } from './picture.ts';

function file(name: string, contentType: string, text: () => string): Enclosure {
  return { name, contentType, bytes: async () => new TextEncoder().encode(text()) };
}

/** The smallest PDF that viewers open: one page, lines of Helvetica (Latin letters only). */
export function pdf(name: string, lines: readonly string[]): Enclosure {
  return file(name, 'application/pdf', () => {
    const shown = lines.map((line) => `(${line.replaceAll(/[^ -~]|[()\\]/g, '')}) Tj T*`);
    const page = `BT /F 14 Tf 22 TL 60 770 Td ${shown.join(' ')} ET`;
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
      `<</Length ${page.length}>>stream\n${page}\nendstream`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ];
    let text = '%PDF-1.4\n';
    const offsets = objects.map((object, at) => {
      const offset = text.length;
      text += `${at + 1} 0 obj${object}endobj\n`;
      return `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    return `${text}xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  });
}

/** iCalendar (RFC 5545) as invitations carry it; an hour long. */
export function invitation(
  uid: string,
  summary: string,
  organizer: string,
  start: number,
): Enclosure {
  const stamp = (time: number) =>
    `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return file('invite.ics', 'text/calendar', () =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Northlight//Calendar//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp(start)}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(start + 3_600_000)}`,
      `SUMMARY:${summary}`,
      `ORGANIZER:mailto:${organizer}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
}

export function interferogram(name: string, key: number, contentId?: string): Enclosure {
  return {
    name,
    contentType: 'image/png',
    ...(contentId === undefined ? {} : { contentId }),
    bytes: () => fringes(key, 320, 200),
  };
}
