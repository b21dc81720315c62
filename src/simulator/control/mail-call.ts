/** Lets new mail arrive in somebody's mailbox. */
import type { Router } from '#simulator/router/router.ts';
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { hasMailbox } from '#simulator/graph/graph-access.ts';
import { letMailArrive, type Arrival } from '#simulator/outlook/sending/arrival.ts';
import { BadCall, type Steered } from './steered.ts';

export function addMailCall(routes: Router, { store, entra }: Steered): void {
  routes.post('/control/mail', async (c) => {
    const arrival = await c.req.json<Arrival>();
    if (arrival.user === undefined) throw new BadCall('Whom? The call names a user.');
    const wanted = arrival.user.toLowerCase();
    const person = entra.people.find(
      ({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted,
    );
    if (!person || !hasMailbox(person)) {
      throw new BadCall(`Nobody here with a mailbox is called ${wanted}.`, 404);
    }
    const { now, seed } = entra;
    const arrived = await letMailArrive({ store, now, seed }, person, arrival).catch(
      (error: unknown) => {
        throw error instanceof GraphRefusal ? new BadCall(error.message) : error;
      },
    );
    return c.json({ arrived });
  });
}
