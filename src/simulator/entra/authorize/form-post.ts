/**
 * `response_mode=form_post` (OAuth 2.0 Form Post Response Mode 1.0): a page that posts the answer to the application, by
 * itself where scripts run and by a press where they do not.
 */
import { html } from 'hono/html';
import { pageResponse } from '#simulator/entra/pages/frame.ts';

export function answerByPost(redirectUri: string, answer: URLSearchParams): Promise<Response> {
  const fields = [...answer].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return pageResponse({
    title: 'Back to the application',
    body: html`<form method="post" action="${redirectUri}">
      ${fields}
      <div class="actions"><button class="primary">Continue</button></div>
    </form>`,
    script: 'document.forms[0].submit();',
  });
}
