/** The pages that ask for permission, and the one that says who would have to be asked. */
import { html } from 'hono/html';
import { tenantNamed } from '#simulator/seed/tenants.ts';
import { signInName } from '#simulator/entra/directory.ts';
import type { ScopeWords } from '#simulator/entra/graph-scopes.ts';
import type { Person } from '#simulator/tenant-context.ts';
import {
  actions,
  formAround,
  identity,
  type FlowForm,
  type Markup,
  type PageContent,
} from './frame.ts';

export interface AskedInWords extends ScopeWords {
  /** Title of the resource. */
  readonly resource: string;
}

export function consentPage(
  form: FlowForm,
  app: string,
  person: Person,
  scopes: readonly AskedInWords[],
  forEverybody = false,
): PageContent {
  const organization = tenantNamed(person.tenantId);
  const own = person.isPersonal
    ? html`Accepting lets ${app} use your data in this way.`
    : html`Accepting lets ${app} use your data in this way. You decide for yourself only, not for
      ${organization}${person.isAdministrator ? ', unless you tick the box: then nobody else there will be asked' : ''}.`;
  return {
    title: forEverybody ? 'Permissions requested for your organization' : 'Permissions requested',
    body: html`${identity(signInName(person))}
      <p>${app} would like to:</p>
      ${scopeList(scopes)}
      <p>
        ${
          forEverybody
            ? html`Accepting lets ${app} use the data of everybody at ${organization} in this way,
              each person's when that person signs in. Nobody else will be asked.`
            : own
        }
      </p>
      ${formAround(
        form,
        html`${
          person.isAdministrator && !forEverybody
            ? html`<label class="check"
                ><input type="checkbox" name="everybody" value="1" /> Consent on behalf of your
                organization</label
              >`
            : ''
        }
        ${actions(['accept', 'Accept'])}`,
      )}`,
  };
}

/** "Need admin approval", or with the tenant's workflow "Approval required" and a way to ask. */
export function approvalPage(
  form: FlowForm,
  app: string,
  person: Person,
  scopes: readonly AskedInWords[],
  canAsk: boolean,
): PageContent {
  const back = 'Return to the application without granting consent';
  return {
    title: canAsk ? 'Approval required' : 'Need admin approval',
    body: html`${identity(signInName(person))}
      <p>
        ${app} needs permission to use data in ${tenantNamed(person.tenantId)} that only an
        administrator can grant (AADSTS${canAsk ? 90095 : 90094}).
        ${canAsk ? '' : 'Please ask one to grant permission before you can use it.'}
      </p>
      ${scopeList(scopes)}
      ${formAround(
        form,
        canAsk
          ? html`<label
                >Enter justification for requesting this app
                <textarea name="reason" rows="3" maxlength="500"></textarea>
              </label>
              ${actions(['request', 'Request approval'], back)}`
          : html`<div class="actions">
              <button name="cancel" value="1">${back}</button>
              <button name="other" value="1">Have an admin account? Sign in with it</button>
            </div>`,
      )}`,
  };
}

export function approvalSentPage(form: FlowForm): PageContent {
  return {
    title: 'Request sent',
    body: html`<p>
        The administrators of this tenant have your request. In this simulation you are one of them
        too: the control panel lists it.
      </p>
      ${formAround(
        form,
        html`<div class="actions">
          <button class="primary" name="cancel" value="1">Back to app</button>
        </div>`,
      )}`,
  };
}

/** A person with permissions of several resources before them is told whose each one is. */
function scopeList(scopes: readonly AskedInWords[]): Markup {
  const isOne = new Set(scopes.map(({ resource }) => resource)).size < 2;
  return html`<ul>
    ${scopes.map(
      (scope) =>
        html`<li class="scope">
          <h2>${scope.title}</h2>
          <p>${scope.detail}${isOne ? '' : html` <small>${scope.resource}</small>`}</p>
        </li>`,
    )}
  </ul>`;
}
