/** What a refusal of Entra's says for a support desk, wherever in the answer it says it. */
import type { TokenErrorResponse } from '#contract/entra.ts';

const longestDescription = 600;

export function refusalFacts(body: {
  [K in keyof TokenErrorResponse]?: TokenErrorResponse[K] | undefined;
}) {
  const text = body.error_description ?? '';
  const named = /^AADSTS(\d+)/.exec(text)?.[1];
  // In the answer of a page these stand in the sentence only.
  const inText = (pattern: RegExp) => pattern.exec(text)?.[1];
  return {
    error: body.error,
    suberror: body.suberror,
    description: body.error_description?.slice(0, longestDescription),
    codes: body.error_codes ?? (named ? [Number(named)] : undefined),
    traceId: body.trace_id ?? inText(/\bTrace ID: ([\da-f-]{36})/i),
    correlationId: body.correlation_id ?? inText(/\bCorrelation ID: ([\da-f-]{36})/i),
    timestamp: body.timestamp ?? inText(/\bTimestamp: ([-\d:]+[ T][-\d:.]+Z)/i),
    claims: body.claims,
  };
}
