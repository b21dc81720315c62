/**
 * Reads a protocol message in the forms people have it in: an address, a raw HTTP request (also in one line), curl, wget,
 * HTTPie, an entry of a HAR file or the whole file, Postman, PowerShell, a form alone, a script that posts one, the answer of the token endpoint, or a
 * page of a document with several of them. Secrets are masked as they are read.
 */
import {
  parameter,
  type Parameter,
  type PastedMessage,
  type RawMessage,
} from './pasted-message.ts';
import { answersIn, isAnswer } from './find-answers.ts';
import { piecesOf } from './find-pieces.ts';
import { readCode } from './read-code.ts';
import { readCurl } from './read-curl.ts';
import { messagesOfHar } from './read-har.ts';
import { readOtherForms } from './read-other-forms.ts';
import { readLoose, readRequest } from './read-text.ts';

/** Longer texts are cut: a whole HAR file may be pasted, a video may not. */
const longest = 2_000_000;

/** @returns the messages in their order; empty when nothing of the protocol was found */
export function readPasted(pasted: string): PastedMessage[] {
  // Half a character could not be encoded again.
  const text = withLinesJoined(pasted.slice(0, longest).toWellFormed().trim());
  const others = messagesOfHar(text) ?? readOtherForms(text);
  if (others) {
    return others
      .map((raw) => (raw.isAnswer ? answerOf(raw.body ?? '') : messageOf(raw)))
      .filter(saysSomething);
  }
  const answer = answersIn(text)[0];
  if (answer && isAnswer(text, answer)) return [answerOf(answer.text)];
  return messagesIn(withoutGaps(text)).filter(saysSomething);
}

function messagesIn(text: string): PastedMessage[] {
  const pieces = piecesOf(text);
  // One thing alone may lie about in parts, its form before its address.
  if (pieces.length < 2 && pieces[0]?.kind !== 'request' && pieces[0]?.kind !== 'curl') {
    return [messageOf(readCode(text) ?? readLoose(text))];
  }
  return pieces.map(({ kind, text: piece }) => {
    switch (kind) {
      case 'request':
        return messageOf(readRequest(piece));
      case 'curl':
        return messageOf(readCurl(piece));
      case 'answer':
        return answerOf(piece);
      case 'address':
      case 'script':
        return messageOf(readLoose(piece));
    }
  });
}

function answerOf(json: string): PastedMessage {
  return { ...messageOf({ body: json }), bodyType: 'answer' };
}

/** The command line of Windows goes on behind `^`, PowerShell's behind a grave accent. */
function withLinesJoined(text: string): string {
  return text.replaceAll(/(?<=[ \t"'])[\^`](?=\r?\n)/g, '\\');
}

/** Documents print `{your client id }` where a value belongs; the space is no end of it. */
function withoutGaps(text: string): string {
  return text.replaceAll(
    /\{([\w’'-]+(?: +[\w’'-]+)* *)\}/g,
    (_, inside: string) => `{${inside.trim().replaceAll(/ +/g, '_')}}`,
  );
}

function saysSomething({ parameters, address }: PastedMessage): boolean {
  return (
    parameters.some(({ place }) => place !== 'header') ||
    /oauth2|adminconsent|saml2|:\/\/login\.live\.|\.accesscontrol\./i.test(address ?? '')
  );
}

function messageOf({
  method,
  address,
  body,
  headers = [],
  isUnread = false,
}: RawMessage): PastedMessage {
  const whole = address?.trim().replace(/[)\].,;'"]+$/, '');
  const hadEntities = /&amp;/.test(`${whole ?? ''} ${body ?? ''}`);
  const plain = whole?.replaceAll('&amp;', '&');
  const [beforeFragment, fragment] = divided(plain ?? '', '#');
  const [path, query] = divided(beforeFragment, '?');
  return {
    method,
    address: plain === undefined ? undefined : path,
    addressLength: plain?.length ?? 0,
    bodyType: body === undefined ? undefined : bodyTypeOf(body),
    parameters: [
      ...pairs(query, 'query'),
      ...pairs(fragment, 'fragment'),
      ...pairs(formOf(body), 'body'),
      ...headers.map(([name, value]) => parameter(name, value, 'header')),
    ],
    hadEntities,
    hasUnreadAnswer: isUnread,
  };
}

function divided(text: string, by: string): [before: string, after: string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function bodyTypeOf(body: string): PastedMessage['bodyType'] {
  if (body.startsWith('multipart:')) return 'multipart';
  return body.trim().startsWith('{') ? 'json' : 'form';
}

function formOf(body = ''): string {
  if (body.startsWith('multipart:')) return body.slice('multipart:'.length);
  if (!body.trim().startsWith('{')) return body.replaceAll('&amp;', '&');
  try {
    const json: unknown = JSON.parse(body);
    const entries = Object.entries(json as object).map(([name, value]) => [name, String(value)]);
    return new URLSearchParams(entries as [string, string][]).toString();
  } catch {
    return '';
  }
}

function pairs(text: string, place: Parameter['place']): Parameter[] {
  return text
    .split('&')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [name, value] = divided(pair, '=');
      return parameter(decoded(name), decoded(value), place);
    });
}

/** As a form is decoded; what is not encoded rightly stays as it is, for the checks to see. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
