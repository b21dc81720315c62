import { hash } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { modified } from './drive-item.ts';
import type { SimulatedDrive } from './drives.ts';

/** A drive as Graph tells of it. */
export function driveMembers(context: TenantContext, drive: SimulatedDrive) {
  const total = 1_099_511_627_776;
  const used = 2_000_000_000 + hash(drive.tree.key, 20);
  const { owner, site } = drive;
  const at = new Date(modified(context, drive.tree.root)).toISOString().replace('.000', '');
  const system = { user: { displayName: 'System Account' } };
  const user = owner && {
    user: { email: owner.userPrincipalName, id: owner.oid, displayName: owner.displayName },
  };
  return {
    createdDateTime: at,
    description: '',
    id: drive.id,
    lastModifiedDateTime: at,
    name: drive.name,
    webUrl: drive.webUrl,
    driveType: drive.driveType,
    createdBy: user ?? system,
    lastModifiedBy: user ?? system,
    owner: user ?? { user: { displayName: site?.title ?? '' } },
    quota: { deleted: 1_048_576, remaining: total - used, state: 'normal', total, used },
  };
}
