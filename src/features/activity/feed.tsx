import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as wire from '#contract/activity.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Panel } from '#shell/panel.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { subscribe } from './activity-api.ts';
import {
  contentTypes,
  firstShown,
  isCollected,
  windowInWords,
  windows,
  type ContentType,
} from './activity.ts';
import { Records } from './records.tsx';
import styles from './activity.module.css';

export function Feed({
  tenant,
  subscriptions,
}: {
  tenant: string;
  subscriptions: readonly wire.Subscription[];
}) {
  const [type, setType] = useState(() => firstShown(subscriptions));
  const [daysAgo, setDaysAgo] = useState(0);
  const isOn = (each: ContentType) => isCollected(subscriptions, each);
  return (
    <>
      <Subscriptions tenant={tenant} isOn={isOn} />
      <div className={styles.choice}>
        <SelectField
          label="Content"
          value={type}
          onValue={(value) => setType(contentTypes.find((each) => each === value) ?? type)}
        >
          {contentTypes.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectField>
        <SelectField
          label="Day"
          value={String(daysAgo)}
          onValue={(value) => setDaysAgo(Number(value))}
        >
          {windows.map((ago) => (
            <option key={ago} value={ago}>
              {windowInWords(ago)}
            </option>
          ))}
        </SelectField>
      </div>
      {isOn(type) ? (
        <Panel
          key={`${type} ${daysAgo}`}
          heading="Records"
          headingHidden
          skeleton={<Skeleton rows={8} height={40} />}
        >
          <Records tenant={tenant} type={type} daysAgo={daysAgo} />
        </Panel>
      ) : (
        <Notice title={`${type} is not collected`}>
          <p>
            Start its subscription above. With a real tenant the first content may take 12 hours.
          </p>
        </Notice>
      )}
    </>
  );
}

function Subscriptions({ tenant, isOn }: { tenant: string; isOn: (type: ContentType) => boolean }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ type, how }: { type: ContentType; how: 'start' | 'stop' }) =>
      subscribe(tenant, type, how),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['activity'] }),
  });
  return (
    <section aria-label="Subscriptions">
      <ul className={styles.subscriptions}>
        {contentTypes.map((type) => {
          const how = isOn(type) ? 'stop' : 'start';
          return (
            <li key={type}>
              <code>{type}</code>
              <Chip tone={isOn(type) ? 'ok' : 'neutral'}>{isOn(type) ? 'collected' : 'off'}</Chip>
              <Button
                isBusy={change.isPending}
                aria-label={`${how === 'start' ? 'Start' : 'Stop'} ${type}`}
                onClick={() => change.mutate({ type, how })}
              >
                {how === 'start' ? 'Start' : 'Stop'}
              </Button>
            </li>
          );
        })}
      </ul>
      {change.isError && (
        <FailureNotice
          error={change.error}
          onRetry={() => change.variables && change.mutate(change.variables)}
        />
      )}
    </section>
  );
}
