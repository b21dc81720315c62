import type {
  PermissionFact,
  PermissionScheme,
} from '#contract/permission-facts/permission-facts.ts';
import { Chip } from '#ui/chip.tsx';

/** Who has to agree: by the permission's own flag, or by the policy that new tenants have. */
export function PermissionChips({
  fact,
  scheme,
}: {
  fact: PermissionFact;
  scheme: PermissionScheme;
}) {
  if (fact.admin.includes(scheme)) {
    return (
      <Chip tone="warn" icon="lock" title="Its own flag asks for an administrator’s consent.">
        administrator
      </Chip>
    );
  }
  if (scheme === 'work' && fact.policy) {
    return (
      <Chip
        tone="warn"
        title="Its own flag lets people agree, but Microsoft’s default policy for tenants leaves it to administrators (since 2025)."
      >
        administrator by policy
      </Chip>
    );
  }
  return null;
}
