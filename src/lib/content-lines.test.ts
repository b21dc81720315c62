import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLine } from './content-lines.ts';

test('a folded line has no part above 75 octets, cuts no character and unfolds to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
      const line = value.replaceAll(/[\r\n]/g, '');
      const parts = foldLine(line).split('\r\n');
      for (const part of parts)
        expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
      expect(parts.every((part, at) => at === 0 || part.startsWith(' '))).toBe(true);
      expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join('')).toBe(line);
      expect(new TextDecoder().decode(new TextEncoder().encode(parts.join('')))).toBe(
        parts.join(''),
      );
    }),
  );
});
