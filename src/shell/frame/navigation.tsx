import { useId, useRef, useState, type MouseEvent } from 'react';
import { NavLink } from 'react-router';
import { paths } from '#config/paths.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './navigation.module.css';

/** By what one goes there for. On a phone the first group is the bar, and the others are behind its last button. */
const groups = [
  [
    { to: paths.mail, icon: 'mail', words: 'Mail' },
    { to: paths.contacts, icon: 'people', words: 'Contacts' },
    { to: paths.calendar, icon: 'calendar', words: 'Calendar' },
    { to: paths.files, icon: 'folder', words: 'Files' },
  ],
  [
    { to: paths.services, icon: 'services', words: 'Services' },
    { to: paths.health, icon: 'health', words: 'Health' },
    { to: paths.activity, icon: 'activity', words: 'Activity' },
  ],
  [
    { to: paths.permissions, icon: 'shield', words: 'Permissions' },
    { to: paths.tokens, icon: 'key', words: 'Tokens' },
    { to: paths.requests, icon: 'code', words: 'Requests' },
    { to: paths.apis, icon: 'plug', words: 'Own APIs' },
    { to: paths.appOnly, icon: 'certificate', words: 'App-only' },
    { to: paths.timeline, icon: 'timeline', words: 'Timeline' },
  ],
  [{ to: paths.profile, icon: 'person', words: 'Profile' }],
] as const;

type Place = (typeof groups)[number][number];

export const places: readonly Place[] = groups.flat();

const [everyday, ...others] = groups;

/** A rail of icons with names that show on hover and focus; on a phone a bar at the bottom with the names written. */
export function Navigation() {
  // What shows on hover must go away by Escape without moving the pointer (WCAG 2.2, 1.4.13), and when it was followed.
  const [quiet, setQuiet] = useState(false);
  const moreId = useId();
  const more = useRef<HTMLDivElement>(null);
  const closeAfterLink = ({ target }: MouseEvent) => {
    const { current: sheet } = more;
    if ((target as Element).closest('a') && sheet?.matches(':popover-open')) sheet.hidePopover();
  };
  const list = (places: readonly Place[]) => (
    <ul>
      {places.map((place) => (
        <Link key={place.to} place={place} onQuiet={setQuiet} />
      ))}
    </ul>
  );
  return (
    // Listens for the pointer on the way to its links; it is not a control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      aria-label="Main"
      className={styles.rail}
      data-quiet={quiet}
      onPointerEnter={() => setQuiet(false)}
    >
      {list(everyday)}
      <button type="button" popoverTarget={moreId} className={`${styles.place} ${styles.opener}`}>
        <Icon name="menu" />
        <span className={styles.name}>More</span>
      </button>
      <div
        ref={more}
        id={moreId}
        popover="auto"
        className={styles.more}
        onClickCapture={closeAfterLink}
      >
        {others.map((places) => (
          <div key={places[0].to} className={styles.group}>
            {list(places)}
          </div>
        ))}
      </div>
    </nav>
  );
}

function Link({
  place: { to, icon, words },
  onQuiet,
}: {
  place: Place;
  onQuiet: (quiet: boolean) => void;
}) {
  return (
    <li>
      <NavLink
        to={to}
        className={styles.place ?? ''}
        onClick={() => onQuiet(true)}
        onFocus={() => onQuiet(false)}
        onKeyDown={(event) => event.key === 'Escape' && onQuiet(true)}
      >
        {({ isActive }) => (
          <>
            <Icon name={isActive ? `${icon}-filled` : icon} />
            <span className={styles.name}>{words}</span>
          </>
        )}
      </NavLink>
    </li>
  );
}
