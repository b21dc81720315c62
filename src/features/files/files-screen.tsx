import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { innerPaths } from '#config/inner-paths.ts';
import { paths } from '#config/paths.ts';
import { OrganisationsOnly } from '#shell/failure/administrators-only.tsx';
import { Panel } from '#shell/panel.tsx';
import { Waiting } from '#shell/waiting.tsx';
import { Screen } from '#shell/screen.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { SectionLinks } from '#ui/section-links.tsx';
import { FolderView } from '#features/files/folder/folder-view.tsx';
import { SiteView } from '#features/files/sites/site-view.tsx';
import { SitesView } from '#features/files/sites/sites-view.tsx';
import { filesQueries } from './files-queries.ts';
import { placeOf, sortOf, type Place } from './place.ts';

/** A library, a drive by its own address, belongs to a site. */
const sectionsAt = (drive: string | undefined) => [
  { to: paths.files, words: 'My files', isCurrent: drive === undefined },
  { to: innerPaths.sites, words: 'Sites', isCurrent: drive !== undefined },
];

/** Where one is, and was before. */
interface Way {
  readonly key: string;
  readonly place: Place;
  readonly from?: Place;
}

/** Files: one's own drive, the sites, and the libraries in them. */
export function FilesScreen() {
  const { drive, site } = useParams();
  const [params] = useSearchParams();
  const place = placeOf(drive, params);
  const key = `${place.drive} ${place.folders.join('/')}`;
  const [way, setWay] = useState<Way>({ key, place });
  if (way.key !== key) setWay({ key, place, from: way.place });
  const session = useSession();
  const isPersonal = session.kind === 'signed-in' && session.account.isPersonal;
  return (
    <Screen title="Files">
      <SectionLinks label="Parts of files" sections={sectionsAt(drive)} />
      {drive !== 'sites' && (
        <Panel
          key={key}
          heading="Folder"
          headingHidden
          skeleton={
            <Waiting
              of={filesQueries.folder(place, sortOf(params)).queryKey}
              rows={8}
              height={44}
            />
          }
        >
          <FolderView place={place} from={way.from} />
        </Panel>
      )}
      {drive === 'sites' && isPersonal && (
        <OrganisationsOnly what="Sites belong to organisations" />
      )}
      {drive === 'sites' && !isPersonal && site !== undefined && (
        <Panel
          key={site}
          heading="Site"
          headingHidden
          skeleton={<Waiting of={filesQueries.libraries(site).queryKey} rows={4} height={44} />}
        >
          <SiteView site={site} />
        </Panel>
      )}
      {drive === 'sites' && !isPersonal && site === undefined && <SitesView />}
    </Screen>
  );
}
