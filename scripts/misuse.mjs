// A command that was called in a way that it cannot follow: one sentence for whoever called it, and exit code 2.
import { readFileSync } from 'node:fs';

export class Misuse extends Error {
  name = 'Misuse';
}

const reasons = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder',
  EACCES: 'this user may not read it',
};

/** The text of a file that an option names. */
export function readNamed(option, file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Misuse(`${option}: ${file} cannot be read: ${reasons[error.code] ?? error.message}.`);
  }
}

/** Of what was thrown: words that a person can use, and the code to end with. */
export function endWith(error) {
  console.error(error.message);
  process.exit(error instanceof Misuse || error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1);
}
