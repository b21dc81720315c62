/** Whether the signed-in person can be reached just now (Graph presence resource). */
import { answer, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

/** Nobody works at night or on a Sunday. */
export function presence(c: GraphContext, context: TenantContext): Response {
  const { oid } = c.get('facts').person;
  const now = new Date(context.now());
  const works = now.getUTCDay() % 6 !== 0 && now.getUTCHours() >= 8 && now.getUTCHours() < 18;
  return answer({
    '@odata.context': metadata(context, `users('${oid}')/presence/$entity`),
    id: oid,
    availability: works ? 'Available' : 'Offline',
    activity: works ? 'Available' : 'OffWork',
    outOfOfficeSettings: { message: null, isOutOfOffice: false },
    sequenceNumber: null,
    statusMessage: null,
    workLocation: null,
  });
}
