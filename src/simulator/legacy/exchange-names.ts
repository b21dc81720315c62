/** How Exchange's own API addressed what it answered with: the list or thing as a whole, and each thing in it. */
import { pascalName, type OutlookVersion } from './pascal-case.ts';

/** Version 1.0 had no word for what is in a folder but the folder. */
const firstSets: Readonly<Record<string, string>> = { mailFolders: 'Folders' };

function setName(name: string, version: OutlookVersion): string {
  return (version === 'v1.0' ? firstSets[name] : undefined) ?? pascalName(name, version);
}

/**
 * @param graphSet Graph's name for the same, as `users('…')/mailFolders('inbox')/messages(subject)`
 * @returns `Me/Folders('inbox')/Messages`; what was selected is told by version 2.0 only
 */
export function exchangeSet(graphSet: string, version: OutlookVersion): string {
  return graphSet
    .replace(/^users\('[^']*'\)/, 'Me')
    .replaceAll(
      /(?<=\/|^)([a-z]\w*)(\('[^']*'\)|\([^)]*\))?(?=\/|$)/g,
      (_, name: string, said = '') => {
        const isKey = String(said).startsWith("('");
        const names = String(said).slice(1, -1).split(',');
        const selected = `(${names.map((each) => pascalName(each, version)).join(',')})`;
        const tail = isKey ? said : said && version === 'v2.0' ? selected : '';
        return setName(name, version) + tail;
      },
    );
}

/** Where a thing is found that is shown in another list than the one it belongs to. */
const homes: Readonly<Record<string, string>> = {
  CalendarView: 'Events',
  Instances: 'Events',
  ChildFolders: 'Folders',
};

/**
 * @param set as `exchangeSet` names it
 * @returns the path of one thing of it below the person's own, or nothing where things have no address
 */
export function pathOfOne(set: string, id: unknown): string | undefined {
  const steps = set.replace('/$entity', '').split('/').slice(1);
  const last = steps.pop()?.replace(/\(.*/, '');
  if (!last || typeof id !== 'string' || id === '') return undefined;
  // Nothing but what is enclosed in a letter is addressed by what it lies in.
  const above = last === 'Attachments' ? `${steps.pop()}/` : '';
  return `${above}${homes[last] ?? last}('${id}')`;
}
