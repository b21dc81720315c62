import { expect, test } from 'vitest';
import {
  adele,
  everyScope,
  graphAs,
  json,
  testContext,
} from '#simulator/graph/graph-test-client.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { letMailArrive, type Arrival } from '#simulator/outlook/sending/arrival.ts';

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly isRead: boolean;
  readonly importance: string;
  readonly categories: readonly string[];
}

const scopes = [...everyScope, ...['MailboxSettings.ReadWrite', 'Mail.ReadWrite', 'Mail.Send']];
const rules = '/me/mailFolders/inbox/messageRules';

function sending(method: string, body: object): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A mailbox with these rules, by their order, and how mail comes into it. */
async function mailboxWith(...made: object[]) {
  const store = createMemoryStore();
  const ask = graphAs({ scopes, store });
  const folder = async (name: string) =>
    (await json<Row>(ask('/me/mailFolders', sending('POST', { displayName: name })))).id;
  const rule = async (given: object, sequence: number) => {
    const body = { displayName: 'A rule', sequence, ...given };
    const answer = await ask(rules, sending('POST', body));
    expect(answer.status).toBe(201);
    return (await json<Row>(answer)).id;
  };
  for (const [at, each] of made.entries()) await rule(each, at + 2);
  const arrive = (arrival: Omit<Arrival, 'user'>) =>
    letMailArrive(testContext({ store }), adele, { user: adele.userPrincipalName, ...arrival });
  /** The newest letters in a folder that came since. */
  const within = async (name: string, subject: string) => {
    const { value } = await json<{ value: Row[] }>(ask(`/me/mailFolders/${name}/messages?$top=5`));
    return value.filter((row) => row.subject === subject);
  };
  return { ask, folder, rule, arrive, within };
}

test('the newsletter rule that is there from the beginning moves what it names, and nothing else', async () => {
  const { ask, arrive, within } = await mailboxWith();
  const { value } = await json<{ value: { id: string; displayName: string }[] }>(
    ask('/me/mailFolders?$top=50'),
  );
  const newsletters = value.find(({ displayName }) => displayName === 'Newsletters')?.id ?? '';
  await arrive({ subject: 'Weekly', from: { address: 'Hello@News.lenses.example' } });
  await arrive({ subject: 'Plain' });
  expect(await within(newsletters, 'Weekly')).toHaveLength(1);
  expect(await within('inbox', 'Weekly')).toEqual([]);
  expect(await within('inbox', 'Plain')).toMatchObject([{ isRead: false, categories: [] }]);
});

test('a rule moves, marks as read, gives categories and importance; a delta query never saw the letter in the inbox', async () => {
  const { ask, folder, rule, arrive, within } = await mailboxWith();
  const target = await folder('Invoices');
  await rule(
    {
      conditions: { subjectContains: ['INVOICE'], sentToMe: true },
      actions: {
        moveToFolder: target,
        markAsRead: true,
        assignCategories: ['Blue category'],
        markImportance: 'high',
      },
    },
    2,
  );
  let link = '/me/mailFolders/inbox/messages/delta?$select=subject&$top=1000';
  for (;;) {
    const page = await json<Record<string, string>>(
      ask(link, { headers: { prefer: 'odata.maxpagesize=1000' } }),
    );
    link = page['@odata.nextLink'] ?? page['@odata.deltaLink'] ?? '';
    if (page['@odata.deltaLink']) break;
  }
  await arrive({ subject: 'Your invoice of May' });
  expect(await within(target, 'Your invoice of May')).toMatchObject([
    { isRead: true, importance: 'high', categories: ['Blue category'] },
  ]);
  expect((await json<{ value: object[] }>(ask(link))).value).toEqual([]);
});

test('rules go by their sequence, and one that stops lets no other follow', async () => {
  const subject = { subjectContains: ['ranked'] };
  const { arrive, within, rule, ask } = await mailboxWith(
    { conditions: subject, actions: { assignCategories: ['second'] } },
    { conditions: subject, actions: { assignCategories: ['third'], stopProcessingRules: true } },
    { conditions: subject, actions: { assignCategories: ['never'] } },
  );
  const first = await rule({ conditions: subject, actions: { assignCategories: ['first'] } }, 0);
  await arrive({ subject: 'ranked 1' });
  const [letter] = await within('inbox', 'ranked 1');
  expect(letter?.categories).toEqual(['first', 'second', 'third']);
  await ask(`${rules}/${first}`, sending('PATCH', { isEnabled: false }));
  await arrive({ subject: 'ranked 2' });
  const [other] = await within('inbox', 'ranked 2');
  expect(other?.categories).toEqual(['second', 'third']);
});

test('an exception keeps a rule from a letter, and every condition has to hold', async () => {
  const { arrive, within } = await mailboxWith({
    conditions: { senderContains: ['layla'], bodyContains: ['budget'], importance: 'high' },
    exceptions: { subjectContains: ['urgent'] },
    actions: { delete: true },
  });
  const from = { name: 'Layla', address: 'layla@northlight.example' };
  const body = { contentType: 'html', content: '<p>The <b>budget</b></p>' } as const;
  const whole = { from, body, importance: 'high' } as const;
  await arrive({ ...whole, subject: 'a' });
  await arrive({ ...whole, subject: 'Urgent: b' });
  await arrive({ ...whole, subject: 'c', importance: 'normal' });
  await arrive({ ...whole, subject: 'd', body: { contentType: 'text', content: 'Nothing' } });
  expect(await within('deleteditems', 'a')).toHaveLength(1);
  expect(await within('inbox', 'a')).toEqual([]);
  for (const subject of ['Urgent: b', 'c', 'd'])
    expect(await within('inbox', subject)).toHaveLength(1);
});

test('what one sends to oneself meets one’s rules, too: copied here, and deleted there for good', async () => {
  const { ask, within } = await mailboxWith(
    { conditions: { sentOnlyToMe: true }, actions: { copyToFolder: 'archive' } },
    { conditions: { subjectContains: ['secret'] }, actions: { permanentDelete: true } },
  );
  for (const subject of ['to myself', 'secret to myself']) {
    const toRecipients = [{ emailAddress: { address: adele.userPrincipalName } }];
    const message = { subject, body: { contentType: 'text', content: 'x' }, toRecipients };
    expect((await ask('/me/sendMail', sending('POST', { message }))).status).toBe(202);
  }
  expect(await within('archive', 'to myself')).toHaveLength(1);
  expect(await within('inbox', 'to myself')).toHaveLength(1);
  expect(await within('archive', 'secret to myself')).toHaveLength(1);
  expect(await within('inbox', 'secret to myself')).toEqual([]);
});

test('a rule whose folder is no more leaves the letter in the inbox, and one for voicemail meets none', async () => {
  const { ask, folder, rule, arrive, within } = await mailboxWith({
    conditions: { isVoicemail: true },
    actions: { delete: true },
  });
  const target = await folder('Soon gone');
  await rule({ conditions: { subjectContains: ['lost'] }, actions: { moveToFolder: target } }, 3);
  // First into the deleted items, where the rule would still find it.
  for (const _ of [1, 2])
    expect((await ask(`/me/mailFolders/${target}`, { method: 'DELETE' })).status).toBe(204);
  await arrive({ subject: 'lost' });
  expect(await within('inbox', 'lost')).toHaveLength(1);
});
