import { useState } from 'react';
import { useNow } from '#shell/use-now.ts';
import { Button } from '#ui/button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { TextAreaField } from '#ui/text-field.tsx';
import { ChecksList } from '#features/tokens/claims/checks-list.tsx';
import { checkClaims } from '#features/tokens/claims/check-claims.ts';
import { ClaimsTable } from '#features/tokens/claims/claims-table.tsx';
import { KeepButton } from '#features/tokens/compare/keep-button.tsx';
import { decodeJwt, type JwtReading } from '#features/tokens/jwt/decode-jwt.ts';
import { SignatureCheck } from './signature-check.tsx';
import styles from './paste-view.module.css';

const toTheBox = handOnTo('textarea');

/** Any token, decoded and checked here. It is in this box and nowhere else, and gone with it. */
export function PasteView() {
  const [pasted, setPasted] = useState('');
  const isEmpty = pasted.trim() === '';
  const reading = decodeJwt(pasted);
  return (
    <div className={styles.view}>
      <TextAreaField
        label="A token"
        description="A JWT, also with Bearer in front. It is decoded in this page; nothing of it is sent or kept. A token that works is a key: treat it as one."
        isCode
        value={pasted}
        onValue={setPasted}
      />
      {!isEmpty && (
        <>
          <div className={styles.buttons}>
            <Button ref={toTheBox} icon="trash" onClick={() => setPasted('')}>
              Clear
            </Button>
            {reading.kind === 'jwt' && (
              <KeepButton
                name="pasted token"
                header={reading.jwt.header}
                claims={reading.jwt.claims}
              />
            )}
          </div>
          <Reading reading={reading} text={pasted} />
        </>
      )}
    </div>
  );
}

function Reading({ reading, text }: { reading: JwtReading; text: string }) {
  const now = useNow(30_000);
  switch (reading.kind) {
    case 'jwt': {
      const { header, claims } = reading.jwt;
      return (
        <section className={styles.reading} aria-label="What is in it">
          <ChecksList checks={checkClaims(header, claims, { now })} />
          <SignatureCheck text={text} claims={claims} />
          <ClaimsTable header={header} claims={claims} />
        </section>
      );
    }
    case 'encrypted':
      return <p>It is encrypted (five parts): only its API has the key to read it.</p>;
    case 'opaque':
      return (
        <p>
          It is no JWT. Personal accounts’ access tokens, refresh tokens and codes are opaque:
          nobody but Microsoft reads them.
        </p>
      );
    case 'broken':
      return <p role="alert">{reading.why}</p>;
  }
}
