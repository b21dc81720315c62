/** The account page (who is it?), the credentials behind it, and the account page of a sign-out. */
import { html } from 'hono/html';
import { company } from '#simulator/seed/company.ts';
import { consumerTenant, tenantNamed } from '#simulator/seed/tenants.ts';
import type { Person } from '#simulator/tenant-context.ts';
import {
  actions,
  formAround,
  identity,
  type FlowForm,
  type Markup,
  type PageContent,
} from './frame.ts';

export interface AccountChoice {
  readonly person: Person;
  /** Object id at home. */
  readonly account: string;
  /** What the person would type. */
  readonly name: string;
  readonly signedIn: boolean;
  readonly isHinted: boolean;
}

const titles: Readonly<Record<string, string>> = {
  login: 'Sign in again',
  create: 'Create account',
};

export function accountPage(
  form: FlowForm,
  app: string,
  choices: readonly AccountChoice[],
  given: { readonly prompt: string; readonly name: string; readonly problem: string | undefined },
): PageContent {
  const first = choices.filter(isPlain);
  const others = choices.filter((choice) => !isPlain(choice));
  const shown = first.length > 0 ? first : others;
  return {
    title: titles[given.prompt] ?? 'Pick an account',
    body: html`${intro(app, given.prompt, choices.length === 0)}
      ${formAround(
        form,
        html`${shown.length > 0 ? list(shown) : ''}
        ${
          first.length > 0 && others.length > 0
            ? html`<details>
                <summary>More people: difficulties, guests, elsewhere</summary>
                ${list(others)}
              </details>`
            : ''
        }`,
      )}
      <details ${given.problem ? html`open` : ''}>
        <summary>Use another account</summary>
        ${formAround(
          form,
          html`<label
              >Name
              <input
                name="name"
                type="text"
                autocomplete="username"
                value="${given.name}"
                placeholder="someone@${company.domain}"
                ${given.problem ? html`autofocus aria-invalid="true" aria-describedby="problem"` : ''}
            /></label>
            ${given.problem ? html`<p id="problem" class="bad" role="alert">${given.problem}</p>` : ''}
            <div class="actions"><button class="primary" name="next" value="1">Next</button></div>`,
        )}
      </details>
      ${formAround(
        form,
        html`<div class="actions"><button name="cancel" value="1">Cancel</button></div>`,
      )}`,
  };
}

function intro(app: string, prompt: string, isEmpty: boolean): Markup {
  if (isEmpty)
    return html`<p>
      Nobody in this simulation can sign in to ${app} here: it has no account of that kind.
    </p>`;
  if (prompt === 'create')
    return html`<p>
      Nobody can make an account in this simulation. To go on to ${app}, be somebody who has one.
    </p>`;
  return html`<p>to continue to ${app}. These people are invented and need no password.</p>`;
}

/** Whom a newcomer may be without meeting a difficulty. */
function isPlain({ person, signedIn, isHinted }: AccountChoice): boolean {
  return (
    signedIn ||
    isHinted ||
    (person.tenantId === company.tenantId && !person.difficulty && !person.home)
  );
}

function list(choices: readonly AccountChoice[]): Markup {
  return html`<ul>
    ${choices.map(personButton)}
  </ul>`;
}

function personButton({ person, account, name, signedIn }: AccountChoice): Markup {
  const notes = [...(signedIn ? ['signed in'] : []), ...remarks(person)];
  return html`<li>
    <button class="person" name="account" value="${account}">
      <span class="initials" aria-hidden="true">${initials(person)}</span>
      <span class="name"><b>${person.displayName}</b> <small>${name}</small></span>
      <span class="notes">${notes.map((note) => html`<span class="note">${note}</span>`)}</span>
    </button>
  </li>`;
}

const difficulties = {
  disabled: 'disabled',
  deleted: 'deleted',
  'password-expired': 'password expired',
  'needs-mfa': 'second factor',
  'mfa-enabled': 'no second factor yet',
  'mfa-enforced': 'second factor',
  'not-assigned': 'not assigned',
} as const;

/** In two words each, what is particular about a person. */
export function remarks(person: Person): readonly string[] {
  return [
    ...(person.difficulty ? [difficulties[person.difficulty]] : []),
    ...(person.home ? ['guest'] : []),
    ...(person.isPersonal ? ['personal account'] : []),
    ...(person.isAdministrator ? ['administrator'] : []),
    ...([company.tenantId, consumerTenant].includes(person.tenantId)
      ? []
      : [tenantNamed(person.tenantId)]),
    ...(person.home || person.difficulty ? [] : mailboxRemark(person)),
  ];
}

function mailboxRemark({ servicePlans, mailboxSize }: Person): readonly string[] {
  if (servicePlans.length === 0) return ['no licence'];
  if (!servicePlans.some((plan) => plan.startsWith('EXCHANGE'))) return ['no mailbox'];
  return mailboxSize < 50_000 ? [] : [`${mailboxSize.toLocaleString('en')} messages`];
}

function initials({ givenName, surname }: Person): string {
  return `${[...givenName][0] ?? ''}${[...surname][0] ?? ''}`.toUpperCase();
}

export function passwordPage(form: FlowForm, name: string, because?: string): PageContent {
  return {
    title: 'Enter password',
    body: html`${identity(name)}
      <p>${because ?? ''} Any password will do here, and none will do too.</p>
      ${formAround(
        form,
        html`<label
            >Password
            <input name="password" type="password" autocomplete="current-password" autofocus
          /></label>
          ${actions(['signin', 'Sign in'])}`,
      )}`,
  };
}

/** Several are signed in, and nobody said who is leaving. */
export function signOutPage(form: FlowForm, choices: readonly AccountChoice[]): PageContent {
  return {
    title: 'Pick an account',
    body: html`<p>Which account do you want to sign out of?</p>
      ${formAround(form, list(choices))}`,
  };
}

export function signedOutPage(): PageContent {
  return {
    title: 'You signed out of your account',
    body: html`<p>It is a good idea to close all browser windows.</p>`,
  };
}
