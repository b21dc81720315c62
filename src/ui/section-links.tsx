import { NavLink } from 'react-router';
import styles from './section-links.module.css';

/** The parts of a screen, each with an address of its own; on a phone the row can be pushed sideways. */
export function SectionLinks({
  label,
  sections,
}: {
  label: string;
  sections: readonly { readonly to: string; readonly words: string }[];
}) {
  return (
    <nav aria-label={label} className={styles.sections}>
      <ul>
        {sections.map(({ to, words }) => (
          <li key={to}>
            <NavLink to={to} end className={styles.section ?? ''}>
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
