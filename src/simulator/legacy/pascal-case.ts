/** Between the members of Graph and those of Exchange's own API: the same facts under the names of 2014. */

/** Version 1.0 had other names for these; version 2.0 took the ones that Graph has. */
const firstNames: Readonly<Record<string, string>> = {
  receivedDateTime: 'DateTimeReceived',
  sentDateTime: 'DateTimeSent',
  createdDateTime: 'DateTimeCreated',
  lastModifiedDateTime: 'DateTimeLastModified',
};

const bothNames: Readonly<Record<string, string>> = { mobilePhone: 'MobilePhone1' };

/** What the first version did not know yet. */
const later = new Set([
  'flag',
  'inferenceClassification',
  'internetMessageId',
  'conversationIndex',
  'transactionId',
  'locations',
  'allowNewTimeProposals',
  'hideAttendees',
  'isOnlineMeeting',
  'onlineMeeting',
  'onlineMeetingProvider',
  'onlineMeetingUrl',
]);

export type OutlookVersion = 'v1.0' | 'v2.0';

export function pascalName(name: string, version: OutlookVersion): string {
  const special = bothNames[name] ?? (version === 'v1.0' ? firstNames[name] : undefined);
  return special ?? name.charAt(0).toUpperCase() + name.slice(1);
}

export function camelName(name: string, version: OutlookVersion): string {
  const special = Object.entries(version === 'v1.0' ? { ...bothNames, ...firstNames } : bothNames);
  const found = special.find(([, theirs]) => theirs.toLowerCase() === name.toLowerCase());
  return found?.[0] ?? name.charAt(0).toLowerCase() + name.slice(1);
}

/** Words of lists of choices began with a capital; HTML was all capitals. */
const chosenWords = new Set([
  ...['importance', 'contentType', 'showAs', 'sensitivity', 'type', 'response', 'responseStatus'],
  ...['flagStatus', 'inferenceClassification', 'color', 'locationType', 'uniqueIdType'],
  ...['firstDayOfWeek', 'index', 'daysOfWeek'],
]);

export function pascalCased(value: unknown, version: OutlookVersion): unknown {
  if (Array.isArray(value)) return value.map((each) => pascalCased(each, version));
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name.startsWith('@') || name === 'value') made[name] = pascalCased(member, version);
    else if (version === 'v1.0' && later.has(name)) continue;
    else if (version === 'v1.0' && /^(start|end)$/.test(name)) flatten(made, name, member);
    else made[pascalName(name, version)] = chosenWord(name, pascalCased(member, version));
  }
  return made;
}

function chosenWord(name: string, value: unknown): unknown {
  if (!chosenWords.has(name)) return value;
  if (Array.isArray(value)) return value.map((each) => chosenWord(name, each));
  if (typeof value !== 'string' || value === '') return value;
  return value === 'html' ? 'HTML' : value.charAt(0).toUpperCase() + value.slice(1);
}

/** Times were plain then, with the zone beside them. */
function flatten(made: Record<string, unknown>, name: string, member: unknown): void {
  const { dateTime, timeZone } = (member ?? {}) as { dateTime?: string; timeZone?: string };
  const title = pascalName(name, 'v1.0');
  made[title] = dateTime === undefined ? null : `${dateTime.slice(0, 19)}Z`;
  made[`${title}TimeZone`] = timeZone ?? null;
}

/** Query options and the path below `/me`, in Graph's names. */
export function graphQuery(search: URLSearchParams, version: OutlookVersion): URLSearchParams {
  const made = new URLSearchParams();
  for (const [name, value] of search) {
    const isNames = /^\$(select|orderby|filter|expand)$/i.test(name);
    // Outside quotation marks, words that begin with a capital are members.
    const translated = isNames
      ? value
          .split(/('(?:[^']|'')*')/)
          .map((part, at) =>
            at % 2 === 1
              ? part
              : part.replaceAll(/\b[A-Z][A-Za-z0-9]+\b(?!:)/g, (word) => camelName(word, version)),
          )
          .join('')
      : value;
    made.set(name, translated);
  }
  return made;
}
