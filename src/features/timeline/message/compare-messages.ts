/** What one message has to have in common with another, checked by what was recorded of both. */
import type { Exchange } from '#http/exchange.ts';

export interface Comparison {
  readonly what: string;
  /** The two values, as recorded. */
  readonly here: string;
  readonly there: string;
  readonly holds: boolean;
  /** The message that it is compared with. */
  readonly with: Exchange;
  readonly why: string;
}

export function comparisonsOf(exchange: Exchange, all: readonly Exchange[]): Comparison[] {
  switch (exchange.kind) {
    case 'callback':
      return stateOf(exchange, all);
    case 'token':
      return [...challengeOf(exchange, all), ...nonceOf(exchange, all)];
    default:
      return [];
  }
}

function stateOf(callback: Exchange, all: readonly Exchange[]): Comparison[] {
  const here = parameter(callback, 'state');
  const sent = before(callback, all, ({ kind }) => kind === 'authorize');
  const own = sent.findLast((each) => parameter(each, 'state') === here) ?? sent.at(-1);
  const there = own && parameter(own, 'state');
  if (!own || here === undefined || there === undefined) return [];
  const why =
    'The answer belongs to a question that this tab asked, and to no other (RFC 6749 10.12).';
  return [{ what: 'state', here, there, holds: here === there, with: own, why }];
}

function challengeOf(token: Exchange, all: readonly Exchange[]): Comparison[] {
  const here = token.proofs.codeChallenge;
  const sent = before(token, all, (each) => parameter(each, 'code_challenge') !== undefined);
  const own = sent.findLast((each) => parameter(each, 'code_challenge') === here) ?? sent.at(-1);
  const there = own && parameter(own, 'code_challenge');
  if (!own || here === undefined || there === undefined) return [];
  const why =
    'SHA-256 of the code_verifier is the challenge that was announced: whoever steals the code alone has nothing (RFC 7636 4.6).';
  return [{ what: 'code_verifier', here, there, holds: here === there, with: own, why }];
}

function nonceOf(token: Exchange, all: readonly Exchange[]): Comparison[] {
  const here = token.proofs.nonce;
  const sent = before(token, all, (each) => parameter(each, 'nonce') !== undefined);
  const own = sent.findLast((each) => parameter(each, 'nonce') === here) ?? sent.at(-1);
  const there = own && parameter(own, 'nonce');
  if (!own || here === undefined || there === undefined) return [];
  const why =
    'The id_token was made for this sign-in and is not one from before (OpenID Connect Core 3.1.3.7).';
  return [{ what: 'nonce', here, there, holds: here === there, with: own, why }];
}

function before(
  exchange: Exchange,
  all: readonly Exchange[],
  fits: (each: Exchange) => boolean,
): Exchange[] {
  return all.filter((each) => each.startedAt <= exchange.startedAt && fits(each));
}

function parameter({ parameters }: Exchange, name: string): string | undefined {
  return parameters.find(([each]) => each === name)?.[1];
}

export interface Relation {
  readonly words: string;
  readonly to: Exchange;
}

/** What made a message necessary, and what came of it. */
export function relationsOf(exchange: Exchange, all: readonly Exchange[]): Relation[] {
  const byId = (id: string | undefined) =>
    id === undefined ? undefined : all.find((each) => each.id === id);
  const cause = byId(exchange.causedBy);
  const first = byId(exchange.retryOf);
  const relations: Relation[] = [];
  if (cause) relations.push({ words: 'Made necessary by', to: cause });
  if (first && first !== cause) relations.push({ words: 'Second attempt of', to: first });
  for (const each of all) {
    if (each.causedBy === exchange.id) relations.push({ words: 'Led to', to: each });
    else if (each.retryOf === exchange.id) relations.push({ words: 'Tried again as', to: each });
  }
  return relations;
}
