/** Steps between the account and the consent: a second factor, a new password; and the page of a refusal. */
import { html } from 'hono/html';
import { actions, formAround, identity, type FlowForm, type PageContent } from './frame.ts';

export function secondFactorPage(
  form: FlowForm,
  name: string,
  number: number,
  isNew: boolean,
): PageContent {
  return {
    title: isNew ? 'Let’s keep your account secure' : 'Approve sign in request',
    body: html`${identity(name)}
      <p>
        Your organization asks for a second factor${isNew ? ', and you have none yet' : ''}. An
        authenticator would now ask for this number; here a press is enough.
      </p>
      <p class="number">${number}</p>
      ${formAround(form, actions(['approve', 'Approve']))}`,
  };
}

export function termsPage(form: FlowForm, name: string): PageContent {
  return {
    title: 'Terms of use',
    body: html`${identity(name)}
      <p>Your organization wants you to accept its terms of use before you go on.</p>
      ${formAround(form, actions(['agree', 'Accept'], 'Decline'))}`,
  };
}

export function newPasswordPage(form: FlowForm, name: string): PageContent {
  return {
    title: 'Update your password',
    body: html`${identity(name)}
      <p>
        Your password has expired (AADSTS50055). Any new one will do here; what was issued before
        ends with the old one.
      </p>
      ${formAround(
        form,
        html`<label
            >New password
            <input name="password" type="password" autocomplete="new-password" autofocus
          /></label>
          ${actions(['signin', 'Sign in'])}`,
      )}`,
  };
}

export function refusalPage(
  code: number,
  text: string,
  facts: readonly (readonly [string, string])[],
): PageContent {
  return {
    title: 'Sorry, but we’re having trouble signing you in',
    status: 400,
    body: html`<p><b class="bad">AADSTS${code}:</b> ${text}</p>
      <h2>Troubleshooting details</h2>
      <p>Whoever helps you will want to know these. The application was told nothing.</p>
      <dl>
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`,
  };
}

/** What the lookup page for error codes says about one of ours. */
export function errorLookupPage(
  code: string,
  kind: { readonly error: string; readonly suberror?: string } | undefined,
): PageContent {
  return {
    title: 'Error code lookup',
    ...(kind ? {} : { status: 404 }),
    body: kind
      ? html`<dl>
          <dt>Error Code</dt>
          <dd>${code}</dd>
          <dt>OAuth error</dt>
          <dd>${kind.error}</dd>
          ${
            kind.suberror
              ? html`<dt>suberror</dt>
                  <dd>${kind.suberror}</dd>`
              : ''
          }
        </dl>`
      : html`<p>This simulation never sends the code ${code}.</p>`,
  };
}
