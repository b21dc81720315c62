import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { innerPaths } from '#config/inner-paths.ts';
import { paths } from '#config/paths.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import { cloud } from '#config/settings.ts';
import { AdministratorsOnly, useHolds } from '#shell/failure/administrators-only.tsx';
import { isRefusal } from '#shell/failure/is-refusal.ts';
import { Panel } from '#shell/panel.tsx';
import { Screen } from '#shell/screen.tsx';
import { SectionLinks } from '#ui/section-links.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Announcements } from './announcements.tsx';
import { healthQueries } from './health-queries.ts';
import { Issues } from './issues.tsx';
import { Services } from './services.tsx';

const sections = [
  { to: paths.health, words: 'Services' },
  { to: innerPaths.health('messages'), words: 'Message centre' },
];

/** How Microsoft's services are, and what Microsoft announces, for those who may know. */
export function HealthScreen() {
  const { view } = useParams();
  const isMessages = view === 'messages';
  const scopes = isMessages ? serviceScopes.announcements : serviceScopes.health;
  const mayAsk = useHolds(cloud().graph, scopes);
  // Who may not know how the services are may know nothing of the issues either, and is told once.
  const { error } = useQuery({ ...healthQueries.services(), enabled: false });
  const isShut = isRefusal(error);
  return (
    <Screen title="Health">
      <SectionLinks label="Parts of health" sections={sections} />
      {!mayAsk && (
        <AdministratorsOnly
          what={isMessages ? 'The message centre' : 'Service health'}
          resource={cloud().graph}
          scopes={scopes}
        />
      )}
      {mayAsk && isMessages && (
        <Panel heading="Message centre" headingHidden skeleton={<Skeleton rows={8} height={52} />}>
          <Announcements />
        </Panel>
      )}
      {mayAsk && !isMessages && (
        <>
          <Panel heading="Now" headingHidden={isShut} skeleton={<Skeleton rows={4} height={40} />}>
            <Services />
          </Panel>
          {!isShut && (
            <Panel heading="Issues and history" skeleton={<Skeleton rows={6} height={52} />}>
              <Issues />
            </Panel>
          )}
        </>
      )}
    </Screen>
  );
}
