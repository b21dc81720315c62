import { useId, useState } from 'react';
import { serviceScopes } from '#config/service-scopes.ts';
import { cloud } from '#config/settings.ts';
import type { Preference } from '#shell/preference.ts';
import { usePreference } from '#shell/use-preference.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { useZones } from '#features/calendar/use-zones.ts';
import { offsetInWords, zoneName } from '#features/calendar/words.ts';
import { allZones, besideZone, mainZone, noZone } from '#features/calendar/zones.ts';
import styles from './side-bar.module.css';

/** The zone that the calendar is shown in, and another one beside it. */
export function ZoneChoice() {
  const { zone, beside, usual, usualBeside, holdsMailbox } = useZones();
  const { signIn, leaving } = useSignIn();
  const whose = usual.of === 'mailbox' ? 'Mailbox' : 'Here';
  return (
    <fieldset className={styles.group}>
      <legend>Time zones</legend>
      <ZoneSelect
        label="Shown in"
        shown={zone}
        kept={mainZone}
        usual={`${whose}: ${zoneName(usual.zone)}`}
      />
      <ZoneSelect
        label="Beside it"
        shown={beside}
        kept={besideZone}
        usual={usualBeside === undefined ? 'None' : `Here: ${zoneName(usualBeside)}`}
        hasNone={usualBeside !== undefined}
        without={zone}
      />
      {!holdsMailbox && (
        <p className={styles.mailboxZone}>
          <Button
            disabled={leaving}
            title={`Asks Microsoft for ${serviceScopes.mailboxSettings.join(', ')}`}
            onClick={() =>
              signIn({
                kind: 'grant',
                resource: cloud().graph,
                scopes: serviceScopes.mailboxSettings,
              })
            }
          >
            Use the zone set in Outlook
          </Button>
        </p>
      )}
    </fieldset>
  );
}

function ZoneSelect({
  label,
  shown,
  usual,
  hasNone = false,
  without,
  kept,
}: {
  label: string;
  shown: string | undefined;
  /** What it is when nothing is chosen. */
  usual: string;
  hasNone?: boolean;
  /** The zone that is there already. */
  without?: string;
  kept: Preference<string>;
}) {
  const id = useId();
  const chosen = usePreference(kept);
  const [now] = useState(Date.now);
  // Four hundred names are written only once somebody wants to choose.
  const [isWanted, setIsWanted] = useState(false);
  const isNone = chosen === noZone || chosen === without;
  const listed = isWanted ? allZones() : isNone || chosen === '' ? [] : [chosen];
  const zones = listed.filter((each) => each !== without);
  return (
    <div className={styles.select}>
      {/* However long the name of a place is, its offset is not cut off with it. */}
      <label htmlFor={id}>{shown ? `${label} (${offsetInWords(now, shown)})` : label}</label>
      <select
        id={id}
        value={isNone ? (hasNone ? noZone : '') : chosen}
        onPointerDown={() => setIsWanted(true)}
        onFocus={() => setIsWanted(true)}
        onChange={({ currentTarget }) => kept.choose(currentTarget.value)}
      >
        <option value="">{usual}</option>
        {hasNone && <option value={noZone}>None</option>}
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
