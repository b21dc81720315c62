/** An exchange as the messages that travelled, as far as they were recorded. */
import type { Exchange, Field, RecordedBody } from '#http/exchange.ts';
import { curlCommand } from '#lib/curl.ts';
import { formatBytes } from '#lib/format-number.ts';

export function requestText(exchange: Exchange): string {
  const url = URL.parse(exchange.url);
  const head = `${exchange.method} ${url ? url.pathname + url.search + url.hash : exchange.url} HTTP/1.1`;
  const host = url ? [`Host: ${url.host}`] : [];
  const token = exchange.kind === 'api' ? withoutAuthorization(exchange) : exchange.requestHeaders;
  const form = exchange.kind === 'token' ? formText(exchange.parameters) : undefined;
  return [
    head,
    ...host,
    ...token.map(line),
    ...(exchange.kind === 'api' ? ['Authorization: Bearer [never recorded]'] : []),
    '',
    form ?? bodyText(exchange.requestBody),
  ].join('\n');
}

export function responseText(exchange: Exchange): string {
  if (exchange.status === undefined) return exchange.failure ? 'No answer came.' : 'Under way.';
  return [
    `HTTP/1.1 ${exchange.status}`,
    ...exchange.responseHeaders.map(line),
    '',
    bodyText(exchange.responseBody),
  ].join('\n');
}

export function curlOf(exchange: Exchange): string {
  const form = exchange.kind === 'token' ? formText(exchange.parameters) : undefined;
  const headers = withoutAuthorization(exchange).filter(([, value]) => value !== '[redacted]');
  const body = form ?? exchange.requestBody?.text;
  return curlCommand(
    { method: exchange.method, url: exchange.url, headers, body },
    exchange.kind === 'api' ? { header: 'Authorization: Bearer $TOKEN' } : {},
  );
}

function withoutAuthorization({ requestHeaders }: Exchange): Field[] {
  return requestHeaders.filter(([name]) => name.toLowerCase() !== 'authorization');
}

function line([name, value]: Field): string {
  return `${name}: ${value}`;
}

function formText(parameters: readonly Field[]): string {
  return parameters
    .map(([name, value]) => `${name}=${value.startsWith('[') ? value : encodeURIComponent(value)}`)
    .join('&');
}

function bodyText(body: RecordedBody | undefined): string {
  if (!body || body.size === 0) return '';
  if (body.text === undefined)
    return `[${formatBytes(body.size)} of ${body.type || 'data'}, not recorded]`;
  try {
    return JSON.stringify(JSON.parse(body.text), null, 2);
  } catch {
    return body.text;
  }
}
