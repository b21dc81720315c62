import { Notice } from '#ui/notice.tsx';

/** What a personal account can have nothing of, said instead of asking for a permission that would not help. */
export function OrganisationsOnly({ what }: { what: string }) {
  return (
    <Notice icon="info" title={what}>
      <p>A personal account has no organisation, so there is nothing to show here.</p>
    </Notice>
  );
}
