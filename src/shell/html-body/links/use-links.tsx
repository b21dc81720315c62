import { useCallback, useState, type ReactNode } from 'react';
import { isKnownLink } from './followed-hosts.ts';
import { LinkChip } from './link-chip.tsx';
import { LinkQuestion, type Followed } from './link-question.tsx';

export interface Links {
  readonly onPoint: (link: HTMLAnchorElement | undefined) => void;
  /** @returns whether the link may be followed at once */
  readonly onFollow: (link: HTMLAnchorElement) => boolean;
  /** The chip that tells where a link leads, and the question before it is followed. */
  readonly shown: ReactNode;
}

/** What happens to the links of a stranger: told where they lead, and asked about once a host. */
export function useLinks(known: readonly string[]): Links {
  const [link, setLink] = useState<HTMLAnchorElement>();
  const [asked, setAsked] = useState<Followed>();
  const onFollow = useCallback((followed: HTMLAnchorElement) => {
    // As it stands there: a property would be made an address of the page that it stands in.
    const href = followed.getAttribute('href') ?? '';
    if (isKnownLink(href)) return true;
    setAsked({ href, words: followed.textContent ?? '' });
    return false;
  }, []);
  return {
    onPoint: setLink,
    onFollow,
    shown: (
      <>
        <LinkChip link={link} known={known} />
        {asked && (
          <LinkQuestion
            key={asked.href}
            link={asked}
            known={known}
            onDone={() => setAsked(undefined)}
          />
        )}
      </>
    ),
  };
}
