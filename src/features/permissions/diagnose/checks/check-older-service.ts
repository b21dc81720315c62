/** Sign-in services that came before Entra's endpoints, and what took their place. */
import type { Finding } from './finding.ts';

interface OlderService {
  readonly hosts: RegExp;
  readonly findings: readonly Finding[];
}

const about = 'host';

const services: readonly OlderService[] = [
  {
    // The Live SDK's documentation, "OAuth 2.0".
    hosts: /^login\.live(?:-int)?\.com$/,
    findings: [
      {
        severity: 'old',
        about,
        says: 'This is the sign-in of Microsoft accounts from before 2016 (Live Connect): personal accounts only, scopes named wl.*, client ids of its own, and tokens that Graph does not take.',
        mend: 'Register the app in Entra for personal accounts and use https://login.microsoftonline.com/consumers/oauth2/v2.0/…, or common for work accounts as well.',
      },
    ],
  },
  {
    // SharePoint's documentation, "Azure ACS retirement": ended for SharePoint on 2 April 2026.
    hosts: /^accounts\.accesscontrol\.(?:windows\.net|chinacloudapi\.cn)$/,
    findings: [
      {
        severity: 'wrong',
        about,
        says: 'This is Azure ACS, which gave SharePoint add-ins their tokens. It ended for SharePoint Online on 2 April 2026.',
        mend: 'Register an app in Entra with SharePoint’s permissions and a certificate, and ask https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token for https://{tenant}.sharepoint.com/.default. SharePoint takes no app that proves itself by a secret.',
      },
    ],
  },
  {
    hosts: /\.accesscontrol\.(?:windows\.net|chinacloudapi\.cn)$/,
    findings: [
      {
        severity: 'wrong',
        about,
        says: 'This is a namespace of Azure ACS, which ended on 7 November 2018.',
        mend: 'Entra signs people in today, at https://login.microsoftonline.com/{tenant}/oauth2/v2.0/…; accounts of customers have External ID.',
      },
    ],
  },
];

export function olderServiceAt(host: string): readonly Finding[] | undefined {
  return services.find(({ hosts }) => hosts.test(host.toLowerCase()))?.findings;
}
