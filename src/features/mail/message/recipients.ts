import type { Correspondent } from '#features/mail/mailbox.ts';

/** `To you, Megan Bowen and 3 more` */
export function recipientsInWords(people: readonly Correspondent[], own: string): string {
  const isOwn = ({ address }: Correspondent) => address.toLowerCase() === own.toLowerCase();
  const names = [
    ...(people.some(isOwn) ? ['you'] : []),
    ...people.filter((one) => !isOwn(one)).map(({ name }) => name),
  ];
  if (names.length === 0) return 'To nobody yet';
  if (names.length <= 3) return `To ${names.join(', ')}`;
  return `To ${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
