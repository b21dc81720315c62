import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '#shell/page-title.tsx';
import { Button } from '#ui/button.tsx';
import { Popover } from '#ui/popover.tsx';
import { contactsQueries } from './contacts-queries.ts';
import type { Source } from './source.ts';
import styles from './contacts-screen.module.css';

/** The title, the choice of a list, and what can be done with the whole of it. */
export function ListHead({
  source,
  isShut,
  isEmpty,
  onSource,
  onPick,
  onExport,
}: {
  source: Source;
  /** Nothing can be read, so there is nothing to choose. */
  isShut: boolean;
  /** There is nobody to do anything with. */
  isEmpty: boolean;
  onSource: (source: Source) => void;
  /** Several are to be chosen. */
  onPick: () => void;
  /** Everybody is to be taken along. */
  onExport: () => void;
}) {
  const { people, duplicatesOnly } = source;
  return (
    <div className={styles.listHead}>
      <PageTitle title="Contacts" className={styles.title} />
      <ListChoice source={source} isShut={isShut} onSource={onSource} />
      {!people && !isShut && !isEmpty && (
        <Popover label="More actions" icon="more">
          <div className={styles.menu}>
            <Button
              data-closes
              kind="quiet"
              icon={duplicatesOnly ? 'people-list' : 'copy'}
              onClick={() => onSource({ ...source, duplicatesOnly: !duplicatesOnly })}
            >
              {duplicatesOnly ? 'Show everybody' : 'Find duplicates'}
            </Button>
            <Button data-closes kind="quiet" icon="select-all" onClick={onPick}>
              Choose several …
            </Button>
            <Button data-closes kind="quiet" icon="download" onClick={onExport}>
              Export everybody …
            </Button>
          </div>
        </Popover>
      )}
    </div>
  );
}

function ListChoice({
  source: { people, folder },
  isShut,
  onSource,
}: {
  source: Source;
  isShut: boolean;
  onSource: (source: Source) => void;
}) {
  // Decoration until it comes; where the contacts themselves are refused, they say why.
  const { data: folders = [] } = useQuery({
    ...contactsQueries.folders(),
    enabled: !isShut && !people,
  });
  const value = people ? 'people' : (folder ?? '');
  const isListed = value === '' || people || folders.some(({ id }) => id === folder);
  return (
    <select
      aria-label="List"
      className={styles.listChoice}
      value={value}
      onChange={({ currentTarget }) =>
        onSource({
          people: currentTarget.value === 'people',
          folder: ['', 'people'].includes(currentTarget.value) ? undefined : currentTarget.value,
          duplicatesOnly: false,
        })
      }
    >
      <option value="">My contacts</option>
      {folders.map(({ id, name, depth }) => (
        <option key={id} value={id}>
          {'\u2003'.repeat(depth)}
          {name}
        </option>
      ))}
      {!isListed && <option value={value}>Another folder</option>}
      <option value="people">People I work with</option>
    </select>
  );
}
