import { useState } from 'react';
import { NavLink } from 'react-router';
import { paths } from '#config/paths.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './navigation.module.css';

const places = [
  { to: paths.mail, icon: 'mail', words: 'Mail' },
  { to: paths.contacts, icon: 'people', words: 'Contacts' },
  { to: paths.services, icon: 'services', words: 'Services' },
  { to: paths.profile, icon: 'person', words: 'Profile' },
] as const;

/** A rail of icons with names that show on hover and focus; on a phone a bar at the bottom with the names written. */
export function Navigation() {
  // What shows on hover must go away by Escape without moving the pointer (WCAG 2.2, 1.4.13), and when it was followed.
  const [quiet, setQuiet] = useState(false);
  return (
    <nav aria-label="Main" className={styles.rail}>
      <ul data-quiet={quiet} onPointerEnter={() => setQuiet(false)}>
        {places.map(({ to, icon, words }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={styles.place ?? ''}
              onClick={() => setQuiet(true)}
              onFocus={() => setQuiet(false)}
              onKeyDown={(event) => event.key === 'Escape' && setQuiet(true)}
            >
              {({ isActive }) => (
                <>
                  <Icon name={isActive ? `${icon}-filled` : icon} />
                  <span className={styles.name}>{words}</span>
                </>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
