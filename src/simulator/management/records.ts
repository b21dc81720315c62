/** Audit records as the activity feed delivers them: out of order, now and then twice, with what each workload adds. */
import { projects } from '#simulator/seed/phrases.ts';
import { dice, guid, hash, hashText } from '#simulator/seed/random.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import type { Blob } from './content.ts';
import { templates, type AuditRecord, type Scene } from './record-templates.ts';

export function recordsOf(context: TenantContext, tenantId: string, blob: Blob): AuditRecord[] {
  const roll = dice(blob.key, 71);
  const colleagues = context.people.filter((person) => person.tenantId === tenantId);
  const records = Array.from({ length: 3 + roll.below(18) }, (_, at) =>
    record(context, tenantId, blob, colleagues, at),
  );
  // Delivered at least once, and in no order that could be relied on.
  const twice = roll.chance(20) ? [records[0] ?? {}] : [];
  return [...records, ...twice]
    .map((each, at) => [hash(blob.key, at, 72), each] as const)
    .sort(([one], [other]) => one - other)
    .map(([, each]) => each);
}

function record(
  context: TenantContext,
  tenantId: string,
  blob: Blob,
  colleagues: readonly Person[],
  at: number,
): AuditRecord {
  const roll = dice(blob.key, at, 73);
  const person = roll.of(colleagues);
  const file = `${roll.of(projects)} ${roll.of(['plan.docx', 'budget.csv', 'readings.csv', 'certificate.pdf'])}`;
  const scene: Scene = { context, roll, person, file };
  const [recordType, operation, workload, object, more] = roll.of(templates[blob.type]);
  // An hour to an hour and a half until a record arrives.
  const happened = blob.created - (5 + roll.below(85)) * 60_000;
  const failed = operation === 'UserLoginFailed';
  return {
    CreationTime: new Date(happened).toISOString().slice(0, 19),
    Id: guid(blob.key, at, 74),
    Operation: operation,
    OrganizationId: tenantId,
    RecordType: recordType,
    ResultStatus: failed ? 'Failed' : workload === 'AzureActiveDirectory' ? 'Success' : 'Succeeded',
    UserKey:
      workload === 'AzureActiveDirectory'
        ? person.oid
        : `i:0h.f|membership|${guid(hashText(person.oid), 75).slice(0, 16)}@live.com`,
    UserType: person.isAdministrator ? 2 : 0,
    Version: 1,
    Workload: workload,
    ClientIP: `203.0.113.${roll.below(254) + 1}`,
    ObjectId: object(scene),
    UserId: person.userPrincipalName,
    ...(failed ? { LogonError: 'InvalidUserNameOrPassword', ErrorNumber: '50126' } : {}),
    ...more?.(scene),
  };
}
