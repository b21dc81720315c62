/**
 * Hono, with addresses in any letter case: the services that are simulated take `/Me/MailFolders` for `/me/mailFolders`,
 * and ids keep the letters they came in.
 */
import type { Context, Env, MiddlewareHandler } from 'hono';
import { HonoBase } from 'hono/hono-base';
import type { Result, Router as Matcher } from 'hono/router';
import type { BlankEnv } from 'hono/types';

export type Exchange<E extends Env = BlankEnv> = Context<E>;
export type Step<E extends Env = BlankEnv> = MiddlewareHandler<E>;

/** How a service reads the address of a request, where several spellings mean one thing. */
type Spelling = (request: Request) => string;

/** What a request may be answered as, instead of what its address says. */
interface Instead {
  readonly path?: string;
}

export class Router<E extends Env = BlankEnv> extends HonoBase<E> {
  constructor(spelling: Spelling = (request) => new URL(request.url).pathname) {
    super({
      router: new AnyCaseMatcher(),
      getPath: (request, options) =>
        (options?.env as Instead | undefined)?.path ?? spelling(request),
    });
  }

  /** Answers a request as if it were for another address; the request itself keeps its own. */
  answerAs(path: string, request: Request): Promise<Response> {
    return Promise.resolve(this.fetch(request, { path } satisfies Instead));
  }
}

interface Route<T> {
  /** How an address must begin, in small letters: that is quicker to see than whether it fits. */
  readonly start: string;
  readonly method: string;
  readonly handler: T;
  readonly path: string;
  /** Made when an address first begins like that; of some hundred routes a client needs a few. */
  pattern?: RegExp;
}

/** Hono's own matcher by pattern, but for the letter case. */
class AnyCaseMatcher<T> implements Matcher<T> {
  readonly name = 'AnyCaseMatcher';
  readonly #routes: Route<T>[] = [];

  add(method: string, path: string, handler: T): void {
    const start = path.replace(/\/?[:*].*$/, '').toLowerCase();
    this.#routes.push({ start, method, handler, path });
  }

  match(method: string, path: string): Result<T> {
    const lower = path.toLowerCase();
    const found: [T, Record<string, string>][] = [];
    for (const route of this.#routes) {
      if (route.method !== 'ALL' && route.method !== method) continue;
      if (!lower.startsWith(route.start)) continue;
      const match = (route.pattern ??= patternOf(route.path)).exec(path);
      if (match) found.push([route.handler, { ...match.groups }]);
    }
    return [found];
  }
}

function patternOf(path: string): RegExp {
  const pattern = path
    .replace(/^\*$/, '/*')
    .split('/')
    .slice(1)
    .map((segment) => {
      const [, name, rule = '[^/]+'] = /^:(\w+)(?:\{(.+)\})?$/.exec(segment) ?? [];
      if (name !== undefined) return `/(?<${name}>${rule})`;
      return segment === '*' ? '(?:/.*)?' : `/${segment.replace(/[.$()]/g, '\\$&')}`;
    })
    .join('');
  return new RegExp(`^${pattern}/?$`, 'i');
}
