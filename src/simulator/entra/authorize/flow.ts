/** A sign-in that waits for a form: the request travels in the form, sealed and bound to one browser. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { FlowForm } from '#simulator/entra/pages/frame.ts';
import type { SignInRequest } from './request.ts';

/** Which page is waiting: one page's form is no answer to another's question. */
export type Step =
  | 'account'
  | 'password'
  | 'mfa'
  | 'terms'
  | 'renew-password'
  | 'consent'
  | 'approval';

export interface Flow {
  readonly session: string;
  readonly segment: string;
  /** The authorize request as it came. */
  readonly query: string;
  readonly startedAt: number;
  readonly step: Step;
  /** Who is being asked: object id of the account at home. */
  readonly oid?: string;
}

/** Ten minutes, as a person may be slow. */
const flowLifetime = 10 * 60_000;

/** @throws {EntraRefusal} 90014 without one, 165000 when the form belongs to another browser, 50089 when it is too old */
export async function readFlow(
  context: EntraContext,
  text: string,
  sessions: readonly string[],
  kind: 'flow' | 'admin-flow' = 'flow',
): Promise<Flow> {
  // A form that was sent without its fields, as a reload or a crawler does.
  if (text === '')
    throw new EntraRefusal(90014, "The required field 'flow' is missing from the credential.");
  const flow = await context.sealer.unseal<Flow>(kind, text);
  // The session is sealed into the form: a form that another site posts carries another browser's (or none).
  if (!flow || !sessions.includes(flow.session))
    throw new EntraRefusal(
      165000,
      'Invalid Request: The request tokens do not match the user context.',
      { page: true },
    );
  if (context.now() > flow.startedAt + flowLifetime)
    throw new EntraRefusal(50089, 'Authentication failed due to flow token expired.');
  return flow;
}

const actions: Record<Step, string> = {
  account: 'signin',
  password: 'signin',
  mfa: 'mfa',
  terms: 'terms',
  'renew-password': 'renew',
  consent: 'consent',
  approval: 'approval',
};

export async function formFor(
  context: EntraContext,
  request: SignInRequest,
  session: string,
  step: Step,
  oid?: string,
): Promise<FlowForm> {
  const flow: Flow = {
    session,
    segment: request.authority.segment,
    query: request.parameters.toString(),
    startedAt: context.now(),
    step,
    ...(oid ? { oid } : {}),
  };
  return {
    action: `/${request.authority.segment}/${actions[step]}`,
    flow: await context.sealer.seal('flow', flow),
  };
}
