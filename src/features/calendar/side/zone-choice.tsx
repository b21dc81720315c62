import { useId, useState } from 'react';
import { ownZone } from '#lib/zoned-time.ts';
import { usePreference } from '#shell/use-preference.ts';
import type { Preference } from '#shell/preference.ts';
import { offsetInWords, zoneName } from '#features/calendar/words.ts';
import { allZones, besideZone, mainZone, zoneOrOwn } from '#features/calendar/zones.ts';
import styles from './side-bar.module.css';

/** The zone that the calendar is shown in, and another one beside it. */
export function ZoneChoice() {
  const main = usePreference(mainZone);
  const [now] = useState(Date.now);
  return (
    <fieldset className={styles.group}>
      <legend>Time zones</legend>
      <ZoneSelect
        label="Shown in"
        usual={`Here: ${zoneName(zoneOrOwn(''))} (${offsetInWords(now, ownZone())})`}
        kept={mainZone}
      />
      <ZoneSelect label="Beside it" usual="None" kept={besideZone} />
      <p className={styles.note}>{`${zoneOrOwn(main)}, ${offsetInWords(now, zoneOrOwn(main))}`}</p>
    </fieldset>
  );
}

function ZoneSelect({
  label,
  usual,
  kept,
}: {
  label: string;
  /** What it is when nothing is chosen. */
  usual: string;
  kept: Preference<string>;
}) {
  const id = useId();
  const chosen = usePreference(kept);
  // Four hundred names are written only once somebody wants to choose.
  const [isWanted, setIsWanted] = useState(false);
  const zones = isWanted ? allZones() : [chosen].filter(Boolean);
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onPointerDown={() => setIsWanted(true)}
        onFocus={() => setIsWanted(true)}
        onChange={({ currentTarget }) => kept.choose(currentTarget.value)}
      >
        <option value="">{usual}</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
