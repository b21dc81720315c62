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
  const misuse = misusedOption(error);
  console.error(misuse ?? error.message);
  process.exit(misuse || error instanceof Misuse ? 2 : 1);
}

/** What `parseArgs` did not take, without Node's advice on how to write a command line. */
function misusedOption({ code, message }) {
  if (!code?.startsWith('ERR_PARSE_ARGS')) return undefined;
  const [option] = /--?[\w-]+/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `There is no option ${option}; --help lists those there are.`;
  return code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && !/does not take/.test(message)
    ? `${option} wants a value; --help says which.`
    : message;
}
