/** Changes to the tree of mail folders. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { outsideRoot, type Folder } from '#simulator/seed/mailbox.ts';
import { folderNamed, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

/** The last number before those that mean something else. */
const lastNumber = 250;

export function makeFolder(
  mailbox: OpenMailbox,
  parent: Folder,
  given: unknown,
  hidden: boolean,
): number {
  const { changes } = mailbox;
  const name = nameFor(mailbox, parent.number, given);
  if (changes.nextFolder > lastNumber) {
    throw new GraphRefusal(
      507,
      'ErrorQuotaExceeded',
      'The mailbox holds as many folders as it can.',
    );
  }
  const number = changes.nextFolder++;
  changes.folders[number] = {
    made: true,
    name,
    parent: parent.number,
    serial: changes.serial,
    ...(hidden ? { hidden: true } : {}),
  };
  return number;
}

function nameFor(mailbox: OpenMailbox, parent: number, given: unknown): string {
  const name = typeof given === 'string' ? given.trim() : '';
  if (name === '') {
    throw new GraphRefusal(400, 'ErrorInvalidRequest', 'A folder needs a display name.');
  }
  const taken = mailbox.folders.some(
    (folder) => folder.parent === parent && folder.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) {
    throw new GraphRefusal(
      409,
      'ErrorFolderExists',
      'A folder with the specified name already exists.',
    );
  }
  return name;
}

export function changeFolder(
  mailbox: OpenMailbox,
  folder: Folder,
  { name, parent }: { readonly name?: unknown; readonly parent?: number },
): void {
  const { changes } = mailbox;
  if (folder.wellKnown) {
    throw new GraphRefusal(
      403,
      'ErrorAccessDenied',
      'A distinguished folder can be neither renamed nor moved.',
    );
  }
  const same = typeof name === 'string' && name.toLowerCase() === folder.name.toLowerCase();
  changes.folders[folder.number] = {
    ...changes.folders[folder.number],
    ...(name === undefined
      ? {}
      : { name: same ? String(name) : nameFor(mailbox, folder.parent, name) }),
    ...(parent === undefined ? {} : { parent }),
    serial: changes.serial,
  };
}

/** Into the deleted items; from there, for good, with all that lies in it. */
export function removeFolder(mailbox: OpenMailbox, folder: Folder): void {
  const { changes } = mailbox;
  if (folder.wellKnown || folder.parent === outsideRoot) {
    throw new GraphRefusal(
      400,
      'ErrorDeleteDistinguishedFolder',
      'Distinguished folders cannot be deleted.',
    );
  }
  const bin = folderNamed(mailbox, 'deleteditems').number;
  const inBin = isBelow(mailbox, folder, bin);
  changes.folders[folder.number] = {
    ...changes.folders[folder.number],
    ...(inBin ? { gone: true } : { parent: bin }),
    serial: changes.serial,
  };
}

function isBelow({ folders }: OpenMailbox, folder: Folder, above: number): boolean {
  const seen = new Set<number>();
  for (let at: Folder | undefined = folder; at && !seen.has(at.number);) {
    if (at.parent === above) return true;
    seen.add(at.number);
    const { parent }: Folder = at;
    at = folders.find(({ number }) => number === parent);
  }
  return false;
}
