/** What each workload writes into its audit records: the operations there are, and what they carry beyond the common members. */
import { company } from '#simulator/seed/company.ts';
import { guid, hashText, type Dice } from '#simulator/seed/random.ts';
import { sharePointOrigins } from '#simulator/entra/resources.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import type { ContentType } from './refusal.ts';

export type AuditRecord = Record<string, unknown>;

export interface Scene {
  readonly context: TenantContext;
  readonly roll: Dice;
  readonly person: Person;
  readonly file: string;
}

/** How a workload's record differs from the others: number of its kind, operation, workload, what is acted on, and more. */
type Template = readonly [
  recordType: number,
  operation: string,
  workload: string,
  object: (scene: Scene) => string,
  more?: (scene: Scene) => AuditRecord,
];

const siteOf = ({ context }: Scene) => sharePointOrigins(context.hosts, company.tenantId)[0];

const sharePoint = (scene: Scene): AuditRecord => ({
  EventSource: 'SharePoint',
  ItemType: 'File',
  ListId: guid(hashText(scene.file), 61),
  Site: guid(62),
  SiteUrl: `${siteOf(scene)}/sites/optics/`,
  SourceFileExtension: scene.file.split('.').at(-1),
  SourceFileName: scene.file,
  SourceRelativeUrl: 'Shared Documents',
  UserAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
  WebId: guid(63),
});

const fileAt = (scene: Scene) => `${siteOf(scene)}/sites/optics/Shared Documents/${scene.file}`;

const signIn = (scene: Scene): AuditRecord => ({
  ActorContextId: company.tenantId,
  ApplicationId: scene.roll.of([
    '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7',
  ]),
  AzureActiveDirectoryEventType: 1,
  Actor: [
    { ID: scene.person.oid, Type: 0 },
    { ID: scene.person.userPrincipalName, Type: 5 },
  ],
  ExtendedProperties: [
    { Name: 'UserAgent', Value: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)' },
    { Name: 'RequestType', Value: 'OAuth2:Authorize' },
  ],
  ModifiedProperties: [],
  Target: [{ ID: '00000003-0000-0000-c000-000000000000', Type: 0 }],
  TargetContextId: company.tenantId,
});

const directoryChange = (scene: Scene): AuditRecord => ({
  ...signIn(scene),
  ModifiedProperties: [
    { Name: 'ConsentAction.Permissions', NewValue: '["Scope: Mail.Read"]', OldValue: '[]' },
  ],
});

const mailbox = (scene: Scene): AuditRecord => ({
  ClientInfoString: 'Client=REST;Client=RESTSystem;;',
  ExternalAccess: false,
  InternalLogonType: 0,
  LogonType: 0,
  MailboxGuid: guid(hashText(scene.person.oid), 64),
  MailboxOwnerUPN: scene.person.userPrincipalName,
  OrganizationName: company.initialDomain,
  OriginatingServer: 'DB9PR07MB0001 (15.20.4200.000)',
});

const protection = (scene: Scene): AuditRecord => ({
  IncidentId: guid(scene.roll.below(1e9), 65),
  PolicyDetails: [
    {
      PolicyId: guid(66),
      PolicyName: 'Bank data stays here',
      Rules: [
        {
          Actions: ['BlockAccess', 'NotifyUser'],
          ConditionsMatched: {
            SensitiveInformation: [
              {
                Confidence: 85,
                Count: 1 + scene.roll.below(4),
                SensitiveType: 'e7dc4711-11b7-4cb0-b88b-2c394a771f0e',
                SensitiveInformationTypeName: 'International Banking Account Number (IBAN)',
              },
            ],
          },
          RuleId: guid(67),
          RuleName: 'IBAN outside the company',
          Severity: scene.roll.of(['Low', 'Medium', 'High']),
        },
      ],
    },
  ],
  SensitiveInfoDetectionIsIncluded: true,
});

const upn = ({ person }: Scene) => person.userPrincipalName;

export const templates: Record<ContentType, readonly Template[]> = {
  'Audit.AzureActiveDirectory': [
    [
      15,
      'UserLoggedIn',
      'AzureActiveDirectory',
      () => '00000003-0000-0000-c000-000000000000',
      signIn,
    ],
    [
      15,
      'UserLoginFailed',
      'AzureActiveDirectory',
      () => '00000003-0000-0000-c000-000000000000',
      signIn,
    ],
    [
      8,
      'Consent to application.',
      'AzureActiveDirectory',
      () => '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
      directoryChange,
    ],
    [8, 'Update user.', 'AzureActiveDirectory', upn, directoryChange],
    [8, 'Add member to group.', 'AzureActiveDirectory', upn, directoryChange],
  ],
  'Audit.Exchange': [
    [2, 'Send', 'Exchange', upn, mailbox],
    [50, 'MailItemsAccessed', 'Exchange', upn, mailbox],
    [3, 'MoveToDeletedItems', 'Exchange', upn, mailbox],
    [
      1,
      'Set-Mailbox',
      'Exchange',
      upn,
      () => ({ Parameters: [{ Name: 'AuditEnabled', Value: 'True' }], ExternalAccess: false }),
    ],
    [2, 'Update', 'Exchange', upn, mailbox],
  ],
  'Audit.SharePoint': [
    [6, 'FileAccessed', 'SharePoint', fileAt, sharePoint],
    [6, 'FileModified', 'SharePoint', fileAt, sharePoint],
    [6, 'FileDownloaded', 'OneDrive', fileAt, sharePoint],
    [14, 'SharingSet', 'SharePoint', fileAt, sharePoint],
    [4, 'PageViewed', 'SharePoint', (scene) => `${siteOf(scene)}/SitePages/Home.aspx`, sharePoint],
  ],
  'Audit.General': [
    [
      25,
      'MessageSent',
      'MicrosoftTeams',
      () => guid(68),
      () => ({ TeamName: 'Instruments', ChannelName: 'General', CommunicationType: 'Channel' }),
    ],
    [
      25,
      'TeamsSessionStarted',
      'MicrosoftTeams',
      () => 'Windows (10)',
      () => ({ ClientApplication: 'Teams' }),
    ],
    [18, 'SearchCreated', 'SecurityComplianceCenter', () => 'Audit of bench 4'],
    [
      30,
      'CreateFlow',
      'MicrosoftFlow',
      () => guid(69),
      () => ({ FlowDetailsUrl: 'https://make.powerautomate.com/' }),
    ],
  ],
  'DLP.All': [
    [11, 'DlpRuleMatch', 'OneDrive', fileAt, protection],
    [13, 'DlpRuleMatch', 'Exchange', upn, protection],
    [11, 'DlpRuleUndo', 'SharePoint', fileAt, protection],
  ],
};
