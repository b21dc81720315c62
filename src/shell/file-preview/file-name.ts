/** Names of files as strangers give them: what of them may be shown, and what of them may be saved. */

import { trimEnd } from '#lib/trim-end.ts';

/** Signs that are not seen, and those that turn the direction of what follows (`invoice\u202Efdp.exe`). */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Names that are devices and no files on Windows. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name without what could deceive the eye; never empty. */
export function shownName(name: string): string {
  return name.normalize('NFC').replaceAll(unseen, '').trim() || 'Attachment without a name';
}

/** A name that every system takes, in the folder that downloads go to and in no other. */
export function savedName(name: string): string {
  const begun = shownName(name)
    .replaceAll(/[/\\:*?"<>|]+/g, '_')
    .replace(/^[.\s]+/, '');
  const plain = trimEnd(begun, '. \u00a0\u3000');
  const { stem, ending } = parts(plain || 'attachment');
  const safe = devices.test(stem.split('.')[0] ?? '') ? `_${stem}` : stem;
  return [...safe].slice(0, 120).join('') + [...ending].slice(0, 20).join('');
}

function parts(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0
    ? { stem: name.slice(0, dot), ending: name.slice(dot) }
    : { stem: name, ending: '' };
}

const programs =
  /\.(exe|com|scr|pif|cpl|msi|msix|appx|bat|cmd|ps1|psm1|vbs?|vbe|jse?|mjs|wsf|wsh|hta|lnk|url|reg|jar|jnlp|iso|img|vhdx?|dmg|pkg|app|command|sh|py|chm|dll|sys|gadget|application|scf|inf|settingcontent-ms|library-ms|diagcab|one|xll|docm|dotm|xlsm|xltm|pptm|potm|svg|html?|shtml|xhtml|mht|mhtml|xml)$/i;
const documents = /\.(pdf|docx?|xlsx?|pptx?|txt|jpe?g|png|gif|zip|csv)\.[a-z\d]+$/i;

/** What to know of a file before opening it; `undefined` for ordinary ones. */
export function fileCaution(name: string): string | undefined {
  const shown = shownName(name);
  if (/[\u202a-\u202e\u2066-\u2069]/.test(name)) {
    return `Its name was written to look like another kind of file; it ends in ${parts(shown).ending || 'nothing'}.`;
  }
  if (!programs.test(shown)) return undefined;
  return documents.test(shown)
    ? 'It calls itself a document and is a program.'
    : 'This kind of file can run programs. Open it only if you know why it was sent.';
}
