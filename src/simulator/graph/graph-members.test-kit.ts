/** For tests: every member of the answers that are compared with printed ones, so that none is lost unnoticed. Pages print some of them only. */
import { typeInContext } from './graph-shape-context.ts';

/** Of one of a list the first, of a list inside it as well; a member of a member follows a slash. */
const membersOfType: Readonly<Record<string, string>> = {
  eventMessage:
    '@odata.type @odata.etag id createdDateTime lastModifiedDateTime changeKey categories receivedDateTime sentDateTime hasAttachments internetMessageId subject bodyPreview importance parentFolderId conversationId conversationIndex isDeliveryReceiptRequested isReadReceiptRequested isRead isDraft webLink inferenceClassification body body/contentType body/content sender sender/emailAddress sender/emailAddress/name sender/emailAddress/address from from/emailAddress from/emailAddress/name from/emailAddress/address toRecipients toRecipients/emailAddress toRecipients/emailAddress/name toRecipients/emailAddress/address ccRecipients ccRecipients/emailAddress ccRecipients/emailAddress/name ccRecipients/emailAddress/address bccRecipients replyTo flag flag/flagStatus meetingMessageType type isOutOfDate isAllDay isDelegated startDateTime startDateTime/dateTime startDateTime/timeZone endDateTime endDateTime/dateTime endDateTime/timeZone location location/displayName location/locationType recurrence responseRequested allowNewTimeProposals meetingRequestType previousLocation previousStartDateTime previousEndDateTime event event/@odata.etag event/id event/createdDateTime event/lastModifiedDateTime event/changeKey event/categories event/transactionId event/originalStartTimeZone event/originalEndTimeZone event/iCalUId event/reminderMinutesBeforeStart event/isReminderOn event/hasAttachments event/subject event/importance event/sensitivity event/isAllDay event/isCancelled event/isOrganizer event/responseRequested event/seriesMasterId event/showAs event/type event/webLink event/onlineMeetingUrl event/isOnlineMeeting event/onlineMeetingProvider event/allowNewTimeProposals event/isDraft event/hideAttendees event/responseStatus event/responseStatus/response event/responseStatus/time event/bodyPreview event/body event/body/contentType event/body/content event/start event/start/dateTime event/start/timeZone event/end event/end/dateTime event/end/timeZone event/location event/location/displayName event/location/locationType event/location/uniqueId event/location/uniqueIdType event/locations event/locations/displayName event/locations/locationType event/locations/uniqueId event/locations/uniqueIdType event/recurrence event/attendees event/attendees/type event/attendees/status event/attendees/status/response event/attendees/status/time event/attendees/emailAddress event/attendees/emailAddress/name event/attendees/emailAddress/address event/organizer event/organizer/emailAddress event/organizer/emailAddress/name event/organizer/emailAddress/address event/onlineMeeting event/onlineMeeting/joinUrl',
  attachment:
    '@odata.type @odata.mediaContentType id lastModifiedDateTime name contentType isInline size contentId contentLocation contentBytes',
  message:
    '@odata.etag id createdDateTime lastModifiedDateTime changeKey categories receivedDateTime sentDateTime hasAttachments internetMessageId subject bodyPreview importance parentFolderId conversationId conversationIndex isDeliveryReceiptRequested isReadReceiptRequested isRead isDraft webLink inferenceClassification body body/contentType body/content sender sender/emailAddress sender/emailAddress/name sender/emailAddress/address from from/emailAddress from/emailAddress/name from/emailAddress/address toRecipients ccRecipients bccRecipients replyTo flag flag/flagStatus',
  mailFolder:
    'id displayName parentFolderId childFolderCount unreadItemCount totalItemCount isHidden',
  contactFolder: 'id parentFolderId displayName',
  contact:
    '@odata.etag birthday fileAs displayName givenName initials middleName nickName surname title yomiGivenName yomiSurname yomiCompanyName generation jobTitle companyName department officeLocation profession businessHomePage assistantName manager mobilePhone spouseName categories imAddresses homePhones businessPhones children emailAddresses homeAddress businessAddress otherAddress personalNotes id createdDateTime lastModifiedDateTime changeKey parentFolderId',
  event:
    '@odata.etag id createdDateTime lastModifiedDateTime changeKey categories transactionId originalStartTimeZone originalEndTimeZone iCalUId reminderMinutesBeforeStart isReminderOn hasAttachments subject importance sensitivity isAllDay isCancelled isOrganizer responseRequested seriesMasterId showAs type webLink onlineMeetingUrl isOnlineMeeting onlineMeetingProvider allowNewTimeProposals isDraft hideAttendees responseStatus responseStatus/response responseStatus/time bodyPreview body body/contentType body/content start start/dateTime start/timeZone end end/dateTime end/timeZone location location/displayName location/locationType location/uniqueIdType locations recurrence attendees organizer organizer/emailAddress organizer/emailAddress/name organizer/emailAddress/address onlineMeeting',
  calendar:
    'id name color hexColor isDefaultCalendar changeKey canShare canViewPrivateItems canEdit allowedOnlineMeetingProviders defaultOnlineMeetingProvider isTallyingResponses isRemovable owner owner/name owner/address',
  calendarGroup: 'name classId changeKey id',
  workingHours: 'daysOfWeek startTime endTime timeZone timeZone/name',
  plannerTask:
    '@odata.etag planId bucketId title orderHint assigneePriority percentComplete startDateTime createdDateTime dueDateTime hasDescription previewType completedDateTime completedBy referenceCount checklistItemCount activeChecklistItemCount conversationThreadId priority id createdBy createdBy/user createdBy/user/displayName createdBy/user/id appliedCategories assignments',
  onenotePage:
    'id self createdDateTime title createdByAppId contentUrl lastModifiedDateTime links links/oneNoteClientUrl links/oneNoteClientUrl/href links/oneNoteWebUrl links/oneNoteWebUrl/href parentSection parentSection/id parentSection/displayName parentSection/self',
  onenoteSection:
    'id self createdDateTime createdBy createdBy/user createdBy/user/id createdBy/user/displayName lastModifiedBy lastModifiedBy/user lastModifiedBy/user/id lastModifiedBy/user/displayName lastModifiedDateTime displayName isDefault pagesUrl links links/oneNoteClientUrl links/oneNoteClientUrl/href links/oneNoteWebUrl links/oneNoteWebUrl/href parentNotebook parentNotebook/id parentNotebook/displayName parentNotebook/self',
  permission: 'id roles link link/type link/scope link/webUrl hasPassword',
  list: 'createdDateTime description eTag id lastModifiedDateTime name webUrl displayName list list/contentTypesEnabled list/hidden list/template',
  licenseDetails:
    'id skuId skuPartNumber servicePlans servicePlans/servicePlanId servicePlans/servicePlanName servicePlans/provisioningStatus servicePlans/appliesTo',
  organization:
    'id displayName city countryLetterCode preferredLanguage tenantType mobileDeviceManagementAuthority onPremisesSyncEnabled technicalNotificationMails assignedPlans assignedPlans/assignedDateTime assignedPlans/capabilityStatus assignedPlans/service assignedPlans/servicePlanId verifiedDomains verifiedDomains/isDefault verifiedDomains/isInitial verifiedDomains/name verifiedDomains/type',
  user: 'businessPhones displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName id',
  site: 'createdDateTime description id lastModifiedDateTime name webUrl displayName isPersonalSite root siteCollection siteCollection/hostname',
  serviceHealth:
    'service status id issues issues/startDateTime issues/endDateTime issues/lastModifiedDateTime issues/title issues/id issues/impactDescription issues/classification issues/origin issues/status issues/service issues/feature issues/featureGroup issues/isResolved issues/details issues/details/name issues/details/value issues/posts issues/posts/createdDateTime issues/posts/postType issues/posts/description issues/posts/description/contentType issues/posts/description/content',
  serviceHealthIssue:
    'startDateTime endDateTime lastModifiedDateTime title id impactDescription classification origin status service feature featureGroup isResolved details details/name details/value posts posts/createdDateTime posts/postType posts/description posts/description/contentType posts/description/content',
  serviceUpdateMessage:
    'startDateTime endDateTime lastModifiedDateTime title id category severity tags isMajorChange actionRequiredByDateTime services hasAttachments details details/name details/value body body/contentType body/content viewPoint viewPoint/isRead viewPoint/isArchived viewPoint/isFavorited',
  scheduleInformation:
    'scheduleId availabilityView scheduleItems workingHours workingHours/daysOfWeek workingHours/startTime workingHours/endTime workingHours/timeZone workingHours/timeZone/name',
  mailboxSettings:
    'archiveFolder timeZone delegateMeetingMessageDeliveryOptions dateFormat timeFormat userPurpose automaticRepliesSetting automaticRepliesSetting/status automaticRepliesSetting/externalAudience automaticRepliesSetting/internalReplyMessage automaticRepliesSetting/externalReplyMessage automaticRepliesSetting/scheduledStartDateTime automaticRepliesSetting/scheduledStartDateTime/dateTime automaticRepliesSetting/scheduledStartDateTime/timeZone automaticRepliesSetting/scheduledEndDateTime automaticRepliesSetting/scheduledEndDateTime/dateTime automaticRepliesSetting/scheduledEndDateTime/timeZone language language/locale language/displayName workingHours workingHours/daysOfWeek workingHours/startTime workingHours/endTime workingHours/timeZone workingHours/timeZone/name',
  driveItem:
    'createdBy createdBy/user createdBy/user/email createdBy/user/id createdBy/user/displayName createdDateTime eTag id lastModifiedBy lastModifiedBy/user lastModifiedBy/user/email lastModifiedBy/user/id lastModifiedBy/user/displayName lastModifiedDateTime name parentReference parentReference/driveType parentReference/driveId parentReference/id parentReference/path webUrl cTag fileSystemInfo fileSystemInfo/createdDateTime fileSystemInfo/lastModifiedDateTime size',
};

const types: readonly (readonly [RegExp, string])[] = [
  [/eventMessage\/event$/, 'eventMessage'],
  [/^\/admin\/serviceAnnouncement\/healthOverviews/, 'serviceHealth'],
  [/^\/admin\/serviceAnnouncement\/issues/, 'serviceHealthIssue'],
  [/^\/admin\/serviceAnnouncement\/messages/, 'serviceUpdateMessage'],
  [/\/messages\/delta$/, 'message'],
  [/\/mailFolders\/delta$/, 'mailFolder'],
  [/\/contactFolders\/delta$/, 'contactFolder'],
  [/\/workingHours$/, 'workingHours'],
  [/\/planner\/tasks$/, 'plannerTask'],
  [/\/onenote\/pages$/, 'onenotePage'],
  [/\/onenote\/sections$/, 'onenoteSection'],
  [/\/createLink$/, 'permission'],
  [/^\/sites\/.*\/lists$/, 'list'],
  [/\/getSchedule$/, 'scheduleInformation'],
];

/** Paths of the members of an answer, of the first of each list in it. */
export function memberPaths(value: unknown, above = ''): string[] {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one !== 'object' || one === null) return [];
  return Object.entries(one).flatMap(([name, member]) => [
    above + name,
    ...memberPaths(member, `${above}${name}/`),
  ]);
}

/** @returns members that an answer to `path` has lost; of a choice that was asked for nothing is known */
export function lostMembers(path: string, body: Readonly<Record<string, unknown>>): string[] {
  if (path.includes('$select=')) return [];
  const named = types.find(([pattern]) => pattern.test(path))?.[1];
  const type = named ?? typeInContext(body['@odata.context'])?.type ?? '';
  const wanted = membersOfType[type];
  if (wanted === undefined) throw new Error(`Nobody has written down the members of ${path}.`);
  const sent = new Set(memberPaths(body['value'] ?? body));
  return wanted.split(' ').filter((member) => !sent.has(member));
}
