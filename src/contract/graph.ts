/** Microsoft Graph v1.0 resources as they travel; members are optional because `$select` may leave any of them out. */

export interface Collection<T> {
  '@odata.context'?: string;
  '@odata.count'?: number;
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
  value: T[];
}

export interface GraphErrorBody {
  error: {
    code: string;
    message: string;
    innerError?: {
      code?: string;
      date?: string;
      'request-id'?: string;
      'client-request-id'?: string;
    };
  };
}

export interface User {
  id: string;
  displayName?: string | null;
  givenName?: string | null;
  surname?: string | null;
  jobTitle?: string | null;
  mail?: string | null;
  mobilePhone?: string | null;
  businessPhones?: string[];
  officeLocation?: string | null;
  preferredLanguage?: string | null;
  userPrincipalName?: string | null;
}

export interface Organization {
  id: string;
  displayName?: string | null;
  verifiedDomains?: { name: string; isDefault: boolean; isInitial: boolean; type: string }[];
}

export interface LicenseDetails {
  id: string;
  skuId?: string;
  skuPartNumber?: string;
  servicePlans?: {
    servicePlanId: string;
    servicePlanName: string;
    provisioningStatus: string;
    appliesTo: string;
  }[];
}

export interface ProfilePhoto {
  '@odata.mediaContentType'?: string;
  '@odata.mediaEtag'?: string;
  id: string;
  width: number;
  height: number;
}

export interface MailFolder {
  id: string;
  displayName?: string | null;
  parentFolderId?: string | null;
  childFolderCount?: number;
  unreadItemCount?: number;
  totalItemCount?: number;
  isHidden?: boolean;
}

export interface EmailAddress {
  name?: string | null;
  address?: string | null;
}

export interface Recipient {
  emailAddress?: EmailAddress;
}

export interface ItemBody {
  contentType: 'text' | 'html';
  content: string;
}

export interface DateTimeTimeZone {
  dateTime: string;
  timeZone: string;
}

export interface InternetMessageHeader {
  name: string;
  value: string;
}

export interface Message {
  '@odata.type'?: string;
  '@odata.etag'?: string;
  id: string;
  createdDateTime?: string;
  lastModifiedDateTime?: string;
  changeKey?: string;
  categories?: string[];
  receivedDateTime?: string;
  sentDateTime?: string;
  hasAttachments?: boolean;
  internetMessageId?: string;
  subject?: string | null;
  bodyPreview?: string;
  importance?: 'low' | 'normal' | 'high';
  parentFolderId?: string;
  conversationId?: string;
  conversationIndex?: string;
  isDeliveryReceiptRequested?: boolean | null;
  isReadReceiptRequested?: boolean;
  isRead?: boolean;
  isDraft?: boolean;
  webLink?: string;
  inferenceClassification?: 'focused' | 'other';
  body?: ItemBody;
  sender?: Recipient;
  from?: Recipient;
  toRecipients?: Recipient[];
  ccRecipients?: Recipient[];
  bccRecipients?: Recipient[];
  replyTo?: Recipient[];
  flag?: {
    flagStatus: 'notFlagged' | 'complete' | 'flagged';
    startDateTime?: DateTimeTimeZone;
    dueDateTime?: DateTimeTimeZone;
    completedDateTime?: DateTimeTimeZone;
  };
  /** Both only when they are named in `$select`. */
  internetMessageHeaders?: InternetMessageHeader[];
  uniqueBody?: ItemBody;
  /** Of an `eventMessage`. */
  meetingMessageType?: string;
  startDateTime?: DateTimeTimeZone | null;
  endDateTime?: DateTimeTimeZone | null;
  isAllDay?: boolean;
  location?: { displayName?: string | null; locationType?: string } | null;
}

export interface FileAttachment {
  '@odata.type'?: string;
  id: string;
  name?: string | null;
  contentType?: string | null;
  size?: number;
  isInline?: boolean;
  contentId?: string | null;
  contentBytes?: string;
  lastModifiedDateTime?: string;
}

export interface ItemAttachment {
  '@odata.type'?: string;
  id: string;
  name?: string | null;
  item?: OutlookItem | null;
}

/** A message, an event or a contact; which of them `@odata.type` says. */
export interface OutlookItem extends Partial<Message> {
  attachments?: (FileAttachment & { item?: OutlookItem | null })[];
  start?: DateTimeTimeZone;
  end?: DateTimeTimeZone;
  displayName?: string | null;
}

/** `sourceUrl` is a member of the beta version only. */
export interface ReferenceAttachment {
  '@odata.type'?: string;
  id: string;
  name?: string | null;
  sourceUrl?: string | null;
}

export interface PhysicalAddress {
  street?: string | null;
  city?: string | null;
  state?: string | null;
  countryOrRegion?: string | null;
  postalCode?: string | null;
}

export interface Contact {
  '@odata.etag'?: string;
  id: string;
  createdDateTime?: string;
  lastModifiedDateTime?: string;
  changeKey?: string;
  categories?: string[];
  parentFolderId?: string;
  birthday?: string | null;
  fileAs?: string | null;
  displayName?: string | null;
  givenName?: string | null;
  surname?: string | null;
  middleName?: string | null;
  nickName?: string | null;
  initials?: string | null;
  title?: string | null;
  generation?: string | null;
  emailAddresses?: EmailAddress[];
  imAddresses?: string[];
  jobTitle?: string | null;
  companyName?: string | null;
  department?: string | null;
  officeLocation?: string | null;
  profession?: string | null;
  businessHomePage?: string | null;
  assistantName?: string | null;
  manager?: string | null;
  homePhones?: string[];
  mobilePhone?: string | null;
  businessPhones?: string[];
  homeAddress?: PhysicalAddress;
  businessAddress?: PhysicalAddress;
  otherAddress?: PhysicalAddress;
  spouseName?: string | null;
  personalNotes?: string | null;
  children?: string[];
  yomiGivenName?: string | null;
  yomiSurname?: string | null;
  yomiCompanyName?: string | null;
}

export interface ContactFolder {
  id: string;
  parentFolderId?: string | null;
  displayName?: string | null;
}

export interface Person {
  id: string;
  displayName?: string | null;
  givenName?: string | null;
  surname?: string | null;
  birthday?: string | null;
  personNotes?: string | null;
  isFavorite?: boolean | null;
  jobTitle?: string | null;
  companyName?: string | null;
  yomiCompany?: string | null;
  department?: string | null;
  officeLocation?: string | null;
  profession?: string | null;
  userPrincipalName?: string | null;
  imAddress?: string | null;
  scoredEmailAddresses?: { address?: string | null; relevanceScore?: number | null }[] | null;
  phones?: { type?: string | null; number?: string | null }[] | null;
  websites?: { address?: string | null }[] | null;
  postalAddresses?: { displayName?: string | null; address?: PhysicalAddress | null }[] | null;
  personType?: { class?: string | null; subclass?: string | null } | null;
}

export interface Drive {
  id: string;
  driveType?: 'personal' | 'business' | 'documentLibrary';
  webUrl?: string;
  quota?: { deleted?: number; remaining?: number; state?: string; total?: number; used?: number };
}

export interface Site {
  id: string;
  displayName?: string;
  name?: string;
  webUrl?: string;
}
