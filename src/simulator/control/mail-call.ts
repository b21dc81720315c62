/** Lets new mail arrive in somebody's mailbox. */
import type { Router } from '#simulator/router/router.ts';
import { hasMailbox } from '#simulator/graph/graph-access.ts';
import { letMailArrive, type Arrival } from '#simulator/outlook/sending/arrival.ts';
import { BadCall, type Steered } from './steered.ts';

export function addMailCall(routes: Router, { store, entra }: Steered): void {
  routes.post('/control/mail', async (c) => {
    const arrival = await c.req.json<Arrival>();
    const wanted = String(arrival.user).toLowerCase();
    const person = entra.people.find(
      ({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted,
    );
    if (!person || !hasMailbox(person)) {
      throw new BadCall(`Nobody here with a mailbox is called ${wanted}.`, 404);
    }
    const { now, seed } = entra;
    return c.json({ arrived: await letMailArrive({ store, now, seed }, person, arrival) });
  });
}
