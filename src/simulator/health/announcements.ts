/** What Microsoft announces in the message centre: long texts in HTML, some with a date by which something must be done. */
import { dice } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

const day = 86_400_000;

const news = [
  [
    'New sharing defaults',
    'planForChange',
    'Links made from now on reach people of your organization only.',
  ],
  [
    'Older sign-in methods are retired',
    'preventOrFixIssue',
    'Apps that still send passwords will be refused.',
  ],
  ['Meeting recaps for everybody', 'stayInformed', 'A summary appears beside the recording.'],
  [
    'Consent settings change',
    'planForChange',
    'People can no longer consent to reading mail and calendars themselves.',
  ],
  [
    'Keyboard shortcuts in the web mail',
    'stayInformed',
    'Press the question mark to see them all.',
  ],
] as const;

export function messagesOf(context: TenantContext) {
  const today = Math.floor(context.now() / day) * day;
  return Array.from({ length: 260 }, (_, at) => {
    const roll = dice(context.seed, at, 52);
    const [title, category, text] = roll.of(news);
    const start = today - at * 1.4 * day - roll.below(600) * 60_000;
    const mustAct = category !== 'stayInformed' && roll.chance(50);
    return {
      startDateTime: stamp(start),
      endDateTime: stamp(start + 120 * day),
      // Nothing is changed tomorrow.
      lastModifiedDateTime: stamp(Math.min(start + roll.below(5) * day, today)),
      title: roll.chance(25) ? `(Updated) ${title}` : title,
      id: `MC${900_000 - at * 61}`,
      category,
      severity: mustAct ? 'high' : 'normal',
      tags: roll.chance(25) ? ['Updated message', 'User impact'] : ['New feature'],
      isMajorChange: roll.chance(20),
      actionRequiredByDateTime: mustAct ? stamp(start + 60 * day) : null,
      services: [
        roll.of(['Exchange Online', 'SharePoint Online', 'Microsoft Teams', 'Microsoft Entra']),
      ],
      hasAttachments: false,
      details: [
        { name: 'ExternalLink', value: 'https://learn.microsoft.com/microsoft-365/admin/' },
        { name: 'Summary', value: text },
      ],
      body: { contentType: 'html', content: bodyOf(title, text, at) },
      viewPoint: { isRead: at > 8, isArchived: false, isFavorited: at % 11 === 3 },
    };
  });
}

function bodyOf(title: string, text: string, at: number): string {
  const table =
    at % 4 === 0
      ? '<table border="1"><tr><th>Ring</th><th>Begins</th></tr><tr><td>Targeted</td><td>soon</td></tr><tr><td>Worldwide</td><td>later</td></tr></table>'
      : '';
  return `<p>${text}</p><p><b>When this will happen:</b></p><p>Rollout takes about four weeks.</p>${table}<p><b>How this affects your organization:</b></p><ul><li>${title} reaches everybody.</li><li>Nothing has to be installed.</li></ul><p><b>What you can do:</b> read <a href="https://learn.microsoft.com/microsoft-365/admin/" target="_blank" rel="noopener">the documentation</a>.</p>`;
}

const stamp = (time: number) =>
  new Date(Math.floor(time / 1000) * 1000).toISOString().replace('.000', '');
