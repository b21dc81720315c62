/** Who may see an item of a drive, which is its owner alone, and what it was before, which nobody keeps. */
type Members = Readonly<Record<string, unknown>>;

/** @param item as Graph shows it */
export function itemList(item: Members, what: string): object[] {
  const { id, createdBy, lastModifiedBy, lastModifiedDateTime, size } = item;
  return what.toLowerCase() === 'versions'
    ? [{ id: '1.0', lastModifiedBy, lastModifiedDateTime, size }]
    : [
        {
          id: `owner-${String(id)}`,
          roles: ['owner'],
          grantedTo: createdBy,
          grantedToV2: createdBy,
        },
      ];
}
