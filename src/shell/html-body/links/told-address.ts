/** Addresses with the ASCII of their hosts beside them, where letters of other alphabets could be taken for Latin ones. */

/**
 * `ada@nоrthlight.example` becomes `ada@nоrthlight.example (xn--nrthlight-02h.example)`; it may be several, or a host
 * alone. Hosts know no capitals: `ada@northIight.example` is told in small letters, where an I is no l.
 */
export function toldAddress(text: string): string {
  return text.replaceAll(/[^\s@,;<>()]+/g, (given, at: number) => {
    const part = text[at - 1] === '@' ? given.toLowerCase() : given;
    const isHost = text[at + given.length] !== '@' && /\P{ASCII}/u.test(part);
    const ascii = isHost ? asciiHost(part) : part;
    return ascii === part ? part : `${part} (${ascii})`;
  });
}

/** As a browser asks for it; what is no host stays as it is. */
export function asciiHost(host: string): string {
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host;
}
