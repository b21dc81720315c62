/**
 * What a permission lets an app do, in our own words, read out of its name: names are built from a thing, a verb and a
 * reach (`Mail.ReadWrite.Shared`), so 900 of them need little more than a hundred words.
 */
import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import { brands, counted, hyphened, uncounted, wholeWords } from './permission-spelling.ts';
import { things } from './permission-things.ts';
import {
  deeds,
  ofOtherApis,
  places,
  reaches,
  special,
  specialAlone,
  verbs,
  wholes,
} from './permission-words.ts';

/** Whose name it is; the lists know more of it, which its words do not need. */
interface Named {
  readonly name: string;
}

type Scheme = 'work' | 'personal' | 'application';

export function describePermission(fact: Named, scheme: Scheme): string {
  const known =
    (scheme === 'application' ? specialAlone[fact.name] : undefined) ?? special[fact.name];
  if (known !== undefined) return known;
  const [thing = '', verb = '', ...reach] = fact.name.split('.');
  const whole = reach[0] === 'All' || reach.length === 0 ? undefined : wholes[thing];
  const noun = whole
    ? `${whole} (${small(spaced(reach.shift() ?? '')).replace(/ policy$/, '')})`
    : (things[thing] ?? thingInWords(thing));
  const own = scheme === 'application' ? 'everybody’s' : 'your';
  const isOwn =
    reach.length === 0 &&
    /^(Mail|MailboxSettings|Calendars|Contacts|Files|Notes|Tasks|Presence|Chat|OnlineMeetings)$/.test(
      thing,
    );
  const whose = isOwn ? `${own} ` : '';
  const deed = deeds[`${thing}.${verb}`] ?? deeds[verb] ?? verbInWords(verb);
  const about = deed.includes('{}') && !/For(?:Team|Chat|User)$/.test(verb) ? thing : undefined;
  const ends = reach.map((part) => reachInWords(part, scheme, about)).filter(Boolean);
  return `${[deed.replace('{}', `${whose}${noun}`), ...ends].join(', ')}.`;
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

/** Things that belong to people. */
const ofPeople =
  /^(User|Mail|Calendars|Contacts|Notes|Tasks|Presence|OnlineMeetings|People$)(?!Settings)/;

/** Things of which a person sees some, and an app on its own all. */
const inPlaces =
  /^(Files$|Sites$|Group(?!-)|Channel|Chat|Team$|Team(Member|Settings|Templates)|Teams(Activity|App|AppInstallation|Tab)$)/;

/** Things whose own words say already that they are the organisation's. */
const ofOrganisation = /^(AppCatalog|Directory|OrgContact|Organization|Policy)$/;

/** @param thing `undefined` where the deed says itself what it is done to */
function reachInWords(part: string, scheme: Scheme, thing: string | undefined): string {
  if (part !== 'All') return reaches[part] ?? small(spaced(part));
  const isAlone = scheme === 'application';
  if (thing === undefined) return isAlone ? 'without anybody signed in' : '';
  if (ofOrganisation.test(thing)) return '';
  if (ofPeople.test(thing)) {
    return isAlone ? 'of everybody, without anybody signed in' : 'of everybody the person may see';
  }
  if (!inPlaces.test(thing)) return 'of the whole organisation';
  return isAlone
    ? 'all of the organisation’s, without anybody signed in'
    : 'all that the person may see';
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
  const plain = words
    .split(' ')
    .map((word) => {
      const whole = wholeWords[word.toLowerCase()];
      if (whole !== undefined) return whole;
      if (/^[A-Z]{2,}$/.test(word) || brands.includes(word)) return word;
      if (/^(?:Ai|Id|Pc|Qr)$/i.test(word)) return word.toUpperCase();
      return word.toLowerCase();
    })
    .join(' ');
  return hyphened.reduce((text, [apart, together]) => text.replace(apart, together), plain);
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
