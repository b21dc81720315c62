/** The `Prefer` header of Outlook's part of Graph: what is honoured is named in `Preference-Applied`. */
import type { GraphContext } from '#simulator/graph/graph-answer.ts';
import type { BodyType } from '#simulator/outlook/messages/message-body.ts';

export interface Preferences {
  readonly bodyType: BodyType | undefined;
  readonly lastingIds: boolean;
  readonly timeZone: string | undefined;
  readonly pageSize: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export function preferences(c: GraphContext): Preferences {
  const prefer = c.req.header('prefer') ?? '';
  const bodyType = /outlook\.body-content-type\s*=\s*"?(text|html)\b/i
    .exec(prefer)?.[1]
    ?.toLowerCase() as BodyType | undefined;
  const lastingIds = /\bIdType\s*=\s*"?ImmutableId\b/i.test(prefer);
  const timeZone = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer)?.[1];
  const size = /odata\.maxpagesize\s*=\s*(\d{1,4})/i.exec(prefer)?.[1];
  const applied = [
    ...(bodyType ? [`outlook.body-content-type="${bodyType}"`] : []),
    ...(lastingIds ? ['IdType="ImmutableId"'] : []),
    ...(timeZone ? [`outlook.timezone="${timeZone}"`] : []),
    ...(size ? [`odata.maxpagesize=${size}`] : []),
  ];
  return {
    bodyType,
    lastingIds,
    timeZone,
    pageSize: size ? Math.min(1000, Math.max(1, Number(size))) : undefined,
    headers: applied.length > 0 ? { 'preference-applied': applied.join(', ') } : {},
  };
}

/** How many come at a time to whoever does not say `$top`. */
export function pagesFor(c: GraphContext): { page: number; most: number } {
  return { page: preferences(c).pageSize ?? 10, most: 1000 };
}
