/** Texts that leave the product when somebody asks for them: a report, and what Microsoft's support wants to know. */
import type { Exchange } from '#http/exchange.ts';
import {
  causeInWords,
  durationInWords,
  isFailure,
  pathOf,
  statusInWords,
  titleOf,
} from '#features/timeline/exchange-in-words.ts';

/** Of one failure, in the order in which support asks. */
export function supportText(exchange: Exchange, cloud: string): string {
  const lines: (readonly [string, string | undefined])[] = [
    ['Time (UTC)', new Date(exchange.startedAt).toISOString()],
    ['Cloud', cloud],
    ['Request', `${exchange.method} ${exchange.url}`],
    ['Status', statusInWords(exchange)],
    ['request-id', exchange.requestId],
    ['client-request-id', exchange.clientRequestId],
    ['Trace ID', exchange.traceId],
    ['Correlation ID', exchange.correlationId],
    ['Duration', durationInWords(exchange.duration)],
    ['Resource', exchange.resource],
    ['Permissions of the token', exchange.tokenScopes.join(' ') || undefined],
    ['Error', errorOf(exchange)],
  ];
  const known = lines.filter((each): each is readonly [string, string] => Boolean(each[1]));
  const headers = exchange.responseHeaders.map(([name, value]) => `  ${name}: ${value}`);
  return [
    ...known.map(([name, value]) => `${name}: ${value}`),
    ...(headers.length > 0 ? ['Response headers:', ...headers] : []),
  ].join('\n');
}

/** Code and message, wherever this kind of server puts them. */
export function errorOf({ responseBody, parameters }: Exchange): string | undefined {
  const told = parameters.find(([name]) => name === 'error_description')?.[1];
  if (told) return told;
  try {
    const json = JSON.parse(responseBody?.text ?? '') as {
      error?: { code?: string; message?: string } | string;
      error_description?: string;
    };
    if (typeof json.error === 'string') return json.error_description ?? json.error;
    return json.error && [json.error.code, json.error.message].filter(Boolean).join(': ');
  } catch {
    return undefined;
  }
}

export function failureLog(exchanges: readonly Exchange[], cloud: string): string {
  const failures = exchanges.filter(isFailure).toReversed();
  if (failures.length === 0) return 'No failures since the page was opened.\n';
  return `${failures.map((each) => supportText(each, cloud)).join('\n\n')}\n`;
}

export function markdownReport(exchanges: readonly Exchange[], cloud: string): string {
  const failures = exchanges.filter(isFailure);
  const first = exchanges[0];
  const rows = exchanges.map((each) =>
    [
      new Date(each.startedAt).toISOString().slice(11, 23),
      causeInWords(each),
      `\`${cell(each.kind === 'api' ? `${each.method} ${pathOf(each)}` : titleOf(each))}\``,
      statusInWords(each),
      durationInWords(each.duration),
      each.requestId ?? each.traceId ?? '',
    ]
      .map(cell)
      .join(' | '),
  );
  return [
    '# What was sent and answered',
    '',
    `${cloud}, ${exchanges.length} messages${first ? ` since ${new Date(first.startedAt).toISOString()}` : ''}, ${failures.length} failed. Secrets were taken out before anything was recorded.`,
    '',
    '| time (UTC) | wanted by | message | status | duration | id |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    ...failures.flatMap((each) => [
      '',
      `## ${titleOf(each)}: ${statusInWords(each)}`,
      '',
      '```',
      supportText(each, cloud),
      '```',
    ]),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll(/[\r\n]+/g, ' ');
}
