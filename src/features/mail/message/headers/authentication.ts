/** What the receiving server found out about where a letter is from (RFC 8601), and what that means. */
import { registered } from '#shell/html-body/links/look-alike.ts';
import { valuesOf, withoutComments, type HeaderField } from './header-fields.ts';

export interface Check {
  readonly name: 'SPF' | 'DKIM' | 'DMARC' | 'Microsoft';
  /** As the server wrote it: `pass`, `fail`, `softfail`, `none`, ... */
  readonly result: string;
  /** The domain that was checked. */
  readonly about: string | undefined;
  readonly explanation: string;
}

export interface Authentication {
  readonly checks: readonly Check[];
  readonly verdict: 'verified' | 'failed' | 'internal' | 'unknown';
}

/**
 * Only the topmost report is read. A sender can write such a field as well, but only the server that received the letter
 * writes above all others.
 *
 * @param address the sender's, as the person sees it
 */
export function authenticationOf(
  fields: readonly HeaderField[],
  address: string,
): Authentication | undefined {
  const isInternal =
    valuesOf(fields, 'X-MS-Exchange-Organization-AuthAs')[0]?.trim() === 'Internal';
  const [report] = valuesOf(fields, 'Authentication-Results');
  const results = report === undefined ? [] : readResults(report);
  if (results.length === 0 && !isInternal) return undefined;
  const checks = results.map(toCheck).filter((check) => check !== undefined);
  return { checks, verdict: isInternal ? 'internal' : verdictOf(results, address) };
}

interface Result {
  readonly method: string;
  readonly result: string;
  readonly properties: Readonly<Record<string, string>>;
}

function readResults(report: string): Result[] {
  return withoutComments(report)
    .split(';')
    .map((part) => {
      const words = part.trim().split(/\s+/);
      const pairs = words
        .map((word) => /^([^=]+)=(.*)$/.exec(word))
        .filter((pair) => pair !== null);
      const [first, ...rest] = pairs;
      if (!first) return undefined;
      const properties = rest.map(([, name = '', value = '']) => [name.toLowerCase(), value]);
      return {
        method: first[1]?.toLowerCase() ?? '',
        result: first[2]?.toLowerCase() ?? '',
        properties: Object.fromEntries(properties) as Record<string, string>,
      };
    })
    .filter((result) => result !== undefined);
}

function verdictOf(results: readonly Result[], address: string): Authentication['verdict'] {
  const of = (method: string) => results.filter((each) => each.method === method);
  const says = (method: string, ...wanted: string[]) =>
    of(method).some(({ result }) => wanted.includes(result));
  if (says('dmarc', 'fail') || says('compauth', 'fail')) return 'failed';
  const host = registered(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  const isOwn = (domain: string | undefined) =>
    domain !== undefined && registered(domain.toLowerCase()) === host;
  const isConfirmed =
    of('dmarc').some(
      ({ result, properties }) => result === 'pass' && isOwn(properties['header.from']),
    ) ||
    of('dkim').some(({ result, properties }) => result === 'pass' && isOwn(properties['header.d']));
  if (isConfirmed) return 'verified';
  const isRefused = says('spf', 'fail') && !says('dkim', 'pass');
  return isRefused || (says('dkim', 'fail') && !says('spf', 'pass')) ? 'failed' : 'unknown';
}

const names: Readonly<Record<string, Check['name']>> = {
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  compauth: 'Microsoft',
};

function toCheck({ method, result, properties }: Result): Check | undefined {
  const name = names[method];
  if (!name) return undefined;
  const mailFrom = properties['smtp.mailfrom'] ?? properties['smtp.helo'];
  const about = {
    SPF: mailFrom?.slice(mailFrom.lastIndexOf('@') + 1),
    DKIM: properties['header.d'],
    DMARC: properties['header.from'],
    Microsoft: undefined,
  }[name];
  const whose = about || 'the domain';
  return { name, result, about, explanation: explain(name, result, whose, properties) };
}

function explain(
  name: Check['name'],
  result: string,
  whose: string,
  properties: Readonly<Record<string, string>>,
): string {
  const isPassed = result === 'pass';
  switch (name) {
    case 'SPF':
      if (isPassed) return `${whose} allows the server that handed the letter in to send for it.`;
      return result === 'none'
        ? `${whose} does not say which servers may send for it.`
        : `${whose} does not count the server that handed the letter in among its own.`;
    case 'DKIM':
      if (isPassed) return `${whose} signed the letter, and nobody has changed it since.`;
      return result === 'none'
        ? 'Nobody signed the letter.'
        : `The signature of ${whose} does not fit: it is not theirs, or the letter was changed.`;
    case 'DMARC':
      if (isPassed) return `The sender one sees, ${whose}, is the one that was checked.`;
      return result === 'none' || result === 'bestguesspass'
        ? `${whose} does not say what to do with letters that fail these checks.`
        : `The sender one sees, ${whose}, is not the one that was checked.`;
    case 'Microsoft':
      return `Microsoft’s own judgement of all of it${reasonInWords(properties['reason'])}`;
  }
}

/** First figures of the reason code, by Microsoft's documentation of `compauth`. */
function reasonInWords(reason: string | undefined): string {
  const words: Record<string, string> = {
    '0': 'the checks that the sender’s domain asks for failed',
    '1': 'it passed',
    '2': 'it passed, as far as could be told without help from the domain',
    '3': 'it was not judged',
    '4': 'it was let past the judgement',
    '6': 'it failed, and claims to be from your organisation',
    '7': 'it passed',
    '9': 'it was let past the judgement',
  };
  const found = words[reason?.[0] ?? ''];
  return found ? `: ${found} (reason ${reason}).` : '.';
}
