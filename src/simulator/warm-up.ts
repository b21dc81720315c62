/** Asks for a few pages of mail before anybody else does, so that the first to ask does not wait for code being compiled. */
import { graphRoutes } from '#simulator/graph/graph-routes.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { people } from '#simulator/seed/people.ts';
import type { TenantHosts, TenantContext } from '#simulator/tenant-context.ts';

/** As the product asks, a few at a time: whoever has little time between two questions can still get one answered. */
const pages = [0, 10, 20, 30, 40].map(
  (skip) =>
    `mailFolders/inbox/messages?$top=10&$skip=${skip}&$orderby=receivedDateTime desc&$select=id,subject,from,sender,toRecipients,receivedDateTime,isRead,isDraft,importance,flag,hasAttachments,categories,conversationId,parentFolderId,bodyPreview`,
);

export interface Manners {
  /** @param page counted from 0; it is asked for afterwards */
  readonly pause?: (page: number) => Promise<void>;
  readonly answered?: (url: string, status: number) => void;
}

/** The pages are of a tenant of its own, which is forgotten with them. */
export async function warmUp(hosts: TenantHosts, { pause, answered }: Manners = {}): Promise<void> {
  const person = people.find(({ mailboxSize }) => mailboxSize > 1000);
  if (!person) return;
  const context: TenantContext = {
    hosts,
    now: Date.now,
    store: createMemoryStore(),
    seed: 1,
    people,
    checkToken: async (_request, resource) => ({
      person,
      scopes: ['User.Read', 'Mail.Read'],
      resource,
    }),
    checkAppToken: async () => ({ refusal: 'missing' }),
  };
  const app = graphRoutes(context);
  const all = [...pages, 'messages?$top=10', 'mailFolders/inbox/messages?$top=50'];
  for (const [index, page] of all.entries()) {
    await pause?.(index);
    const url = `${hosts.graph}/v1.0/me/${page}`;
    const response = await app.fetch(new Request(url));
    await response.text();
    answered?.(url, response.status);
  }
}
