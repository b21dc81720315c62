/**
 * Finds who answers a request: paths with parameters, steps that stand before and after an answer, and whole services below
 * one address. As the services that are simulated do, it takes addresses in any spelling of upper and lower case.
 */
export interface Vars {
  readonly Variables: object;
}
interface NoVars {
  readonly Variables: Record<never, never>;
}

export type Next = () => Promise<void>;
type Answered = Response | undefined | void;
export type Step<E extends Vars = NoVars, N extends string = never> = (
  c: Exchange<E, N>,
  next: Next,
) => Answered | Promise<Answered>;

/** The names of `:name` and `:name{pattern}` in a path. */
type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Plain<Name> | NamesIn<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Plain<Name>
    : never;
type Plain<N extends string> = N extends `${infer Name}{${string}` ? Name : N;

/** What a handler is told of a request. */
interface Asked<N extends string> {
  readonly raw: Request;
  readonly url: string;
  readonly method: string;
  /** As it was routed, which may be another spelling of the address. */
  readonly path: string;
  param(name: N): string;
  param(name: string): string | undefined;
  query(name: string): string | undefined;
  header(name: string): string | undefined;
  json<T>(): Promise<T>;
  text(): Promise<string>;
}

/** One request on its way to its answer. */
export interface Exchange<E extends Vars = NoVars, N extends string = never> {
  readonly req: Asked<N>;
  /** After `next()`: the answer, whose headers a step may still change. */
  res: Response;
  get<K extends keyof E['Variables']>(name: K): E['Variables'][K];
  set<K extends keyof E['Variables']>(name: K, value: E['Variables'][K]): void;
  json(value: unknown, status?: number, headers?: Record<string, string>): Response;
  text(value: string, status?: number): Response;
  body(value: null, status: number): Response;
}

type OnError<E extends Vars> = (error: Error, c: Exchange<E>) => Response | Promise<Response>;

interface Route {
  readonly method: string | undefined;
  readonly prefix: string;
  readonly path: string;
  readonly fits: RegExp;
  readonly names: readonly string[];
  readonly step: Step<Vars>;
  readonly owner: { onError?: OnError<Vars> };
}

/** Leaves to a service how an address is spelled that means what another one means. */
type Spelling = (request: Request) => string;

export class Router<E extends Vars = NoVars> {
  readonly #routes: Route[] = [];
  readonly #owner: { onError?: OnError<Vars> } = {};
  readonly #spelling: Spelling;

  constructor(spelling: Spelling = (request) => new URL(request.url).pathname) {
    this.#spelling = spelling;
  }

  #add<P extends string>(
    methods: readonly (string | undefined)[],
    path: P,
    steps: readonly Step<E, NamesIn<P>>[],
  ): this {
    for (const method of methods)
      for (const step of steps)
        this.#routes.push(routeOf('', path, method, step as unknown as Step<Vars>, this.#owner));
    return this;
  }

  get = <P extends string>(path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add(['GET'], path, steps);
  post = <P extends string>(path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add(['POST'], path, steps);
  put = <P extends string>(path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add(['PUT'], path, steps);
  patch = <P extends string>(path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add(['PATCH'], path, steps);
  delete = <P extends string>(path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add(['DELETE'], path, steps);
  /** Any method. */
  all = <P extends string>(path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add([undefined], path, steps);
  use = this.all;
  on = <P extends string>(methods: readonly string[], path: P, ...steps: Step<E, NamesIn<P>>[]) =>
    this.#add(methods, path, steps);

  /** A whole service below a path; its failures stay its own. */
  route<O extends Vars>(prefix: string, service: Router<O>): void {
    for (const { path, prefix: inner, method, step, owner } of service.#routes)
      this.#routes.push(routeOf(prefix + inner, path, method, step, owner));
  }

  onError(answer: OnError<E>): void {
    this.#owner.onError = answer as unknown as OnError<Vars>;
  }

  /** @param path another address to answer for, where one thing has two */
  fetch = async (request: Request, path = this.#spelling(request)): Promise<Response> => {
    // Every answer to HEAD is that to GET, unread.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const response = await answer(this.#routes, request, method, path);
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}

function routeOf(
  prefix: string,
  path: string,
  method: string | undefined,
  step: Step<Vars>,
  owner: Route['owner'],
): Route {
  const names: string[] = [];
  const pattern = path
    .replace(/^\*$/, '/*')
    .split('/')
    .slice(1)
    .map((segment) => {
      const [, name, rule] = /^:(\w+)(?:\{(.+)\})?$/.exec(segment) ?? [];
      if (name === undefined)
        return segment === '*' ? '(?:/.*)?' : `/${segment.replace(/[.$()]/g, '\\$&')}`;
      names.push(name);
      return `/(${rule?.replace(/(?<!\\)\((?!\?)/g, '(?:') ?? '[^/]+'})`;
    })
    .join('');
  // A slash at the end changes nothing.
  return {
    method,
    prefix,
    path,
    names,
    step,
    owner,
    fits: new RegExp(`^${prefix}${pattern}/?$`, 'i'),
  };
}

async function answer(
  routes: readonly Route[],
  request: Request,
  method: string,
  path: string,
): Promise<Response> {
  const variables = new Map<PropertyKey, unknown>();
  let res: Response | undefined;
  const run = async (from: number): Promise<void> => {
    for (let at = from; at < routes.length; at++) {
      const route = routes[at];
      if (!route || (route.method !== undefined && route.method !== method)) continue;
      const found = route.fits.exec(path);
      if (!found) continue;
      const c = exchange(route, found, request, path.slice(route.prefix.length), variables);
      Object.defineProperty(c, 'res', {
        get: () => (res ??= new Response(null, { status: 404 })),
        set: (value: Response) => {
          res = value;
        },
      });
      try {
        res = (await route.step(c, () => run(at + 1))) ?? res;
      } catch (error) {
        const { onError } = route.owner;
        if (!onError || !(error instanceof Error)) throw error;
        res = await onError(error, c);
      }
      return;
    }
  };
  await run(0);
  return res ?? new Response('Not found', { status: 404 });
}

function exchange(
  { names }: Route,
  found: RegExpExecArray,
  request: Request,
  path: string,
  variables: Map<PropertyKey, unknown>,
): Exchange<Vars> {
  const param = (name: string) => {
    const text = found[names.indexOf(name) + 1];
    return names.includes(name) && text !== undefined ? decoded(text) : undefined;
  };
  const known = {
    req: {
      raw: request,
      url: request.url,
      method: request.method,
      path,
      param,
      query: (name: string) => new URL(request.url).searchParams.get(name) ?? undefined,
      header: (name: string) => request.headers.get(name) ?? undefined,
      json: () => request.json(),
      text: () => request.text(),
    },
    get: (name: PropertyKey) => variables.get(name),
    set: (name: PropertyKey, value: unknown) => void variables.set(name, value),
    json: (value: unknown, status = 200, headers = {}) => Response.json(value, { status, headers }),
    text: (value: string, status = 200) => new Response(value, { status }),
    body: (value: null, status: number) => new Response(value, { status }),
  };
  return known as unknown as Exchange<Vars>;
}

/** What is no encoding is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
