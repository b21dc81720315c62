import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { innerPaths } from '#config/inner-paths.ts';
import { Dotted } from '#ui/dotted.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { addressInWords } from '#features/files/drive-item.ts';
import { filesQueries } from '#features/files/files-queries.ts';
import styles from './sites.module.css';

/** One site and its document libraries. */
export function SiteView({ site }: { site: string }) {
  const { data: libraries } = useSuspenseQuery(filesQueries.libraries(site));
  const { data: facts } = useQuery(filesQueries.site(site));
  return (
    <>
      <p className={styles.back}>
        <Link to={innerPaths.sites}>All sites</Link>
      </p>
      <h3 className={styles.title} dir="auto">
        {facts?.name ?? 'Site'}
      </h3>
      {facts && (
        <Dotted
          className={styles.small}
          parts={[facts.description, addressInWords(facts.webUrl)]}
        />
      )}
      {libraries.length === 0 && (
        <Notice icon="folder" title="No document libraries">
          <p>This site has none, or none that you may open.</p>
        </Notice>
      )}
      <ul className={styles.sites} aria-label="Document libraries">
        {libraries.map(({ id, name, webUrl }) => (
          <li key={id}>
            <Link to={innerPaths.library(id, site)} className={styles.site}>
              <Icon name="folder" />
              <span>
                <strong dir="auto">{name}</strong>
                <span className={styles.small}>{addressInWords(webUrl ?? '')}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
