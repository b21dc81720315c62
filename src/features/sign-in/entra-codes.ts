/** What Entra's numbers mean for a person. They choose words and nothing else: Microsoft may renumber at any time. */
import type { Failure } from '#shell/failure.ts';

type Meaning = Pick<Failure, 'whose' | 'explanation'>;

const administrator = (explanation: string): Meaning => ({
  whose: 'your administrator',
  explanation,
});

/** Under "App registrations" in the portal. */
const authentication =
  'in the Entra admin center, under App registrations, your app, Authentication';
const permissions = 'in the Entra admin center, under App registrations, your app, API permissions';

const meanings: Readonly<Record<number, Meaning>> = {
  50011: administrator(
    `The redirect URI of this page is not registered for the app. Add it ${authentication}; the set-up shows the exact address.`,
  ),
  50020: administrator(
    'The account is from another tenant than the one that is set up. Sign in with an account of that tenant, or change the tenant in the set-up.',
  ),
  50105: administrator(
    'The app is open only to people who were assigned to it. An administrator can assign you, in the Entra admin center, under Enterprise applications, the app, Users and groups.',
  ),
  50194: administrator(
    'The app is registered for one tenant only. Put that tenant’s id or domain into the set-up in place of “common”.',
  ),
  53000: administrator(
    'A policy of your organisation asks for a device that it manages and finds in order. Sign in from such a device.',
  ),
  53001: administrator(
    'A policy of your organisation asks for a device that has joined it. Sign in from such a device.',
  ),
  53003: administrator(
    'A policy of your organisation (Conditional Access) does not allow this sign-in from here.',
  ),
  65004: {
    whose: 'you',
    explanation: 'You did not accept the permissions. Nothing was shared with this app.',
  },
  65005: administrator(
    `The app asks for an API that its registration does not name. Add the permission ${permissions}.`,
  ),
  90002: administrator(
    'There is no tenant of that name. Check the tenant in the set-up for a typing error.',
  ),
  90038: administrator(
    'The tenant lives in another national cloud. Choose that cloud in the set-up; the app has to be registered there too.',
  ),
  90094: administrator(
    `These permissions need the approval of an administrator, who can give it ${permissions}. Ask for it, then sign in again.`,
  ),
  90095: administrator('The request was sent to your administrators. Sign in again once approved.'),
  500011: administrator(
    'The tenant knows no API of that address, which belongs to another cloud or was never used there. Check the cloud in the set-up.',
  ),
  500113: administrator(
    `The app has no redirect URI at all. Add one of the type Single-page application ${authentication}; the set-up shows the exact address.`,
  ),
  650052: administrator(
    'The organisation has no subscription for the service whose permission was asked.',
  ),
  650057: administrator(
    `The app asks for an API that its registration does not name. Add the permission ${permissions}.`,
  ),
  700016: administrator(
    'The tenant knows no app with this client id. Compare it with the Application (client) ID on the app’s Overview in the Entra admin center, and check the tenant and the cloud in the set-up.',
  ),
  900439: administrator(
    'The account belongs to the cloud of the US Government. Choose that cloud in the set-up; the app has to be registered there too.',
  ),
  7000112: administrator(
    'The app is switched off in the tenant. An administrator can enable it, in the Entra admin center, under Enterprise applications, the app, Properties.',
  ),
  7000218: administrator(
    `The redirect URI is registered with a platform type that needs a secret. Move it to Single-page application ${authentication}.`,
  ),
  9002326: administrator(
    `The redirect URI is registered with another platform type. Move it to Single-page application ${authentication}.`,
  ),
  9002327: administrator(
    'Something removed the Origin header on the way, such as an extension or a proxy. Microsoft needs it from a single-page application.',
  ),
};

export function explainCodes(codes: readonly number[] | undefined): Meaning | undefined {
  const known = codes?.find((code) => Object.hasOwn(meanings, code));
  return known === undefined ? undefined : meanings[known];
}
