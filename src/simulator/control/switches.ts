/** What the other services can be told to do, switch by switch: how they answer in a good year, and how they fail. */
import { chosen, key, usual, type Choices } from '#simulator/legacy/service-switches.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';
import { isObject } from './call-bodies.ts';
import { BadCall } from './steered.ts';

interface Choice {
  readonly value: string;
  /** For a person who chooses. */
  readonly title: string;
  /** What a client meets then. */
  readonly expect: string;
}

interface Switch {
  readonly name: string;
  readonly title: string;
  /** The usual one first: it holds until another is chosen. */
  readonly choices: readonly [Choice & { readonly value: typeof usual }, ...Choice[]];
}

const choice = <Value extends string>(value: Value, title: string, expect: string) => ({
  value,
  title,
  expect,
});

export const serviceSwitches = [
  {
    name: 'discovery',
    title: 'Discovery service',
    choices: [
      choice(usual, 'Answers as in 2015', 'One row for each service, a stray space in one key'),
      choice(
        'empty',
        'A licence just given',
        '200 with an empty list, as for two or three hours then',
      ),
      choice('odd', 'Odd rows', 'Duplicates, unknown capabilities, spaces in every key'),
      choice('blocked', 'App blocked', '403, code 101, O365DiscoveryException'),
      choice(
        'atom',
        'Atom unless asked for JSON',
        'XML to whoever does not accept application/json',
      ),
      choice('gone', 'Closed, as since November 2019', '410 for every request'),
    ],
  },
  {
    name: 'exchangeRest',
    title: 'Exchange REST API',
    choices: [
      choice(usual, 'Answers as in 2014', 'Mail, contacts and events in PascalCase'),
      choice('gone', 'Closed, as since March 2024', '410 for every request'),
    ],
  },
  {
    name: 'activityFeed',
    title: 'Management Activity API',
    choices: [
      choice(usual, 'Answers', 'Content of the last seven days'),
      choice('auditOff', 'Auditing switched off', 'AF20011, the tenant does not exist'),
      choice('disabled', 'Subscriptions disabled', 'AF20023 for content and notifications'),
      choice('broken', 'Fails inside', 'AF50000 with status 500'),
    ],
  },
] as const satisfies readonly Switch[];

export type SwitchName = (typeof serviceSwitches)[number]['name'];

/** All switches with what is chosen now. */
export async function allChosen(store: TenantStore): Promise<Record<SwitchName, string>> {
  const pairs = await Promise.all(
    serviceSwitches.map(async ({ name }) => [name, await chosen(store, name)] as const),
  );
  return Object.fromEntries(pairs) as Record<SwitchName, string>;
}

/** @throws {BadCall} for a switch or a choice that there is not */
export async function choose(store: TenantStore, wishes: Choices): Promise<void> {
  if (!isObject(wishes)) throw new BadCall('The switches come in an object.');
  for (const [name, value] of Object.entries(wishes)) {
    const known: Switch | undefined = serviceSwitches.find((each) => each.name === name);
    if (!known?.choices.some((each) => each.value === value))
      throw new BadCall(`${name} cannot be ${value}.`);
  }
  await store.write(key, { ...(await store.read<Choices>(key)), ...wishes });
}
