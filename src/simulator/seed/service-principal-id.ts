/** The object that an application has in each tenant where it may be used: its tokens and the directory name the same. */
import { guid, hashText } from './random.ts';

export function servicePrincipalId(appId: string, tenantId: string): string {
  return guid(hashText(`${appId} ${tenantId}`), 55);
}
