import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serviceScopes } from '#config/service-scopes.ts';
import { cloud } from '#config/settings.ts';
import { useHolds } from '#shell/failure/administrators-only.tsx';
import { usePreference } from '#shell/use-preference.ts';
import { calendarQueries } from './calendar-queries.ts';
import { besideZone, mainZone, ownPlace, zonesShown, type Zones } from './zones.ts';

/** The mailbox's zone is asked for only where the permission is there: the calendar does without. */
export function useZones(): Zones & { readonly holdsMailbox: boolean } {
  const holdsMailbox = useHolds(cloud().graph, serviceScopes.mailboxSettings);
  const { data } = useQuery({ ...calendarQueries.mailboxZone(), enabled: holdsMailbox });
  const main = usePreference(mainZone);
  const beside = usePreference(besideZone);
  const [now] = useState(Date.now);
  return { ...zonesShown({ main, beside }, data ?? undefined, ownPlace(), now), holdsMailbox };
}
