import { expect, test } from 'vitest';
import { graphAs, json } from '#simulator/graph/graph-test-client.ts';
import { graphTypes } from './graph-types.ts';

const nobody = graphAs({ refusal: 'missing' });
const text = async () => (await nobody('/$metadata')).text();

/** The element of a type with all it holds. */
function element(xml: string, kind: string, name: string): string {
  const start = xml.indexOf(`<${kind} Name="${name}"`);
  expect(start).toBeGreaterThan(0);
  return xml.slice(start, xml.indexOf(`</${kind}>`, start));
}

test('the types are told to everybody, as XML', async () => {
  const response = await nobody('/$metadata');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/xml');
  expect(response.headers.get('odata-version')).toBe('4.0');
  expect(await response.text()).toMatch(
    /^<\?xml version="1\.0".*<edmx:Edmx Version="4\.0".*<\/edmx:Edmx>$/s,
  );
});

test('a message derives from an item of Outlook, and has only what is its own', async () => {
  const xml = await text();
  const message = element(xml, 'EntityType', 'message');
  expect(message).toContain('BaseType="microsoft.graph.outlookItem" OpenType="true"');
  expect(message).toContain('<Property Name="receivedDateTime" Type="Edm.DateTimeOffset"/>');
  expect(message).toContain('<Property Name="conversationIndex" Type="Edm.Binary"/>');
  expect(message).toContain(
    '<Property Name="toRecipients" Type="Collection(microsoft.graph.recipient)"/>',
  );
  expect(message).toContain(
    '<NavigationProperty Name="attachments" Type="Collection(microsoft.graph.attachment)"/>',
  );
  expect(message).not.toContain('Name="changeKey"');
  expect(element(xml, 'EntityType', 'outlookItem')).toContain('Name="changeKey"');
  expect(element(xml, 'EntityType', 'entity')).toContain('<Key><PropertyRef Name="id"/></Key>');
});

test('every type that is named is there, every tag is closed, and no name comes twice', async () => {
  const xml = await text();
  const defined = new Set<string>();
  const problems: string[] = [];
  const open: string[] = [];
  let space = '';
  const tags = xml.matchAll(/<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/g);
  for (const [tag, slash, name = '', attributes = '', end] of tags) {
    if (slash && open.pop() !== name) problems.push(tag);
    if (!slash && !end) open.push(name);
    space = /Namespace="([\w.]+)"/.exec(attributes)?.[1] ?? space;
    if (slash || !/^(Entity|Complex|Enum)Type$/.test(name)) continue;
    const own = `${space}.${/Name="(\w+)"/.exec(attributes)?.[1]}`;
    if (defined.has(own)) problems.push(own);
    defined.add(own);
  }
  expect(problems).toEqual([]);
  expect(open).toEqual([]);
  expect(defined.size).toBe(graphTypes.split('\n').length);
  const named = [...xml.matchAll(/ (?:BaseType|EntityType|Type)="(?:Collection\()?([\w.]+)\)?"/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !name.startsWith('Edm.'));
  expect(named.filter((name) => !defined.has(name))).toEqual([]);
});

test('the service document lists where to begin', async () => {
  const { value } = await json<{ value: { name: string; kind: string; url: string }[] }>(
    nobody('/'),
  );
  expect(value).toContainEqual({ name: 'users', kind: 'EntitySet', url: 'users' });
  expect(value).toContainEqual({ name: 'me', kind: 'Singleton', url: 'me' });
});
