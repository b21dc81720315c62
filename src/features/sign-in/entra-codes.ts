/** What Entra's numbers mean for a person. They choose words and nothing else: Microsoft may renumber at any time. */
import type { Failure } from '#shell/failure.ts';

type Meaning = Pick<Failure, 'whose' | 'explanation'>;

const administrator = (explanation: string): Meaning => ({
  whose: 'your administrator',
  explanation,
});

const meanings: Readonly<Record<number, Meaning>> = {
  50011: administrator(
    'The redirect URI of this page is not registered for the app. The set-up shows the exact address to register.',
  ),
  50020: administrator(
    'The account is from another tenant than the one that is set up. Sign in with an account of that tenant, or change the tenant in the set-up.',
  ),
  50105: administrator(
    'The app is open only to people who were assigned to it. An administrator can assign you.',
  ),
  50194: administrator(
    'The app is registered for one tenant only. Put that tenant’s id or domain into the set-up in place of “common”.',
  ),
  53003: administrator(
    'A policy of your organisation (Conditional Access) does not allow this sign-in from here.',
  ),
  65004: {
    whose: 'you',
    explanation: 'You did not accept the permissions. Nothing was shared with this app.',
  },
  90002: administrator(
    'There is no tenant of that name. Check the tenant in the set-up for a typing error.',
  ),
  90094: administrator(
    'These permissions need the approval of an administrator. Ask for it, then sign in again.',
  ),
  90095: administrator('The request was sent to your administrators. Sign in again once approved.'),
  700016: administrator(
    'The tenant knows no app with this client id. Check the client id and the cloud in the set-up.',
  ),
  9002326: administrator(
    'The redirect URI is registered with another platform type. It must be of the type Single-page application.',
  ),
  9002327: administrator(
    'Something removed the Origin header on the way, such as an extension or a proxy. Microsoft needs it from a single-page application.',
  ),
};

export function explainCodes(codes: readonly number[] | undefined): Meaning | undefined {
  const known = codes?.find((code) => Object.hasOwn(meanings, code));
  return known === undefined ? undefined : meanings[known];
}
