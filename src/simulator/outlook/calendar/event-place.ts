/** Which event an id names. */

export interface EventPlace {
  /** Of a calendar; for an event that an invitation brought, that of its folder and a hundred. */
  readonly calendar: number;
  /** Of a single event the day and which of that day; of a series its number; of an occurrence the day. */
  readonly index: number;
  /** 0 a single event, 1 a series, 2 and more an occurrence of the series with that number less 2; 255 an invitation's. */
  readonly part: number;
}

export const perDay = 16;
export const invitationPart = 255;
export const invitationFolders = 100;
