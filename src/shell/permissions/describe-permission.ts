/**
 * What a permission lets an app do, in our own words, read out of its name: names are built from a thing, a verb and a
 * reach (`Mail.ReadWrite.Shared`), so 900 of them need some forty words.
 */
import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import {
  brands,
  counted,
  deeds,
  ofOtherApis,
  places,
  reaches,
  special,
  things,
  uncounted,
  verbs,
  wholes,
} from './permission-words.ts';

/** Whose name it is; the lists know more of it, which its words do not need. */
interface Named {
  readonly name: string;
}

type Scheme = 'work' | 'personal' | 'application';

export function describePermission(fact: Named, scheme: Scheme): string {
  const known = special[fact.name];
  if (known !== undefined) return known;
  const [thing = '', verb = '', ...reach] = fact.name.split('.');
  const whole = reach[0] === 'All' || reach.length === 0 ? undefined : wholes[thing];
  const noun = whole
    ? `${whole} (${small(spaced(reach.shift() ?? ''))})`
    : (things[thing] ?? thingInWords(thing));
  const own = scheme === 'application' ? 'everybody’s' : 'your';
  const isOwn =
    reach.length === 0 &&
    /^(Mail|MailboxSettings|Calendars|Contacts|Files|Notes|Tasks|Presence|Chat)$/.test(thing);
  const whose = isOwn ? `${own} ` : '';
  const ends = reach.map((part) => reachInWords(part, scheme, thing)).join(', ');
  const deed = deeds[`${thing}.${verb}`] ?? deeds[verb] ?? verbInWords(verb);
  return `${deed.replace('{}', `${whose}${noun}`)}${ends ? `, ${ends}` : ''}.`;
}

/** @returns words for a scope of whichever API; `undefined` where nobody here has any */
export function describeScope(
  scope: string,
  fact: Named | undefined,
  scheme: Scheme,
): string | undefined {
  return fact ? describePermission(fact, scheme) : ofOtherApis[scope];
}

/** Part of a sentence. Where the lists are not at hand, what Graph gave is taken for one of its names. */
export function scopeInOurWords(scope: string, isOfGraph: boolean): string | undefined {
  const known = scopeInWords(scope);
  if (known !== undefined || !isOfGraph) return known;
  const words = describePermission({ name: scope }, 'work');
  return words.charAt(0).toLowerCase() + words.slice(1, -1);
}

/** Things that belong to people or places; of the others there is one, the organisation's. */
const several =
  /^(User|Mail|Calendars|Contacts|Files|Sites|Notes|Tasks|Group|GroupMember|Team|Channel|ChannelMessage|Chat|Presence|OnlineMeetings|People|Place)/;

function reachInWords(part: string, scheme: Scheme, thing: string): string {
  if (part === 'All') {
    if (!several.test(thing)) return 'of the whole organisation';
    return scheme === 'application'
      ? 'of everybody, without anybody signed in'
      : 'of everybody the person may see';
  }
  return reaches[part] ?? small(spaced(part));
}

/** `{}` stands for what it is about. */
function verbInWords(verb: string): string {
  const known = verbs[verb];
  if (known !== undefined) return `${known} {}`;
  if (verb === '') return 'Use {}';
  const installed =
    /^(Read|ReadWrite|Manage)(AndConsent)?(Self|Selected)?For(Team|Chat|User)$/.exec(verb);
  if (installed) {
    const [, doing = '', consent, which, place = ''] = installed;
    const only = which === 'Self' ? ', only its own' : ', only chosen ones';
    return `${verbs[doing]} {} ${places[place]}${which ? only : ''}${consent ? ', and agree to what apps ask there' : ''}`;
  }
  // Of a new one its own words are told, and not that we understood them.
  return `Do what “${small(spaced(verb))}” says with {}`;
}

/** `DeviceTemplate`: device templates. `User-Mail`: users (mail); how the two belong together no name tells. */
function thingInWords(name: string): string {
  const [whole = '', ...parts] = name.split('-').map((part) => small(spaced(part)));
  return parts.length > 0 ? `${inPlural(whole)} (${parts.join(' ')})` : inPlural(whole);
}

/** Of what can be counted a permission is about all that there are, whatever number its name is in. */
function inPlural(words: string): string {
  if (uncounted.test(words) && !counted.test(words)) return words;
  if (/[^aeiou]y$/.test(words)) return words.replace(/y$/, 'ies');
  return `${words}s`;
}

/** In small letters, but for abbreviations and brands: `Azure AD group`. */
function small(words: string): string {
  return words
    .split(' ')
    .map((word) => {
      if (/^[A-Z]{2,}$/.test(word) || brands.includes(word)) return word;
      if (/^(?:Ai|Id|Pc|Qr)$/i.test(word)) return word.toUpperCase();
      return word.toLowerCase();
    })
    .join(' ');
}

const brand = new RegExp(`(${brands.join('|')})(?=[A-Z]|$|-)`);

function spaced(name: string): string {
  return name
    .split(brand)
    .map((part) =>
      brands.includes(part)
        ? part
        : part
            .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
            .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2'),
    )
    .join(' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
