/** Which drives and sites there are: everybody's OneDrive, and the document libraries of the company's sites. */
import { company } from '#simulator/seed/company.ts';
import { guid, hash, hashText, hex } from '#simulator/seed/random.ts';
import { consumerTenant, otherCompany } from '#simulator/seed/tenants.ts';
import { companies, sharePointOrigins } from '#simulator/entra/resources.ts';
import { hasOneDrive } from '#simulator/graph/graph-access.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { createTree, type Tree } from './tree.ts';

export interface SimulatedDrive {
  readonly id: string;
  readonly driveType: 'personal' | 'business' | 'documentLibrary';
  readonly name: string;
  readonly webUrl: string;
  readonly owner: Person | undefined;
  readonly site: SimulatedSite | undefined;
  readonly tree: Tree;
}

export interface SimulatedSite {
  /** `host,guid,guid` */
  readonly id: string;
  /** What its libraries are made from. */
  readonly key: string;
  /** Empty for the root site, `sites/optics` for another one. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly webUrl: string;
  readonly libraries: readonly string[];
}

const sites = [
  ['', company.name, 'What everybody here should find', ['Documents', 'Forms']],
  ['sites/optics', 'Optics Lab', 'Benches, plates and readings', ['Documents', 'Measurements']],
  ['sites/finance', 'Finance', 'Budgets and invoices', ['Documents']],
  ['sites/halle', 'Werkstatt Jena', 'Aufträge und Zeichnungen', ['Dokumente']],
  [
    'teams/calibration',
    'Calibration Services',
    'Certificates for customers',
    ['Documents', 'Certificates'],
  ],
] as const;

const sitesOfOther = [
  ['', otherCompany.name, 'Berths, crews and cargo', ['Documents']],
  ['sites/fleet', 'Fleet', 'Papers of every ship', ['Documents', 'Certificates']],
] as const;

export function sitesOf({ hosts }: TenantContext, tenantId: string): readonly SimulatedSite[] {
  const [origin] = sharePointOrigins(hosts, tenantId);
  const { host } = new URL(origin);
  const isOther = tenantId === otherCompany.tenantId;
  const keyOf = (path: string) => (isOther ? `${host}/${path}` : path);
  return (isOther ? sitesOfOther : sites).map(([path, title, description, libraries]) => ({
    id: `${host},${guid(1, 22, hashText(keyOf(path)))},${guid(1, 23, hashText(keyOf(path)))}`,
    key: keyOf(path),
    path,
    title,
    description,
    webUrl: path ? `${origin}/${path}` : origin,
    libraries,
  }));
}

/** Of all companies. */
export const everySite = (context: TenantContext): readonly SimulatedSite[] =>
  companies.flatMap((tenantId) => sitesOf(context, tenantId));

export interface DriveStore {
  readonly ofPerson: (person: Person) => SimulatedDrive;
  readonly ofSite: (site: SimulatedSite) => readonly SimulatedDrive[];
  /** By its id; what the person may not open does not exist. */
  readonly find: (id: string, person: Person) => SimulatedDrive | undefined;
}

export function createDrives(context: TenantContext): DriveStore {
  const trees = new Map<number, Tree>();
  const tree = (key: number, kind: 'personal' | 'library') => {
    const made = trees.get(key) ?? createTree(key, kind);
    trees.set(key, made);
    return made;
  };
  const store: DriveStore = {
    ofPerson(person) {
      const key = hash(context.seed, hashText(person.oid), 21);
      return {
        id: driveId(key),
        driveType: person.tenantId === consumerTenant ? 'personal' : 'business',
        name: 'OneDrive',
        webUrl: `${sharePointOrigins(context.hosts, person.tenantId)[1]}/personal/${person.userPrincipalName.replaceAll(/\W/g, '_')}/Documents`,
        owner: person,
        site: undefined,
        tree: tree(key, 'personal'),
      };
    },
    ofSite: (site) =>
      site.libraries.map((name) => {
        const key = hash(context.seed, hashText(`${site.key}/${name}`), 22);
        return {
          id: driveId(key),
          driveType: 'documentLibrary',
          name,
          webUrl: `${site.webUrl}/${name === 'Documents' ? 'Shared%20Documents' : encodeURIComponent(name)}`,
          owner: undefined,
          site,
          tree: tree(key, 'library'),
        };
      }),
    find: (id, person) =>
      [
        ...(hasOneDrive(person) ? [store.ofPerson(person)] : []),
        ...sitesOf(context, person.tenantId).flatMap(store.ofSite),
      ].find((drive) => drive.id.toLowerCase() === id.toLowerCase()),
  };
  return store;
}

/** For what a download address names: it knows the drive and nobody's token. */
export function anyDrive(
  context: TenantContext,
  drives: DriveStore,
  id: string,
): SimulatedDrive | undefined {
  return [
    ...context.people.filter(hasOneDrive).map(drives.ofPerson),
    ...everySite(context).flatMap(drives.ofSite),
  ].find((drive) => drive.id === id);
}

function driveId(key: number): string {
  return `b!${hex(64, key)}`;
}
