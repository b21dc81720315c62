import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { innerPaths } from '#config/inner-paths.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import { cloud } from '#config/settings.ts';
import { useHolds } from '#shell/failure/administrators-only.tsx';
import { isRefusal } from '#shell/failure/is-refusal.ts';
import { Panel } from '#shell/panel.tsx';
import { Waiting } from '#shell/waiting.tsx';
import { Button } from '#ui/button.tsx';
import { Dotted } from '#ui/dotted.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { addressInWords, isRoot, rootFirst, type SiteItem } from '#features/files/drive-item.ts';
import { filesQueries } from '#features/files/files-queries.ts';
import styles from './sites.module.css';

/** The root site, and every site that the search finds. */
export function SitesView() {
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const [typed, setTyped] = useState(search);
  const holds = useHolds(cloud().graph, serviceScopes.sites);
  // Who may see no site at all has nothing to search in.
  const { error } = useQuery({ ...filesQueries.sites(''), enabled: false });
  const form = useRef<HTMLFormElement>(null);
  const mayAsk = holds && (search !== '' || !isRefusal(error));
  return (
    <>
      {mayAsk && (
        <form
          ref={form}
          className={styles.find}
          onSubmit={(event) => {
            event.preventDefault();
            setParams(typed.trim() ? { q: typed.trim() } : {});
          }}
        >
          <TextField label="Find a site" type="search" value={typed} onValue={setTyped} />
          <Button type="submit" icon="search">
            Search
          </Button>
        </form>
      )}
      {/* Not round the form: a search that fails can be changed. */}
      <Panel
        key={search}
        heading="Sites"
        headingHidden
        skeleton={<Waiting of={filesQueries.sites(search).queryKey} rows={6} height={52} />}
      >
        <Sites
          search={search}
          onAll={() => {
            setTyped('');
            setParams({});
            // The button goes with what was not found.
            form.current?.querySelector('input')?.focus();
          }}
        />
      </Panel>
    </>
  );
}

function Sites({ search, onAll }: { search: string; onAll: () => void }) {
  const { data: found } = useSuspenseQuery(filesQueries.sites(search));
  const sites = rootFirst(found, search === '');
  if (search && sites.length === 0) {
    return (
      <Notice
        icon="search"
        live="polite"
        title={`No site is found for “${search}”`}
        actions={<Button onClick={onAll}>Show all sites</Button>}
      >
        <p>
          SharePoint looks at names, descriptions and addresses, for the beginning of each word.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <p className={styles.count} aria-live="polite">
        {sites.length} {sites.length === 1 ? 'site' : 'sites'}
        {search && ` for “${search}”`}
      </p>
      <ul className={styles.sites}>
        {sites.map((site) => (
          <Site key={site.id} site={site} />
        ))}
      </ul>
    </>
  );
}

function Site({ site }: { site: SiteItem }) {
  const { id, name, description, webUrl } = site;
  return (
    <li>
      <Link to={innerPaths.site(id)} data-item={name} className={styles.site}>
        <Icon name={isRoot(site) ? 'home' : 'globe'} />
        <span>
          <strong dir="auto">{name}</strong>
          <Dotted
            className={styles.small}
            parts={[isRoot(site) && 'Root site', description, addressInWords(webUrl)]}
          />
        </span>
      </Link>
    </li>
  );
}
