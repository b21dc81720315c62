/** Codes of the user flows of Azure AD B2C. */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';

const askPage = 'Go on with a sign-in at Microsoft’s page (redirect or pop-up).';

export const userFlowCodes: Readonly<Record<string, Row>> = {
  AADB2C90118: [
    'account',
    'you',
    'The person pressed “Forgot your password?”; the page expects the app to go on with the flow for that.',
    'Send the browser to the flow that resets passwords.',
  ],
  AADB2C90091: ['consent', 'you', 'The person left the user flow.', 'Offer the sign-in again.'],
  AADB2C90077: ['session', 'you', 'There is no session for a sign-in without a question.', askPage],
  AADB2C90006: [
    'registration',
    'the app’s owner',
    'The redirect URI is not registered for the app.',
    'Add exactly this URI in the app’s registration, under Authentication.',
  ],
  AADB2C90117: [
    'request',
    dev,
    'A scope of the request is not known.',
    'Publish it under Expose an API and give the app leave to ask for it.',
  ],
  AADB2C90205: [
    'consent',
    admin,
    'The app was not given leave for what it asks.',
    'Grant admin consent to it in the directory of the customers.',
  ],
  AADB2C90080: ['session', 'you', 'The code or the refresh token has expired.', askPage],
  AADB2C90079: [
    'registration',
    dev,
    'The app has to prove itself, and sent no secret.',
    'Register the redirect URI as Single-page application for a page.',
  ],
  AADB2C99002: ['account', 'you', 'There is no account of that name.', 'Sign up first.'],
};
