import { describe, expect, test } from 'vitest';
import { fileCaution, savedName, shownName } from './file-name.ts';

test('a name that turns around is shown as it is', () => {
  expect(shownName('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
  expect(shownName('a\u200b\u2066b\u2069.pdf')).toBe('ab.pdf');
  expect(shownName('a\r\nb.pdf')).toBe('ab.pdf');
  expect(shownName(' \u0000 ')).toBe('Attachment without a name');
  expect(shownName('عقد.pdf')).toBe('عقد.pdf');
});

describe('a saved name', () => {
  test.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\x.dll', 'C_Windows_x.dll'],
    ['.bashrc', 'bashrc'],
    ['a.pdf. ', 'a.pdf'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
    ['...', 'attachment'],
    ['Angebot für März.pdf', 'Angebot für März.pdf'],
  ])('%s is %s', (name, saved) => {
    expect(savedName(name)).toBe(saved);
  });

  test('is never too long, and keeps its ending', () => {
    const saved = savedName(`${'x'.repeat(5000)}.pdf`);
    expect(saved).toHaveLength(124);
    expect(saved.endsWith('.pdf')).toBe(true);
  });
});

test('files that run, or pretend, are named', () => {
  expect(fileCaution('plan.pdf')).toBeUndefined();
  expect(fileCaution('invoice.pdf.exe')).toMatch(/is a program/);
  expect(fileCaution('macro.XLSM')).toMatch(/can run programs/);
  expect(fileCaution('page.html')).toMatch(/can run programs/);
  expect(fileCaution('invoice\u202efdp.exe')).toMatch(/ends in \.exe/);
});
