/** Requests that the permission lists leave out, and those that they have in their place. */
import { anyParameters } from './request-path.ts';

/**
 * Paths that the lists leave out and that open with another one (found by comparison with the reference): the bytes of a
 * thing, one thing of a collection, another name of the calendar, an item by its place, oneself under both names, a drive
 * by the place it belongs to, a thing by another key, a function with other parameters.
 */
export function derived(path: string): string[] {
  const withoutValue = path.replace(/\/\$(value|count|ref)$/, '');
  const calendar = withoutValue.replace(
    /^(\/me|\/users\/[^/]+)\/calendarview/,
    '$1/calendar/calendarview',
  );
  const ownCalendar = calendar.replace(/^(\/me|\/users\/[^/]+)\/calendar$/, '$1/calendars/{id}');
  const item = ownCalendar.replace(/\/root:\/\{id\}(:|$)/, '/items/{id}');
  const drive = item
    .replace(/^\/(?:me|(?:users|groups|sites)\/[^/]+)\/drives\/[^/]+/, '/drives/{id}')
    .replace(/^\/sites\/[^/]+\/lists\/[^/]+\/drive(?=\/|$)/, '/sites/{id}/drive')
    .replace(/^\/drive(?=\/|$)/, '/me/drive');
  const rooted = drive.replace(/(\/drives\/[^/]+|\/drive)\/root\/(?=[a-z])/, '$1/items/{id}/');
  const keyed = rooted.replace(/\/([a-z]+)\(\w+=\{id\}\)(?=\/|$)/, '/$1/{id}');
  const forms = [...new Set([withoutValue, calendar, ownCalendar, item, drive, rooted, keyed])];
  const functions = forms.flatMap(anyParameters);
  const parents = forms
    .filter((form) => !asksFunction.test(form) && !ofAnyKind.test(form))
    .flatMap((form) => [form, form.replace(/\/[^/]+$/, '')])
    .filter((form) => form.split('/').length > 2);
  const selves = [...functions, ...parents].flatMap((form) => [
    form,
    form.startsWith('/me/')
      ? form.replace('/me/', '/users/{id}/')
      : form.replace(/^\/users\/[^/]+\//, '/me/'),
  ]);
  return [...new Set(selves)].filter((form) => form !== path);
}

/** What a function answers is no part of the thing it is asked of. */
export const asksFunction = /\/(?:microsoft\.graph\.)?(?:get[a-z]{4,}|delta)(?:\([^/]*\))?$/;

/** One thing among those of many kinds says nothing of its kind, and each kind takes another permission. */
const ofAnyKind = /^\/directory\/deleteditems(?:\/[^/.]+)?$/;

/** Requests of another method that take the same right. */
export function sameRight(
  method: string,
  path: string,
): readonly (readonly [method: string, path: string])[] {
  const asked = method.toUpperCase();
  // A reference is added by whoever may take it away; the lists name only the latter.
  if (asked === 'POST' && path.endsWith('/$ref')) {
    const members = path.slice(0, -'/$ref'.length);
    return [
      ['DELETE', `${members}/{id}/$ref`],
      ['DELETE', `${members}/{id}`],
    ];
  }
  // Whoever may change a thing may put it in its place, or take it away; the lists have one of these now and then.
  const others: Readonly<Record<string, readonly string[]>> = {
    PUT: ['PATCH'],
    PATCH: ['PUT', 'DELETE'],
  };
  const change = (others[asked] ?? []).map((other) => [other, path] as const);
  // An open extension is a part of its thing, and written by whoever may change that.
  const extended = /^(.+)\/extensions(?:\/[^/]+)?$/.exec(path)?.[1];
  if (extended !== undefined)
    return asked === 'GET' ? [['GET', extended]] : [...change, ['PATCH', extended]];
  // A function of a workbook reckons in a session, as what changes it does.
  const workbook = /^(.+\/workbook)\/functions\/[^/]+$/.exec(path)?.[1];
  return workbook !== undefined && asked === 'POST'
    ? [['POST', `${workbook}/createsession`]]
    : change;
}

/**
 * The longest first; nothing is guessed far below `/me` or another thing at the top, nor anything that is written there: a
 * calendar is no part of its person.
 */
export function beginningsOf(path: string, method: string): string[] {
  const segments = path.split('/').filter(Boolean);
  const top = /^(?:users|groups)$/.test(segments[0] ?? '') ? 2 : 1;
  return segments
    .map((_, left) => segments.slice(0, segments.length - left))
    .slice(1)
    .filter(({ length }) => length > top || (isReading(method) && length === segments.length - 1))
    .map((beginning) => `/${beginning.join('/')}`)
    .filter((beginning) => !ofAnyKind.test(beginning));
}

const isReading = (method: string) => method === '' || /^(?:GET|HEAD)$/i.test(method);

/**
 * What is written below a thing takes most often what changing the thing takes; below what stands at the top there is too
 * much for that.
 */
export function guessedBy(method: string, beginning: string): readonly string[] {
  return isReading(method) || beginning.split('/').length < 4 ? [method] : [method, 'PATCH', 'PUT'];
}
