import type { LinkCaution } from './link-target.ts';
import type { LookAlike } from './look-alike.ts';

/** One sentence on what is not as it looks, of one link among others or of the one that is meant. */
export function cautionInWords(caution: LinkCaution, link = 'A link'): string {
  switch (caution.kind) {
    case 'other-host':
      return `${link} says ${caution.shown} and opens ${caution.opens}.`;
    case 'name-before-host':
      return `${link} begins with a name before an @, which is not where it leads: it opens ${caution.host}.`;
    case 'number':
      return `${link} leads to a number instead of a name: ${caution.host}.`;
    case 'look-alike':
      return `${link} leads to ${lookAlikeInWords(caution.twin)}.`;
  }
}

/** `xn--pple-43d.com, which looks like apple.com` */
export function lookAlikeInWords({ kind, host, of }: LookAlike): string {
  switch (kind) {
    case 'mixed-letters':
      return `${host}, whose letters are of several alphabets`;
    case 'same-look':
      return `${host}, which looks like ${of}`;
    case 'near-miss':
      return `${host}, which is nearly ${of}`;
    case 'borrowed-name':
      return `${host}, which uses the name of ${of}`;
  }
}
