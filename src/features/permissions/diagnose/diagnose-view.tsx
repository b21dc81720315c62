import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { Button } from '#ui/button.tsx';
import { Chip, type Tone } from '#ui/chip.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { TextAreaField } from '#ui/text-field.tsx';
import type { EndpointKind } from '#features/permissions/diagnose/read/endpoint.ts';
import { diagnose, type Diagnosis } from './diagnose.ts';
import type { Finding } from '#features/permissions/diagnose/checks/finding.ts';
import { maskText } from './mask-text.ts';
import { ParameterTable } from './parameter-table.tsx';
import styles from './diagnose-view.module.css';

const kinds: Readonly<Record<EndpointKind, string>> = {
  authorize: 'A request to the sign-in page',
  token: 'A token request',
  'token-answer': 'An answer of the token endpoint',
  callback: 'An answer in an address',
  'admin-consent': 'A link for administrators',
  'sign-out': 'A sign-out',
  'device-code': 'A request for a device code',
  saml: 'A message of SAML',
  'older-service': 'A request to a sign-in of before',
};

const example =
  'https://login.windows.net/common/oauth2/authorize?response_type=code&client_id=9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12' +
  '&redirect_uri=https://app.example/&resource=https://outlook.office365.com/&prompt=admin_consent';

const toTheBox = handOnTo('textarea');

/** Paste a request or an answer of the sign-in: every parameter is held against today's rules. */
export function DiagnoseView() {
  const [pasted, setPasted] = useState('');
  const found = diagnose(pasted);
  return (
    <div className={styles.view}>
      <TextAreaField
        label="A request, or an answer"
        description="An authorize address, a token request (curl, wget, HTTPie, raw HTTP, PowerShell, Postman, a HAR entry or file), the address that came back, or the token endpoint’s answer. It stays in this box, and secrets in it are hidden as they arrive."
        isCode
        value={pasted}
        onValue={(text) => setPasted(maskText(text))}
      />
      {pasted.trim() === '' ? (
        <p>
          <Button ref={toTheBox} onClick={() => setPasted(example)}>
            Show an old one
          </Button>
        </p>
      ) : (
        <div className={styles.found} aria-live="polite">
          {found.length === 0 && <p>Nothing of the protocol was found in this text.</p>}
          {found.length > 0 && (
            <p className={styles.rests}>
              Rests on this text alone, held against RFC 6749, 7636 and 9700 and Microsoft’s pages
              on its v2.0 endpoints. Nobody was asked.
            </p>
          )}
          {found.map((diagnosis, at) => (
            <DiagnosisView key={`${diagnosis.kind} ${at}`} diagnosis={diagnosis} />
          ))}
        </div>
      )}
    </div>
  );
}

function DiagnosisView({ diagnosis }: { diagnosis: Diagnosis }) {
  const { kind, message, findings, translation } = diagnosis;
  const faults = findings.filter(({ severity }) => severity !== 'good' && severity !== 'note');
  return (
    <section className={styles.diagnosis} aria-label={kinds[kind]}>
      <h2 className={styles.kind}>
        {kinds[kind]}
        <Outcome faults={faults.length} isRefusal={saysNo(message)} />
      </h2>
      {message.address !== undefined && (
        <p className={styles.address}>
          <b>{message.method}</b>
          <span>{message.address}</span>
        </p>
      )}
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <FindingRow key={`${finding.about} ${finding.says}`} finding={finding} />
        ))}
      </ul>
      <ParameterTable parameters={message.parameters} findings={findings} />
      {translation !== undefined && (
        <div>
          <div className={styles.head}>
            <h3 className={styles.heading}>The same for today’s v2.0 endpoint</h3>
            <CopyButton text={translation}>Copy</CopyButton>
          </div>
          <CodeBlock>{translation}</CodeBlock>
        </div>
      )}
    </section>
  );
}

const saysNo = ({ parameters }: Diagnosis['message']) =>
  parameters.some(({ name, length }) => name === 'error' && length > 0);

/** A refusal may be as it should be, and is not good news for that. */
function Outcome({ faults, isRefusal }: { faults: number; isRefusal: boolean }) {
  if (faults > 0) {
    return (
      <Chip tone="warn" icon="warning">
        {faults} to mend
      </Chip>
    );
  }
  if (isRefusal) return <Chip tone="neutral">a refusal</Chip>;
  return (
    <Chip tone="ok" icon="check">
      nothing wrong
    </Chip>
  );
}

const severities: Readonly<Record<Finding['severity'], readonly [words: string, tone: Tone]>> = {
  wrong: ['wrong', 'danger'],
  risky: ['risky', 'warn'],
  old: ['old', 'warn'],
  note: ['note', 'neutral'],
  good: ['good', 'ok'],
};

function FindingRow({ finding }: { finding: Finding }) {
  const { severity, about, says, mend, number } = finding;
  const [words, tone] = severities[severity];
  return (
    <li className={styles.finding}>
      <Chip tone={tone}>{words}</Chip>
      <code>{about}</code>
      <span>
        {says} {mend && <span className={styles.mend}>{mend}</span>}{' '}
        {number !== undefined && (
          <Link
            className={styles.number}
            to={`${paths.permissionsView('refusals')}?about=AADSTS${number}`}
          >
            AADSTS{number}
          </Link>
        )}
      </span>
    </li>
  );
}
