import { useState } from 'react';
import { curlCommand } from '#lib/curl.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { agree, askFeed, feedUrl, type FeedAnswer } from './application-api.ts';
import { Code, Refused, Step } from './step.tsx';
import type { Lab } from './use-lab.ts';
import styles from './app-only.module.css';

const contentTypes = [
  'Audit.AzureActiveDirectory',
  'Audit.Exchange',
  'Audit.SharePoint',
  'Audit.General',
  'DLP.All',
] as const;

/** The activity feed, read as the application. */
export function FeedSteps({ lab }: { lab: Lab }) {
  const [type, setType] = useState<string>(contentTypes[0]);
  return (
    <>
      <Subscriptions lab={lab} type={type} onType={setType} />
      <Content lab={lab} type={type} />
    </>
  );
}

function Subscriptions({
  lab,
  type,
  onType,
}: {
  lab: Lab;
  type: string;
  onType: (type: string) => void;
}) {
  const { ask, resource, tenant, token, subscriptions } = lab;
  const start = `subscriptions/start?contentType=${type}`;
  return (
    <Step
      title="Subscriptions"
      done={isFilled(subscriptions)}
      what="Nothing is collected for an application before it subscribes to a kind of content. The first content can take twelve hours to come; in the simulated tenant it is there at once."
      since="the feed is the same; its health and message calls (ServiceComms) have moved to Microsoft Graph. Auditing has to be switched on in the tenant."
    >
      <SelectField label="Content" value={type} onValue={onType}>
        {contentTypes.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      {ask ? (
        <div className={styles.row}>
          <Button
            kind={isFilled(subscriptions) ? 'plain' : 'primary'}
            disabled={!token?.claims}
            isBusy={lab.isBusy}
            onClick={() =>
              void lab.run(async () => {
                const started = await askFeed(resource, tenant, start, 'POST');
                if (started.status >= 400) return { subscriptions: started };
                return { subscriptions: await askFeed(resource, tenant, 'subscriptions/list') };
              })
            }
          >
            Start and list
          </Button>
        </div>
      ) : (
        <Code
          label="Start, for curl"
          text={command('POST', feedUrl(resource, tenant || '{tenant id}', start))}
        />
      )}
      {type === 'DLP.All' && <DlpRole lab={lab} />}
      <Answer label="Subscriptions" answer={subscriptions} />
    </Step>
  );
}

/** What a policy against data loss found is shown to fewer applications. */
function DlpRole({ lab }: { lab: Lab }) {
  const { ask, application, resource, token, clientId } = lab;
  const roles = token?.claims?.['roles'];
  const hasIt = Array.isArray(roles) && roles.includes('ActivityFeed.ReadDlp');
  return (
    <div>
      <p>
        DLP.All holds what policies against data loss found, with parts of the text, and so wants{' '}
        <code>ActivityFeed.ReadDlp</code> beside <code>ActivityFeed.Read</code>.{' '}
        {hasIt ? 'This token has both.' : 'This token does not have it.'}
      </p>
      {ask && !hasIt && (
        <Button
          disabled={!application}
          isBusy={lab.isBusy}
          onClick={() =>
            void lab.run(async () => ({
              application: await agree(ask, clientId, resource.title, [
                'ActivityFeed.Read',
                'ActivityFeed.ReadDlp',
              ]),
            }))
          }
        >
          Agree to it as the administrator, then ask for the token again
        </Button>
      )}
    </div>
  );
}

function Content({ lab, type }: { lab: Lab; type: string }) {
  const { ask, resource, tenant, subscriptions, content, blob } = lab;
  const list = `subscriptions/content?contentType=${type}`;
  const first = (content?.body as readonly { contentUri?: string }[] | undefined)?.[0]?.contentUri;
  return (
    <Step
      title="Content"
      done={isFilled(blob)}
      what="A list names blobs, each with an address; the blob has the records: who did what, where and when. Times are UTC without saying so; order is not promised, and some records come twice."
      since="nothing but the number of record types. A list goes on in the header NextPageUri; a window is a day at most, seven days back."
    >
      {ask ? (
        <div className={styles.row}>
          <Button
            kind={isFilled(content) ? 'plain' : 'primary'}
            disabled={!isFilled(subscriptions)}
            isBusy={lab.isBusy}
            onClick={() =>
              void lab.run(async () => ({
                content: await askFeed(resource, tenant, list),
                blob: undefined,
              }))
            }
          >
            List the content
          </Button>
          <Button
            kind={isFilled(content) && !isFilled(blob) ? 'primary' : 'plain'}
            disabled={first === undefined}
            isBusy={lab.isBusy}
            onClick={() =>
              first !== undefined &&
              void lab.run(async () => ({ blob: await askFeed(resource, tenant, first) }))
            }
          >
            Read the first blob
          </Button>
          {content?.next !== undefined && (
            <Button
              isBusy={lab.isBusy}
              onClick={() =>
                void lab.run(async () => ({
                  content: await askFeed(resource, tenant, content.next ?? list),
                  blob: undefined,
                }))
              }
            >
              Next page (NextPageUri)
            </Button>
          )}
        </div>
      ) : (
        <Code
          label="Content, for curl"
          text={command('GET', feedUrl(resource, tenant || '{tenant id}', list))}
        />
      )}
      <Answer label="Content of the last day" answer={content} />
      <Answer label="Records of the first blob" answer={blob} />
    </Step>
  );
}

function Answer({ label, answer }: { label: string; answer: FeedAnswer | undefined }) {
  if (!answer) return null;
  if (answer.status >= 400) return <Refused status={answer.status} body={answer.body} />;
  const text = JSON.stringify(answer.body, null, 2);
  const shown = text.length > 20_000 ? `${text.slice(0, 20_000)}\n… (cut off)` : text;
  return <Code label={label} text={shown} />;
}

function isFilled(answer: FeedAnswer | undefined): boolean {
  return answer?.status === 200 && Array.isArray(answer.body) && answer.body.length > 0;
}

function command(method: string, url: string): string {
  return curlCommand({ method, url, headers: [] }, { header: 'authorization: Bearer $TOKEN' });
}
