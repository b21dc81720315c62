import { expect, test } from 'vitest';
import type { ServiceInfo } from '#contract/discovery.ts';
import { discoveryRoutes } from './discovery.ts';
import {
  discoveryAs,
  discoveryHost,
  json,
  personWho,
  testContext,
  withoutMailbox,
} from './graph-test-client.ts';

interface Answer {
  '@odata.context': string;
  value: ServiceInfo[];
}

async function capabilities(answer: Response): Promise<string[]> {
  return (await json<Answer>(answer)).value.map(({ capability }) => capability);
}

test('a person with every licence is shown every service, in the members of 2015', async () => {
  const { '@odata.context': context, value } = await json<Answer>(
    discoveryAs()('/v1.0/me/services'),
  );
  expect(context).toBe(`${discoveryHost}/discovery/v1.0/me/$metadata#allServices`);
  expect(value.map(({ capability }) => capability)).toEqual([
    'MyFiles',
    'RootSite',
    'Mail',
    'Calendar',
    'Contacts',
    'Directory',
  ]);
  for (const service of value) {
    expect(Object.keys(service).sort()).toEqual([
      '@odata.type',
      'capability',
      'entityKey',
      'providerId',
      'providerName',
      'serviceAccountType',
      'serviceEndpointUri',
      'serviceId',
      'serviceName',
      'serviceResourceId',
    ]);
    expect(service.entityKey.replaceAll(' ', '')).toBe(
      `${service.capability}@${service.serviceId}`,
    );
  }
  expect(value.filter(({ entityKey }) => entityKey.includes(' '))).toHaveLength(1);
});

test('the second version names the version of each API', async () => {
  const { value } = await json<Answer>(discoveryAs()('/v2.0/me/services'));
  const files = value.filter(({ capability }) => capability === 'MyFiles');
  expect(files.map(({ serviceApiVersion }) => serviceApiVersion)).toEqual(['v1.0', 'v2.0']);
});

test('no mailbox, no Exchange; no licence, no services and no error', async () => {
  const path = '/v1.0/me/services';
  expect(await capabilities(await discoveryAs({ person: withoutMailbox })(path))).toEqual([
    'MyFiles',
    'RootSite',
    'Directory',
  ]);
  const unlicensed = personWho(({ servicePlans }) => servicePlans.length === 0);
  const answer = await discoveryAs({ person: unlicensed })(path);
  expect(answer.status).toBe(200);
  expect(await capabilities(answer)).toEqual([]);
});

test('only the members selected are sent', async () => {
  const { value } = await json<Answer>(
    discoveryAs()('/v1.0/me/services?$select=capability, serviceName'),
  );
  expect(Object.keys(value[0] ?? {}).sort()).toEqual(['@odata.type', 'capability', 'serviceName']);
});

test('the token must be for the Discovery service itself', async () => {
  const asked: string[] = [];
  const context = testContext();
  const app = discoveryRoutes({
    ...context,
    checkToken: async (_request, resource) => {
      asked.push(resource);
      return { refusal: 'invalid' };
    },
  });
  const answer = await app.fetch(
    new Request(`${discoveryHost}/discovery/v1.0/me/services`, {
      headers: { origin: 'https://app.example' },
    }),
  );
  expect(asked).toEqual([`${discoveryHost}/discovery/`]);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    error: {
      code: '-2147024891, System.UnauthorizedAccessException',
      message:
        'Access denied. You do not have permission to perform this action or access this resource.',
    },
  });
});

test('what exists at all is told to everybody', async () => {
  const answer = await discoveryAs({ refusal: 'missing' })('/v1.0/me/allServices');
  expect(await capabilities(answer)).toContain('Mail');
});
