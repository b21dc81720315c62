import { useSearchParams } from 'react-router';
import { maskText } from '#features/permissions/diagnose/mask-text.ts';
import { toldRefusal } from '#shell/refusals/told-refusal.ts';

/** What somebody means to ask; in the address, so that it is there again after the visit to Microsoft's page. */
export interface Plan {
  readonly scopes: string;
  readonly prompt: string;
  readonly tenant: string;
  readonly domain: string;
  /** It was asked, and this is after the return. */
  readonly isAsked: boolean;
  /** What the page told that said no: `AADSTS65004`, or OAuth's error. */
  readonly refused: string | undefined;
}

export type PlanField = 'scopes' | 'prompt' | 'tenant' | 'domain';

export function usePlan(): { plan: Plan; set: (name: PlanField, value: string) => void } {
  const [search, setSearch] = useSearchParams();
  const value = (name: string) => search.get(name) ?? '';
  return {
    plan: {
      scopes: value('scopes'),
      prompt: value('prompt'),
      tenant: value('tenant'),
      domain: value('domain'),
      isAsked: search.has('asked'),
      refused: toldRefusal(search),
    },
    set: (name, text) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('asked');
          next.delete('refused');
          // It stands in the address: a token that was pasted by mistake must not.
          if (text) next.set(name, maskText(text));
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
  };
}
