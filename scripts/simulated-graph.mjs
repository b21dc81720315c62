// How far the simulated Graph goes: which of Microsoft's paths and permissions it knows.

/** Paths that the simulated Graph has something at; what is elsewhere is no resource there. */
export const simulated = [
  /^\/me(\/|$)(?!onenote\/operations|drive\/items\/\{id\}\/workbook|cloudpc|authentication|cloudlicensing)/,
  /^\/users(\/\{id\}(\/(photos?|manager|mailfolders|messages|contacts|events|calendarview|drive))?)?$/,
  /^\/(drives\/\{id\}|sites)(\/|$)/,
  /^\/teams\/\{id\}(\/channels)?$/,
  /^\/planner\/tasks\/\{id\}/,
  /^\/(organization|subscribedskus|serviceprincipals|oauth2permissiongrants)(\/\{id\})?$/,
  /^\/(admin\/serviceannouncement|auditlogs\/(signins|directoryaudits)$)/,
];
/** Further on than the simulated Graph goes. */
export const deep =
  /(workbook|streams|onlinemeetings|authentication|cloudlicensing|cloudpcs|contenttypes|contentmodels|pages\/\{id\}\/microsoft|termstore|informationprotection|analytics|employeeexperience|versions|sponsors|columns|adhoccalls|agentsignin|devices|activities|activitiesby|cortex|capabilities|\/preview|permissions|follow|sensitivitylabel|retentionlabel|checkin|checkout|socketio|\/archive|unarchive|copy|createlink|uploadsession|\/invite|\/media\/|documentprocessing|getbypath|\/operations|subscriptions|extensions|contentstream|onpremisessync|bundles|permanentdelete|insights|microsoft\.graph|attachmentsarchive|exportpersonal|chats\/|distributionlists|cloudclipboard|communications|datasecurity|teamwork|settings\/|ownedobjects|createdobjects|registered|restore|\.\.\.|incidentreport|\/profile|outlook\/task|me\/tasks|boardformat|canvaslayout|webpart|migration|responsibilities|pagetemplates|searchcustom|getoperation|favorite|recentplans|mydaytasks|\(startdatetime|sites\/\{id\}\/(onenote|pages|lists\/\{id\}\/)|calendargroups\/\{id\}|planner\/tasks\/\{id\}\/messages|linkedresources|mentions|reportmessage|sectiongroups|inferenceclassification|messagerules|findmeeting|findroom|trendingaround|homesite|getmember|checkmember|scopedrole|approleassigned|inheritedoauth|getnotebookfrom|getrecentnotebooks|getmailtips|mastercategories|supportedlanguages|supportedtimezones|checkaccess|driveitem$|sponsorof|deleteddatetime|updateallmessages|onenote\/resources)/;

/** Beside the scopes of the catalogue: those that a client may well ask for instead. */
export const alsoKnown = [
  ...['User.ReadWrite', 'User.ReadWrite.All', 'User.RevokeSessions.All', 'Directory.ReadWrite.All'],
  ...[
    'MailboxSettings.ReadWrite',
    'Mail.ReadBasic.All',
    'Mail.ReadWrite.Shared',
    'Mail.Send.Shared',
  ],
  ...['Contacts.Read.Shared', 'Contacts.ReadWrite.Shared', 'Calendars.ReadWrite.Shared'],
  ...['Files.ReadWrite.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  ...['Notes.ReadWrite', 'Notes.Read.All', 'Tasks.Read.All', 'People.Read.All', 'Chat.Read'],
  ...['Group.Read.All', 'Group.ReadWrite.All', 'Group.ReadBasic.All', 'Application.ReadWrite.All'],
  ...['Organization.ReadWrite.All', 'ServiceMessageViewpoint.Write', 'ProfilePhoto.Read.All'],
];
