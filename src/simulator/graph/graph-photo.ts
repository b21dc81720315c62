/** Pictures of people: one's own and colleagues', in every size that Graph offers (profilePhoto resource). */
import type { ProfilePhoto } from '#contract/graph.ts';
import { portrait } from '#simulator/seed/picture.ts';
import { hashText } from '#simulator/seed/random.ts';
import { colleaguesOf } from '#simulator/directory/user.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { hasMailbox, needs, opens } from './graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from './graph-answer.ts';

const photoSizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];
const usual = 240;

export function photoRoutes(app: GraphApp, context: TenantContext): void {
  const guard = needs(context, opens.profile, 'directory');
  for (const whose of ['/v1.0/me', '/v1.0/users/:user']) {
    app.get(`${whose}/photo`, guard, (c) => {
      const person = personOf(c, context);
      return answer({
        '@odata.context': metadata(context, `users('${person.oid}')/photo/$entity`),
        ...photo(person, usual),
      });
    });
    app.get(`${whose}/photos`, guard, (c) => {
      const person = personOf(c, context);
      const value = photoSizes.map((size) => photo(person, size));
      return answer(collection(context, `users('${person.oid}')/photos`, value));
    });
    app.get(`${whose}/photos/:size`, guard, (c) => {
      const person = personOf(c, context);
      return answer({
        '@odata.context': metadata(context, `users('${person.oid}')/photos/$entity`),
        ...photo(person, sizeNamed(c.req.param('size') ?? '')),
      });
    });
    app.get(`${whose}/photo/$value`, guard, (c) => picture(personOf(c, context), usual));
    app.get(`${whose}/photos/:size/$value`, guard, (c) =>
      picture(personOf(c, context), sizeNamed(c.req.param('size') ?? '')),
    );
  }
}

/** Oneself, or the colleague that the address names. */
function personOf(c: GraphContext, context: TenantContext): Person {
  const { person } = c.get('facts');
  const name = (c.req.param('user') ?? person.oid).toLowerCase();
  const found = colleaguesOf(context, person).find(({ oid, userPrincipalName }) =>
    [oid, userPrincipalName.toLowerCase()].includes(name),
  );
  const who = found ?? (name === person.oid ? person : undefined);
  // Pictures live in the mailbox; one that holds nothing yet holds no picture either.
  if (!who || !hasMailbox(who) || who.mailboxSize === 0) throw noPhoto();
  return who;
}

function sizeNamed(name: string): number {
  const size = photoSizes.find((each) => `${each}x${each}` === name.toLowerCase());
  if (size === undefined) throw noPhoto();
  return size;
}

async function picture(person: Person, size: number): Promise<Response> {
  return new Response(await portrait(hashText(person.oid), size), {
    headers: { 'content-type': 'image/png', etag: photo(person, size)['@odata.mediaEtag'] ?? '' },
  });
}

function photo(person: Person, size: number): ProfilePhoto {
  return {
    '@odata.mediaContentType': 'image/png',
    '@odata.mediaEtag': `"${hashText(`${person.oid}/${size}`).toString(16).toUpperCase()}"`,
    id: `${size}X${size}`,
    height: size,
    width: size,
  };
}

function noPhoto(): GraphRefusal {
  return new GraphRefusal(
    404,
    'ImageNotFound',
    'Exception of type Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException was thrown.',
  );
}
