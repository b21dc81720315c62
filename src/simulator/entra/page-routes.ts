/** The paths of the simulated Entra that a person meets, and what becomes of a refusal there: a page, or a way back. */
import type { Router } from '#simulator/router/router.ts';
import {
  cancelled,
  needsAdministrator,
  requestApproval,
} from '#simulator/entra/authorize/consent.ts';
import { formFor, readFlow, type Flow, type Step } from '#simulator/entra/authorize/flow.ts';
import { answerSignOut, answerSignOutForm } from '#simulator/entra/authorize/logout.ts';
import { proceed, rememberStep } from '#simulator/entra/authorize/proceed.ts';
import { type SignInRequest } from '#simulator/entra/authorize/request.ts';
import {
  accountOfSession,
  askForAccount,
  askForPassword,
  namedAccount,
  signInAtBrowser,
} from '#simulator/entra/authorize/sign-in.ts';
import { personOf, type EntraContext } from './directory.ts';
import { checkTold, wrongMethod } from './errors.ts';
import { approvalSentPage } from '#simulator/entra/pages/consent.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import type { asToday } from '#simulator/entra/older/older-sign-in.ts';
import { type Visit, onPage, forApplication } from './page-visit.ts';

export function addPages(routes: Router, context: EntraContext): void {
  const authorize = (request: Request, segment: string, isOlder = false) =>
    onPage(context, request, async (visit) => {
      // The person will take a second to choose; the keys of the token that follows are made meanwhile.
      context.keys.prepare();
      const sent = request.method === 'POST' ? visit.form : new URL(request.url).searchParams;
      const parameters = isOlder ? await olderAsToday(context, segment, sent) : sent;
      return forApplication(context, segment, parameters, visit, async (asked) => {
        checkTold(request);
        const account = await accountOfSession(context, asked, visit.session);
        return account
          ? proceed(context, asked, visit.session, account)
          : askForAccount(context, asked, visit.session);
      });
    });
  routes.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/authorize', (c) =>
    authorize(c.req.raw, c.req.param('tenant')),
  );
  routes.on(['GET', 'POST'], '/:tenant/oauth2/authorize', (c) =>
    authorize(c.req.raw, c.req.param('tenant'), true),
  );
  addSteps(routes, context);
  addAdminConsent(routes, context);
  const signOut = (request: Request, segment: string) =>
    onPage(context, request, (visit) => {
      const query = request.method === 'POST' ? visit.form : new URL(request.url).searchParams;
      return answerSignOut(context, segment, query, visit.session);
    });
  for (const path of ['/:tenant/oauth2/v2.0/logout', '/:tenant/oauth2/logout'] as const)
    routes.on(['GET', 'POST'], path, (c) => signOut(c.req.raw, c.req.param('tenant')));
  routes.post('/:tenant/signout', (c) =>
    onPage(context, c.req.raw, (visit) => answerSignOutForm(context, visit)),
  );
}

/** Hardly anybody asks in the way of 2014, so that is loaded by whoever does. */
async function olderAsToday(...request: Parameters<typeof asToday>): Promise<URLSearchParams> {
  const older = await import('#simulator/entra/older/older-sign-in.ts');
  return older.asToday(...request);
}

/** An administrator agrees once, if at all. */
function addAdminConsent(routes: Router, context: EntraContext): void {
  const load = () => import('#simulator/entra/authorize/admin-consent.ts');
  for (const [path, version] of [
    ['/:tenant/v2.0/adminconsent', 'v2'],
    ['/:tenant/adminconsent', 'v1'],
  ] as const)
    routes.get(path, (c) =>
      onPage(context, c.req.raw, async (visit) => {
        const { openAdminConsent } = await load();
        const query = new URL(c.req.url).searchParams;
        return openAdminConsent(context, c.req.param('tenant'), query, visit, version);
      }),
    );
  routes.post('/:tenant/adminconsent', (c) =>
    onPage(context, c.req.raw, async (visit) => (await load()).answerAdminConsent(context, visit)),
  );
}

type Answer = (request: SignInRequest, visit: Visit, flow: Flow) => Promise<Response>;

/** The forms of a sign-in, by the page that they stand on. */
function addSteps(routes: Router, context: EntraContext): void {
  const step = (path: string, steps: readonly Step[], answer: Answer) =>
    routes.all(`/:tenant/${path}`, (c) =>
      onPage(context, c.req.raw, async (visit) => {
        // Somebody went back to a page that a form had opened.
        if (c.req.method !== 'POST') throw wrongMethod(c.req.method);
        const flow = await readFlow(context, visit.form.get('flow') ?? '', visit.sessions);
        const query = new URLSearchParams(flow.query);
        return forApplication(context, flow.segment, query, visit, async (request) => {
          if (!steps.includes(flow.step)) return askForAccount(context, request, visit.session);
          if (visit.form.has('cancel'))
            throw flow.step === 'approval' ? needsAdministrator(context) : cancelled();
          return answer(request, visit, flow);
        });
      }),
    );
  step('signin', ['account', 'password'], (request, visit, flow) =>
    flow.oid ? signIn(context, request, visit, flow.oid) : chosen(context, request, visit),
  );
  step('renew', ['renew-password'], async (request, visit, { oid = '' }) => {
    const person = personOf(context, request.authority, oid);
    if (person) await context.changePerson(person.oid, { difficulty: 'none' });
    // A new password ends what the old one had opened.
    await context.state.revoke(oid, context.now(), { refreshTokens: true, byPassword: true });
    return signIn(context, request, visit, oid);
  });
  for (const [path, member] of [
    ['mfa', 'mfaAt'],
    ['terms', 'agreedAt'],
  ] as const)
    step(path, [path], async (request, visit, { oid = '' }) => {
      const account = await rememberStep(context, visit.session, oid, member);
      return account
        ? proceed(context, request, visit.session, account)
        : askForAccount(context, request, visit.session);
    });
  step('consent', ['consent'], async (request, visit, { oid }) => {
    if (!visit.form.has('accept')) throw cancelled();
    const accounts = await context.state.accounts(visit.session);
    const account = accounts.find((each) => each.oid === oid);
    const given = visit.form.has('everybody') ? 'given-for-everybody' : 'given';
    return account
      ? proceed(context, request, visit.session, account, given)
      : askForAccount(context, request, visit.session);
  });
  step('approval', ['approval'], async (request, visit, { oid = '' }) => {
    if (visit.form.has('other')) return askForAccount(context, request, visit.session);
    const person = personOf(context, request.authority, oid);
    const reason = visit.form.get('reason') ?? '';
    if (!person || !(await requestApproval(context, request, person, reason)))
      throw needsAdministrator(context);
    const form = await formFor(context, request, visit.session, 'approval', oid);
    return pageResponse(approvalSentPage(form));
  });
}

/** Somebody's button was pressed, or a name was typed. */
async function chosen(
  context: EntraContext,
  request: SignInRequest,
  visit: Visit,
): Promise<Response> {
  const name = visit.form.get('name')?.trim();
  if (name !== undefined && !visit.form.has('account')) {
    const named = namedAccount(context, request, name);
    return 'problem' in named
      ? askForAccount(context, request, visit.session, { name, text: named.problem })
      : askForPassword(context, request, visit.session, named.account);
  }
  const account = visit.form.get('account') ?? '';
  if (!personOf(context, request.authority, account))
    return askForAccount(context, request, visit.session);
  return request.prompt === 'login'
    ? askForPassword(context, request, visit.session, account)
    : signIn(context, request, visit, account);
}

async function signIn(
  context: EntraContext,
  request: SignInRequest,
  { session }: Visit,
  oid: string,
): Promise<Response> {
  return proceed(context, request, session, await signInAtBrowser(context, session, oid));
}
