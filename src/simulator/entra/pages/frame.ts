/** The frame of every page of the simulated Entra: plain HTML forms without script, so that any client can show them. */
import { html, raw } from 'hono/html';
import { company } from '#simulator/seed/company.ts';
import { pageStyle } from './style.ts';

export type Markup = ReturnType<typeof html>;

/** Everything on a page but its frame. */
export interface PageContent {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
  /** The one script that may run on it. */
  readonly script?: string;
}

export async function pageResponse({
  title,
  body,
  status = 200,
  script,
}: PageContent): Promise<Response> {
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
        ${script === undefined ? '' : raw(`<script>${script}</script>`)}
      </body>
    </html>`;
  return new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store, no-cache',
      // No `form-action`: Chromium applies it to the redirect that follows a form, which goes to the application.
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'${await allowing(script)}`,
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}

async function allowing(script: string | undefined): Promise<string> {
  if (script === undefined) return '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  return `; script-src 'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** A form of a sign-in under way; `flow` carries the request, sealed and bound to this browser. */
export interface FlowForm {
  readonly action: string;
  readonly flow: string;
}

export function formAround({ action, flow }: FlowForm, content: Markup): Markup {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="flow" value="${flow}" />
    ${content}
  </form>`;
}

/** @param primary what the page is for: the name of its button, and what it says */
export function actions(
  primary: readonly [name: string, words: string],
  cancel = 'Cancel',
): Markup {
  // The first button of a form is the one that Enter presses; the style puts it last.
  return html`<div class="actions">
    <button class="primary" name="${primary[0]}" value="1">${primary[1]}</button>
    <button name="cancel" value="1">${cancel}</button>
  </div>`;
}

/** Who is asked, as on every page of the real one. */
export function identity(name: string): Markup {
  return html`<p class="who">${name}</p>`;
}
