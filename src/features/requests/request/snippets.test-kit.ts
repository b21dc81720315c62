/** Runs snippets in the tongue that they are written in, with whatever would send replaced by what writes down. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

/** What a snippet did when it was run. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs each with a `curl` that writes down its arguments instead. */
export function runCurl(
  commands: readonly string[],
  env: Readonly<Record<string, string>>,
): string[][] {
  const script = [
    String.raw`curl() { for each in "$@"; do printf '%s\0' "$each"; done; printf '\1\0'; }`,
    ...commands,
  ].join('\n');
  const { stdout, stderr } = spawnSync('/bin/sh', ['-s'], {
    input: script,
    encoding: 'utf8',
    env: { ...env },
  });
  if (stderr !== '') throw new Error(stderr);
  return stdout
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}

export function sentByCurl(words: readonly string[]): Sent {
  const headers: Record<string, string> = {};
  const one: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = words.slice(at);
    if (word === '--header') {
      const [, name = '', value = ''] = /^([^:;]+)(?:;|: ([^]*))$/.exec(next) ?? [];
      headers[name.toLowerCase()] = value;
      at += 1;
    } else if (word === '--request' || word === '--data-raw') {
      one[word] = next;
      at += 1;
    } else if (word !== '--globoff') one['url'] = word;
  }
  return {
    method: one['--request'] ?? '',
    url: one['url'] ?? '',
    headers,
    body: one['--data-raw'],
  };
}

/** What the script passes to `fetch`, or to the calls of the SDK's client. */
export async function runScript(
  text: string,
  variables: Readonly<Record<string, string>>,
): Promise<Sent> {
  const sent: { -readonly [Name in keyof Sent]?: Sent[Name] } & {
    headers: Record<string, string>;
  } = { headers: {} };
  const fetch = async (url: string, init: { method: string; headers: object; body?: string }) => {
    Object.assign(sent, { url, method: init.method, body: init.body });
    for (const [name, value] of Object.entries(init.headers)) {
      sent.headers[name.toLowerCase()] = String(value);
    }
    return { ok: true };
  };
  const verb = (method: string) => async (body?: unknown) => {
    Object.assign(sent, { method, body: typeof body === 'object' ? JSON.stringify(body) : body });
  };
  const call = {
    header: (name: string, value: string) => {
      sent.headers[name.toLowerCase()] = value;
      return call;
    },
    ...{ get: verb('GET'), post: verb('POST'), delete: verb('DELETE') },
  };
  const Client = {
    initWithMiddleware: () => ({
      api: (url: string) => {
        sent.url = url;
        sent.headers['authorization'] = 'Bearer t0ken';
        return call;
      },
    }),
  };
  class PublicClientApplication {
    initialize = async () => undefined;
    handleRedirectPromise = async () => undefined;
    getAllAccounts = () => [{}];
    acquireTokenSilent = async () => ({ accessToken: 't0ken' });
  }
  const plain = text.replaceAll(/^import .*$/gm, '');
  await runInNewContext(`(async () => {${plain}\n})()`, {
    ...{ fetch, Client, PublicClientApplication, getToken: () => 't0ken', token: 't0ken' },
    ...variables,
  });
  return { method: '', url: '', body: undefined, ...sent };
}

export const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('python3 is not here: the snippets for Python are not run.');

/** Runs each with a `requests` module that writes down what it is asked to send. */
export function runPython(
  snippets: readonly string[],
  env: Readonly<Record<string, string>>,
): Sent[] {
  const { stdout, stderr } = inFolder((folder) => {
    writeFileSync(join(folder, 'requests.py'), requestsModule);
    const file = join(folder, 'snippets.json');
    writeFileSync(file, JSON.stringify(snippets));
    return spawnSync('python3', ['-c', runAll, file], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...env, PYTHONPATH: folder, PYTHONIOENCODING: 'utf-8', PATH: process.env['PATH'] },
    });
  });
  if (stderr !== '') throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const sent = JSON.parse(line) as Sent & { body: string | null };
      return { ...sent, body: sent.body ?? undefined };
    });
}

const requestsModule = `
import json
class Answer:
    def raise_for_status(self): pass
def request(method, url, headers, data=None):
    headers = {name.lower(): value for name, value in headers.items()}
    body = None if data is None else data.decode()
    print(json.dumps({"method": method, "url": url, "headers": headers, "body": body}))
    return Answer()
`;

const runAll = `
import json, sys
for each in json.load(open(sys.argv[1])):
    exec(compile(each, "snippet", "exec"), {})
`;

/** Strings in single quotes as PowerShell reads them: any quote of the five ends one, two are one. */
export function powerShellStrings(text: string): string[] {
  const quote = /['\u2018-\u201b]/;
  const found: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') at = text.indexOf('"', at + 1);
    else if (quote.test(text.charAt(at))) {
      let value = '';
      for (at += 1; at < text.length; at += 1) {
        if (!quote.test(text.charAt(at))) value += text.charAt(at);
        else if (quote.test(text.charAt(at + 1))) value += text.charAt((at += 1));
        else break;
      }
      found.push(value);
    }
  }
  return found;
}
