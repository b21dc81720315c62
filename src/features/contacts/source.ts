/** Which list is looked at, as it stands in the address: a colleague may be sent there. */
export interface Source {
  /** The people that the service finds relevant, instead of contacts. */
  readonly people: boolean;
  /** A folder beside the default one. */
  readonly folder: string | undefined;
  /** Only those that may be there twice. */
  readonly duplicatesOnly: boolean;
}

export function sourceOf(params: URLSearchParams): Source {
  const list = params.get('in') ?? undefined;
  const people = list === 'people';
  return {
    people,
    folder: people ? undefined : list || undefined,
    duplicatesOnly: !people && params.get('show') === 'duplicates',
  };
}

export function searchOf({ people, folder, duplicatesOnly }: Source): string {
  const params = new URLSearchParams();
  if (people) params.set('in', 'people');
  else if (folder !== undefined) params.set('in', folder);
  if (duplicatesOnly) params.set('show', 'duplicates');
  const text = params.toString();
  return text && `?${text}`;
}
