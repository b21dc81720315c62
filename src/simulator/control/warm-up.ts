/** Asks for a few pages of mail before anybody else does, so that the first to ask does not wait for code being compiled. */
import { graphRoutes } from '#simulator/graph-routes.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import { people } from '#simulator/seed/people.ts';
import type { TenantHosts, TenantContext } from '#simulator/tenant-context.ts';

/** The pages are of a tenant of its own, which is forgotten with them. */
export async function warmUp(hosts: TenantHosts): Promise<void> {
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
  for (const path of ['messages?$top=50', 'mailFolders/inbox/messages?$top=50', 'messages?$top=50'])
    await (await app.fetch(new Request(`${hosts.graph}/v1.0/me/${path}`))).text();
}
