/** The pages a person meets at the simulated Entra: plain HTML forms without script, so that any client can show them. */
import { html, raw } from 'hono/html';
import { company } from '#simulator/seed/company.ts';
import type { ScopeWords } from '#simulator/entra/graph-scopes.ts';
import { pageStyle } from './page-style.ts';
import type { Person } from '#simulator/tenant-context.ts';

type Markup = ReturnType<typeof html>;

/** Everything on a page but its frame. */
export interface PageContent {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
}

export async function pageResponse({ title, body, status = 200 }: PageContent): Promise<Response> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Simulated Microsoft sign-in</title>
        <style>
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        <header>Simulated Microsoft sign-in</header>
        <main>
          <h1 tabindex="-1">${title}</h1>
          ${body}
        </main>
        <footer>
          Nothing here reaches Microsoft. ${company.name} and its people are invented.
        </footer>
      </body>
    </html>`;
  return new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store, no-cache',
      // No `form-action`: Chromium applies it to the redirect that follows a form, which goes to the application.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** A form of a sign-in under way; `flow` carries the request, sealed and bound to this browser. */
export interface FlowForm {
  readonly action: string;
  readonly flow: string;
}

export interface Choice {
  readonly person: Person;
  readonly signedIn: boolean;
}

export function accountPage(
  form: FlowForm,
  app: string,
  choices: readonly Choice[],
  again: boolean,
) {
  const list = html`<ul>
    ${choices.map(({ person, signedIn }) => personButton(person, signedIn))}
  </ul>`;
  return {
    title: again ? 'Sign in again' : 'Pick an account',
    body: html`<p>
        ${
          choices.length === 0
            ? html`Nobody in this simulation can sign in to ${app} here: it has no account of that
              kind.`
            : html`to continue to ${app}. These people are invented and need no password.`
        }
      </p>
      <form method="post" action="${form.action}">
        <input type="hidden" name="flow" value="${form.flow}" />
        ${choices.length === 0 ? '' : list}
        <div class="actions"><button name="cancel" value="1">Cancel</button></div>
      </form>`,
  };
}

function personButton(person: Person, signedIn: boolean): Markup {
  const notes = [
    ...(signedIn ? ['signed in'] : []),
    ...(person.isAdministrator ? ['administrator'] : []),
    ...(person.servicePlans.includes('EXCHANGE_S_ENTERPRISE') ? [] : ['no mailbox']),
  ];
  return html`<li>
    <button class="person" name="account" value="${person.oid}">
      <span class="initials" aria-hidden="true">${initials(person)}</span>
      <span class="name"
        ><b>${person.displayName}</b> <small>${person.userPrincipalName}</small></span
      >
      ${notes.map((note) => html`<span class="note">${note}</span>`)}
    </button>
  </li>`;
}

function initials({ givenName, surname }: Person): string {
  return `${[...givenName][0] ?? ''}${[...surname][0] ?? ''}`.toUpperCase();
}

export function consentPage(
  form: FlowForm,
  app: string,
  person: Person,
  scopes: readonly ScopeWords[],
  forEverybody = false,
): PageContent {
  return {
    title: forEverybody ? 'Permissions requested for your organization' : 'Permissions requested',
    body: html`<p class="who">${person.userPrincipalName}</p>
      <p>${app} would like to:</p>
      <ul>
        ${scopes.map(
          (scope) =>
            html`<li class="scope">
              <h2>${scope.title}</h2>
              <p>${scope.detail}</p>
            </li>`,
        )}
      </ul>
      <p>
        ${
          forEverybody
            ? html`Accepting lets ${app} use the data of everybody at ${company.name} in this way,
              each person's when that person signs in. Nobody else will be asked.`
            : html`Accepting lets ${app} use your data in this way. You decide for yourself only,
              not for ${company.name}.`
        }
      </p>
      <form method="post" action="${form.action}">
        <input type="hidden" name="flow" value="${form.flow}" />
        <div class="actions">
          <button name="cancel" value="1">Cancel</button>
          <button class="primary" name="accept" value="1">Accept</button>
        </div>
      </form>`,
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
      <dl>
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`,
  };
}

export function signedOutPage(): PageContent {
  return {
    title: 'You signed out of your account',
    body: html`<p>It is a good idea to close all browser windows.</p>`,
  };
}
