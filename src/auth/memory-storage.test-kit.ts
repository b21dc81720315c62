/** For tests that keep something in a tab without a tenant. */

/** What a browser gives a tab; Node has none. Keys are own properties there too, and Object.keys lists them. */
export function memoryStorage(): Storage {
  const values: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => void (values[key] = value),
    removeItem: (key: string) => void delete values[key],
  };
  return new Proxy(methods, {
    ownKeys: () => Object.keys(values),
    getOwnPropertyDescriptor: (_, key) =>
      Object.getOwnPropertyDescriptor(values, key) && { enumerable: true, configurable: true },
  }) as unknown as Storage;
}
