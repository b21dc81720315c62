/** What a list of contacts is told, and tells. */
export interface ListActions {
  readonly opened: string | undefined;
  /** Several are being chosen, and these are. */
  readonly picked: ReadonlySet<string> | undefined;
  /** The cursor rests on another contact. */
  readonly onFollow: (contact: string) => void;
  readonly onPress: (contact: string) => void;
  readonly onEnter: (contact: string) => void;
}
