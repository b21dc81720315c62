/** What is wrong with settings as they are typed, in words: for the set-up screen. */
import { isCloudName } from './clouds.ts';
import { hasTenant, isClientId, isTenant, type Settings } from './settings.ts';

/** No entry where all is well. */
export function checkSettings(value: {
  cloud: string;
  clientId: string;
  tenant: string;
}): Partial<Record<keyof Settings, string>> {
  const problems: Partial<Record<keyof Settings, string>> = {};
  if (!isCloudName(value.cloud)) problems.cloud = 'Choose one of the listed clouds.';
  if (!isClientId(value.clientId.trim())) {
    problems.clientId =
      'A client id looks like 00000000-0000-0000-0000-000000000000. It is on the overview page of the app registration.';
  }
  if (!isTenant(value.tenant.trim())) {
    problems.tenant =
      'Use common, organizations, consumers, a tenant id (GUID) or a verified domain.';
  } else if (isCloudName(value.cloud) && !hasTenant(value.cloud, value.tenant.trim())) {
    problems.tenant = 'Personal accounts exist only in the global cloud.';
  }
  return problems;
}
