/** For the bench: how long pages of the largest mailbox take, the first one in a process and those after it, and what they keep. */
import { everyScope, personWho, testContext } from '#simulator/graph/graph-test-client.ts';
import { graphRoutes } from '#simulator/graph/graph-routes.ts';

const page =
  '/me/mailFolders/inbox/messages?$top=50&$select=subject,from,receivedDateTime,isRead,bodyPreview';

export async function measureLargeMailbox(pages: number) {
  const context = testContext({
    person: personWho(({ mailboxSize }) => mailboxSize >= 100_000),
    scopes: everyScope,
  });
  // Node reads its own fetch when it is first used, which no server leaves to the first question.
  await new Response('').text();
  const app = graphRoutes(context);
  const time = async (path: string) => {
    const [started, worked] = [performance.now(), process.cpuUsage()];
    const response = await app.fetch(new Request(`${context.hosts.graph}/v1.0${path}`));
    const text = await response.text();
    if (response.status !== 200) throw new Error(text);
    const { user, system } = process.cpuUsage(worked);
    return { wall: performance.now() - started, work: (user + system) / 1000 };
  };
  const first = await time(page);
  const second = await time(page);
  const later = [];
  for (let nth = 0; nth < 40; nth++) later.push(await time(page));
  const before = heap();
  for (let nth = 0; nth < pages; nth++) await time(`${page}&$skip=${(nth * 9973) % 99_950}`);
  const grown = heap() - before;
  const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[20] ?? 0;
  const warm = {
    wall: median(later.map(({ wall }) => wall)),
    work: median(later.map(({ work }) => work)),
  };
  return { first, second, warm, heapGrowth: grown, pages };
}

/** Bytes in use after a collection, where the process may ask for one. */
function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}
