import { useLayoutEffect, useRef, type MouseEvent } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import styles from './section-links.module.css';

/** As wide as the end that fades, in the style sheet. */
const fadingEdge = 32;

/** On a phone the one that is open may stand out of sight, also after Back. */
function showCurrent(row: HTMLElement | null): void {
  const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
  if (!row || !current) return;
  const from = current.offsetLeft;
  const to = from + current.offsetWidth + fadingEdge;
  const isSeen = from >= row.scrollLeft && to <= row.scrollLeft + row.clientWidth;
  if (!isSeen) row.scrollLeft = to - row.clientWidth;
}

/** Whoever chooses one at the edge, where it fades, sees the whole of it. */
function showChosen({ currentTarget }: MouseEvent): void {
  currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The parts of a screen, each with an address of its own; on a phone the row can be pushed sideways. */
export function SectionLinks({
  label,
  sections,
}: {
  label: string;
  sections: readonly {
    readonly to: string;
    readonly words: string;
    /** Said by who knows better than the address, where a part has places of its own. */
    readonly isCurrent?: boolean;
  }[];
}) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useLayoutEffect(() => showCurrent(row.current), [pathname]);
  return (
    <nav aria-label={label} className={styles.sections} ref={row}>
      <ul>
        {sections.map(({ to, words, isCurrent }) => (
          <li key={to}>
            {isCurrent === undefined ? (
              <NavLink to={to} end className={styles.section ?? ''} onClick={showChosen}>
                {words}
              </NavLink>
            ) : (
              <Link
                to={to}
                className={styles.section}
                onClick={showChosen}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
