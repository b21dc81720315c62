/** How the services are, and what went wrong with them during the last weeks. */
import { dice, hash } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

const day = 86_400_000;

const services = [
  ['Exchange', 'Exchange Online', 'EX', 'E-Mail and calendar access', 'Networking Issues'],
  ['SharePoint', 'SharePoint Online', 'SP', 'SharePoint Features', 'SharePoint Features'],
  ['OneDriveForBusiness', 'OneDrive for Business', 'OD', 'OneDrive for Business', 'Upload'],
  ['microsoftteams', 'Microsoft Teams', 'TM', 'Teams Components', 'Messaging'],
  ['Planner', 'Planner', 'PL', 'Planner', 'Planner'],
  ['OrgLiveID', 'Microsoft Entra', 'MA', 'Authentication', 'Sign-in'],
  ['Intune', 'Microsoft Intune', 'IT', 'Intune', 'Enrollment'],
  ['OSDPPlatform', 'Microsoft 365 suite', 'MO', 'Portal', 'Access'],
] as const;

const troubles = [
  ['Some people cannot open attachments', 'Opening an attachment may show an error.'],
  ['Search answers with delay', 'New items are found up to an hour later than usual.'],
  ['Signing in may take longer', 'The first request after signing in may time out.'],
  ['Notifications arrive late', 'People may learn of changes some minutes late.'],
  ['Changed permissions take effect late', 'A permission may work only after an hour.'],
] as const;

export function issuesOf(context: TenantContext) {
  const today = Math.floor(context.now() / day) * day;
  return Array.from({ length: 34 }, (_, at) => {
    const roll = dice(context.seed, at, 51);
    const [, service, prefix, featureGroup, feature] = roll.of(services);
    const [title, impact] = roll.of(troubles);
    const isOpen = at < 2;
    const start = today - (isOpen ? at : 1 + at) * day + roll.below(600) * 60_000;
    const end = isOpen ? null : start + (2 + roll.below(70)) * 3_600_000;
    const id = `${prefix}${700_000 + at * 137 + roll.below(100)}`;
    return {
      startDateTime: stamp(start),
      endDateTime: end === null ? null : stamp(end),
      lastModifiedDateTime: stamp(end ?? start + 7_200_000),
      title,
      id,
      impactDescription: impact,
      classification: roll.chance(70) ? 'advisory' : 'incident',
      origin: 'microsoft',
      status: isOpen
        ? roll.of(['serviceDegradation', 'investigating'])
        : roll.of(['serviceRestored', 'postIncidentReviewPublished', 'falsePositive']),
      service,
      feature,
      featureGroup,
      isResolved: !isOpen,
      details: [{ name: 'NotifyInApp', value: 'True' }],
      posts: postsOf(id, title, { start, end }, hash(context.seed, at)),
    };
  }).sort((one, other) => (one.startDateTime < other.startDateTime ? 1 : -1));
}

function postsOf(
  id: string,
  title: string,
  { start, end }: { readonly start: number; readonly end: number | null },
  key: number,
) {
  const stages = [
    'We are looking at what changed.',
    'A fix is being carried out.',
    'Service is as it should be again.',
  ];
  const shown = end === null ? stages.slice(0, 1 + (key % 2)) : stages;
  return shown.map((text, at) => ({
    createdDateTime: stamp(start + (at + 1) * 2_700_000),
    postType: at === 2 ? 'strategic' : 'regular',
    description: {
      contentType: 'html',
      content: `Title: ${title}<br><br>User Impact: ${id} may be noticed by some people.<br><br><strong>Current status:</strong> ${text}`,
    },
  }));
}

/** A service is as bad as the worst thing that is still open. */
export function overviewsOf(context: TenantContext) {
  const open = issuesOf(context).filter(({ isResolved }) => !isResolved);
  return services.map(([id, service]) => ({
    service,
    status: open.find((issue) => issue.service === service)?.status ?? 'serviceOperational',
    id,
  }));
}

const stamp = (time: number) => new Date(time).toISOString().replace('.000', '');
