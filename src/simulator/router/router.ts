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

/** Hono's own matcher by pattern, but for the letter case. */
class AnyCaseMatcher<T> implements Matcher<T> {
  readonly name = 'AnyCaseMatcher';
  readonly #routes: [pattern: RegExp, method: string, handler: T][] = [];

  add(method: string, path: string, handler: T): void {
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
    this.#routes.push([new RegExp(`^${pattern}/?$`, 'i'), method, handler]);
  }

  match(method: string, path: string): Result<T> {
    const found: [T, Record<string, string>][] = [];
    for (const [pattern, own, handler] of this.#routes) {
      const match = own === 'ALL' || own === method ? pattern.exec(path) : null;
      if (match) found.push([handler, { ...match.groups }]);
    }
    return [found];
  }
}
