import { useSuspenseQuery } from '@tanstack/react-query';
import { Chip } from '#ui/chip.tsx';
import { healthQueries } from './health-queries.ts';
import styles from './health.module.css';

export function Services() {
  const { data: services } = useSuspenseQuery(healthQueries.services());
  return (
    <ul className={styles.services} aria-label="Services">
      {services.map(({ id, service, status }) => (
        <li key={id}>
          <span>{service}</span>
          <Chip tone={status.tone} icon={status.tone === 'ok' ? 'check' : 'warning'}>
            {status.words}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
