/** Starts a worker from the one address that a policy of its own lets through (W3C Trusted Types, section 2.3). */

/** As far as it is used here; TypeScript's DOM does not know the API yet. */
interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/**
 * @param name the policy is called `{name}-worker`, as the `trusted-types` directive lists it, and can be made once
 * @param workerUrl what the build made of the worker's file
 * @returns starts one more of these workers at each call
 */
export function ownWorker(name: string, workerUrl: string): () => Worker {
  const policy = (window as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes?.createPolicy(
    `${name}-worker`,
    { createScriptURL: (url) => (url === workerUrl ? url : '') },
  );
  return () =>
    new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name });
}
