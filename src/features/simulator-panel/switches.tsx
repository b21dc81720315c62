import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField } from '#ui/text-field.tsx';
import type { AskTenant } from './control-api.ts';
import { controlQueries } from './control-queries.ts';
import type { Tell } from './simulator-screen.tsx';
import styles from './simulator-screen.module.css';

const consent = {
  legacy: 'People may consent to what needs no administrator.',
  recommended: 'Mail, calendars, chats, tasks and all files need an administrator: AADSTS90094.',
  low: 'Only the profile and offline access; the rest is AADSTS90094.',
  none: 'Every permission needs an administrator: AADSTS90094.',
} as const;

/** What a refresh or a sign-in without a question is answered with. */
const access = {
  none: 'Whoever has a password may in.',
  mfa: 'A second factor, at most an hour old: AADSTS50076, then 50078.',
  'mfa-registration': 'A second factor has to be set up first: AADSTS50079.',
  'compliant-device': 'A device that the organisation calls compliant: AADSTS53000.',
  'joined-device': 'A device that belongs to the organisation: AADSTS53001.',
  'approved-app': 'An application that is on a list: AADSTS53002.',
  'terms-of-use': 'Terms have to be accepted on the page: AADSTS50158.',
  block: 'Nobody may, nowhere: AADSTS53003.',
  'tenant-security': 'The organisation’s security policy says no: AADSTS530032.',
  'security-defaults': 'Security defaults say no: AADSTS530035.',
  'recent-sign-in': 'A sign-in at most an hour old: AADSTS70043.',
} as const;

/** What a rule can be for: whatever is asked, or one permission of the many. */
const concerned = [
  'everything',
  'User.Read',
  'Mail.Read',
  'Contacts.Read',
  'Calendars.Read',
  'Files.Read',
];

/** One choice each: what it simulates, and what to expect of it. */
export function Switches({ ask, tell }: { ask: AskTenant; tell: Tell }) {
  const { data } = useSuspenseQuery(controlQueries.state(ask));
  const { policies, network, seed, mailboxSize } = data.steering;
  const choose = (part: object) => tell('policies', part);
  const [rule] = policies.conditionalAccess;
  // Kept while there is no rule, so that either can be chosen first.
  const [when, setWhen] = useState('everything');
  const chooseRule = (require: string, whenAsked: string) =>
    choose({
      conditionalAccess: require === 'none' ? [] : [{ when: whenAsked, require, within: 3600 }],
    });
  return (
    <div className={styles.switches}>
      <SelectField
        label="User consent"
        value={policies.userConsent}
        onValue={(userConsent) => choose({ userConsent })}
        description={consent[policies.userConsent as keyof typeof consent]}
      >
        {Object.keys(consent).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <SelectField
        label="Admin consent requests"
        value={policies.adminConsentRequests ? 'on' : 'off'}
        onValue={(value) => choose({ adminConsentRequests: value === 'on' })}
        description="On: who may not consent can ask on the page (AADSTS90095)."
      >
        <option>off</option>
        <option>on</option>
      </SelectField>
      <SelectField
        label="Conditional Access"
        value={rule?.require ?? 'none'}
        onValue={(require) => chooseRule(require, rule?.when ?? when)}
        description={access[(rule?.require ?? 'none') as keyof typeof access]}
      >
        {Object.keys(access).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <SelectField
        label="Conditional Access is for"
        value={rule?.when ?? when}
        onValue={(value) => {
          setWhen(value);
          if (rule) chooseRule(rule.require, value);
        }}
        description="Tokens with this permission; others are had as before."
      >
        {[...new Set([...concerned, rule?.when ?? when])].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <SelectField
        label="Continuous access evaluation"
        value={policies.continuousAccess ? 'on' : 'off'}
        onValue={(value) => choose({ continuousAccess: value === 'on' })}
        description="On: tokens of a day that can be called back; off: an hour, and no challenge."
      >
        <option>on</option>
        <option>off</option>
      </SelectField>
      <SelectField
        label="Token lifetime"
        value={String(policies.accessTokenLifetime)}
        onValue={(seconds) => choose({ accessTokenLifetime: Number(seconds) })}
        description="Of the access tokens issued from now on."
      >
        <option value="0">as Entra draws it</option>
        <option value="30">30 seconds</option>
        <option value="300">5 minutes</option>
      </SelectField>
      <SelectField
        label="Network"
        value={network.offline ? 'offline' : String(network.latency)}
        onValue={(value) =>
          tell('network', {
            offline: value === 'offline',
            latency: value === 'offline' ? 0 : Number(value),
            jitter: 0,
          })
        }
        description="Of every request to the tenant; offline is no answer at all."
      >
        {[...new Set(['0', '300', '1200', String(network.latency)])].map((value) => (
          <option key={value} value={value}>
            {value} ms
          </option>
        ))}
        <option value="offline">offline</option>
      </SelectField>
      <SelectField
        label="Mailbox size"
        value={String(mailboxSize ?? '')}
        onValue={(value) => tell('world', { mailboxSize: value === '' ? null : Number(value) })}
        description="Messages in each inbox that holds any; 100,000 are counted, not made."
      >
        <option value="">as each person has it</option>
        {[20, 5000, 100_000].map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Seed"
        value={String(seed ?? '')}
        onValue={(value) => tell('world', { seed: value === '' ? null : Number(value) })}
        description="Other invented mailboxes; the same seed gives the same ones. Reload what is open."
      >
        <option value="">the first</option>
        {[1, 2, 3].map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectField>
    </div>
  );
}
