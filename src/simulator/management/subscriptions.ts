/** Which kinds of content a tenant has asked to be collected, and where it wants to be told. */
import { chosen } from '#simulator/legacy/service-switches.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { ActivityRefusal, type ContentType } from './refusal.ts';

export interface Webhook {
  readonly status: 'enabled' | 'disabled' | 'expired';
  readonly address: string;
  readonly authId: string | null;
  readonly expiration: string | null;
}

export interface Subscription {
  readonly contentType: ContentType;
  readonly status: 'enabled' | 'disabled';
  readonly webhook: Webhook | null;
}

export interface Subscriptions {
  list(tenantId: string): Promise<readonly Subscription[]>;
  start(tenantId: string, type: ContentType, body: string): Promise<Subscription>;
  stop(tenantId: string, type: ContentType): Promise<void>;
  /** @throws {ActivityRefusal} AF20022, AF20023 */
  running(tenantId: string, type: ContentType): Promise<Subscription>;
}

export function createSubscriptions({ store, now }: TenantContext): Subscriptions {
  const key = (tenantId: string) => `activity subscriptions ${tenantId}`;
  const list = async (tenantId: string) =>
    (await store.read<readonly Subscription[]>(key(tenantId))) ?? [];
  const find = async (tenantId: string, type: ContentType) => {
    const found = (await list(tenantId)).find(({ contentType }) => contentType === type);
    if (!found)
      throw new ActivityRefusal('AF20022', 'No subscription found for the specified content type.');
    return found;
  };
  const others = async (tenantId: string, type: ContentType) =>
    (await list(tenantId)).filter(({ contentType }) => contentType !== type);
  return {
    list,
    async start(tenantId, type, body) {
      const started: Subscription = {
        contentType: type,
        status: 'enabled',
        webhook: readWebhook(body, now()),
      };
      await store.write(key(tenantId), [...(await others(tenantId, type)), started]);
      return started;
    },
    async stop(tenantId, type) {
      await find(tenantId, type);
      await store.write(key(tenantId), await others(tenantId, type));
    },
    async running(tenantId, type) {
      const found = await find(tenantId, type);
      if ((await chosen(store, 'activityFeed')) === 'disabled')
        throw new ActivityRefusal('AF20023', 'The subscription was disabled by a tenant admin.');
      return found;
    },
  };
}

/** A body is optional; one without a webhook takes an earlier webhook away. */
function readWebhook(body: string, now: number): Webhook | null {
  if (body.trim() === '') return null;
  const { address, authId, expiration } = webhookIn(body) ?? {};
  if (typeof address !== 'string' || address === '') return null;
  // Nothing is sent from here, so the address is believed as far as it could be real.
  if (!address.startsWith('https://'))
    throw new ActivityRefusal(
      'AF20021',
      `The webhook endpoint (${address}) could not be validated. The address must begin with HTTPS.`,
    );
  const until = typeof expiration === 'string' && expiration !== '' ? expiration : null;
  if (until !== null && Number.isNaN(Date.parse(until)))
    throw new ActivityRefusal(
      'AF20002',
      'Invalid parameter type: expiration. Expected type: DateTime.',
    );
  if (until !== null && Date.parse(until) <= now)
    throw new ActivityRefusal(
      'AF20003',
      `Expiration ${until} provided is set to past date and time.`,
    );
  return {
    status: 'enabled',
    address,
    authId: typeof authId === 'string' ? authId : null,
    expiration: until,
  };
}

function webhookIn(body: string): Record<string, unknown> | null | undefined {
  try {
    return (JSON.parse(body) as { webhook?: Record<string, unknown> | null } | null)?.webhook;
  } catch {
    throw new ActivityRefusal('AF20002', 'Invalid parameter type: webhook. Expected type: JSON.');
  }
}
