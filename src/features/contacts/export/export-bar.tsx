import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Popover } from '#ui/popover.tsx';
import { saveFile } from '#ui/save-file.ts';
import { fileName, readForExport, readPhotosOf } from './export-contacts.ts';
import { ExportChoice } from './export-choice.tsx';
import styles from './export.module.css';
import { vCards } from './vcard.ts';
import type { VCardVersion } from './vcard-text.ts';

/** What shall be taken along: those picked, or everybody in the folder. */
export function ExportBar({
  folder,
  picked,
  onEnd,
}: {
  folder: string | undefined;
  /** `undefined` for everybody. */
  picked: ReadonlySet<string> | undefined;
  onEnd: () => void;
}) {
  const [read, setRead] = useState('');
  // Of everybody they may be thousands of questions.
  const [wanted, setWanted] = useState(picked !== undefined);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const { mutate, isPending, isSuccess, error, data, variables } = useMutation({
    mutationFn: async (version: VCardVersion) => {
      setRead('Reading');
      const { signal } = (stop.current = new AbortController());
      const contacts = await readForExport(
        { folder, ids: picked },
        (count) => setRead(`${formatCount(count)} read`),
        signal,
      );
      const photos = wanted
        ? await readPhotosOf(
            contacts,
            (count) => setRead(`Photos of ${formatCount(count)} looked for`),
            signal,
          )
        : undefined;
      saveFile(new Blob([vCards(contacts, version, photos)]), fileName(contacts));
      return contacts.length;
    },
  });
  const one = (count: number) => `${formatCount(count)} ${count === 1 ? 'contact' : 'contacts'}`;
  return (
    <div className={styles.bar}>
      <output>
        {isPending
          ? read
          : isSuccess
            ? `${one(data)} saved`
            : picked
              ? `${one(picked.size)} chosen`
              : 'Everybody in this folder'}
      </output>
      {isPending ? (
        <progress aria-label="Contacts read" />
      ) : (
        (picked === undefined || picked.size > 0) && (
          <Popover label="Save as vCard" icon="download" words="Save as vCard">
            <ExportChoice
              onChoose={(version) => mutate(version)}
              photos={{ wanted, onWant: setWanted }}
            />
          </Popover>
        )
      )}
      <Button kind="quiet" onClick={onEnd}>
        {isSuccess ? 'Done' : 'Cancel'}
      </Button>
      {error && <FailureNotice error={error} onRetry={() => variables && mutate(variables)} />}
    </div>
  );
}
