import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { explainRefusal } from '#shell/refusals/explain-refusal.ts';
import { readRefusal } from '#shell/refusals/read-refusal.ts';
import { TextAreaField } from '#ui/text-field.tsx';
import { maskText } from '#features/permissions/diagnose/mask-text.ts';
import { ExplainedRefusal } from './explained-refusal.tsx';
import { KnownRefusals } from './known-refusals.tsx';
import styles from './refusals-view.module.css';

/** Any refusal, pasted or followed from elsewhere (`?about=AADSTS65001`): which layer said no, and what mends it. */
export function RefusalsView() {
  const [search] = useSearchParams();
  const [pasted, setPasted] = useState(() => search.get('about') ?? '');
  const isEmpty = pasted.trim() === '';
  return (
    <div className={styles.view}>
      <TextAreaField
        label="What was refused"
        description="An AADSTS number, an error code, a JSON answer, headers, or the address that came back. It is read here, and tokens in it are hidden at once."
        isCode
        value={pasted}
        placeholder={'AADSTS65001\n{"error":"invalid_grant","suberror":"consent_required", …}'}
        onValue={(text) => setPasted(maskText(text))}
      />
      {!isEmpty && <ExplainedRefusal explanation={explainRefusal(readRefusal(pasted))} />}
      {isEmpty && <KnownRefusals onChoose={setPasted} />}
    </div>
  );
}
