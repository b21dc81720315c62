import { asGraphWrites } from '#api/permissions/path-names.ts';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import type { PermissionFact } from '#contract/permission-facts/permission-facts.ts';
import { paths } from '#config/paths.ts';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DottedName } from '#ui/dotted-name.tsx';
import { FactList, type Fact } from '#ui/fact-list.tsx';
import { Icon } from '#ui/icon.tsx';
import { describePermission } from '#shell/permissions/describe-permission.ts';
import { PermissionChips } from './permission-chips.tsx';
import styles from './finder-view.module.css';

const kinds = { work: 'work', personal: 'personal', application: 'app-only' } as const;

/** One permission: what it does, who has to agree, and on request its ids and everything that it opens. */
export function PermissionRow({
  fact,
  finder,
}: {
  fact: PermissionFact;
  finder: PermissionFinder;
}) {
  const [isOpen, setOpen] = useState(false);
  const scheme = fact.schemes[0] ?? 'work';
  return (
    <>
      <div className={styles.permission}>
        <span className={styles.name}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
            <DottedName>{fact.name}</DottedName>
          </button>
          <CopyButton text={fact.name} label={`Copy ${fact.name}`} />
        </span>
        <span className={styles.words}>{describePermission(fact, scheme)}</span>
        <span className={styles.chips}>
          {fact.schemes.map((each) => (
            <Chip key={each}>{kinds[each]}</Chip>
          ))}
          <PermissionChips fact={fact} scheme={scheme} />
        </span>
      </div>
      {isOpen && <Details fact={fact} finder={finder} />}
    </>
  );
}

/** Paths shown at once. */
const most = 60;

function Details({ fact, finder }: { fact: PermissionFact; finder: PermissionFinder }) {
  const scheme = fact.schemes[0] ?? 'work';
  const opened = finder.opens(fact.name, scheme);
  return (
    <div className={styles.details}>
      <FactList facts={factsOf(fact)} />
      <h4 className={styles.heading}>
        {opened.length === 0
          ? 'The lists name no request that it opens'
          : `Opens ${opened.length} ${opened.length === 1 ? 'path' : 'paths'}`}
      </h4>
      <ul className={styles.paths}>
        {opened.slice(0, most).map(([path, methods]) => (
          <li key={path}>
            <span className={styles.methods}>{methods.join(' ')}</span>
            <Link to={`${paths.permissionsView('finder')}?q=${encodeURIComponent(path)}`}>
              {asGraphWrites(path)}
            </Link>
          </li>
        ))}
      </ul>
      {opened.length > most && <p>And {opened.length - most} more.</p>}
    </div>
  );
}

function factsOf({ scopeId, roleId, level, kind }: PermissionFact): readonly Fact[] {
  const facts = [
    { name: 'Id (delegated)', value: scopeId },
    { name: 'Id (application)', value: roleId },
    { name: 'Level', value: level !== undefined && `${level} (1 gives the least)` },
    { name: 'Kind', value: kind && `${kind}: agreed to for one place only` },
  ];
  return facts.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}
