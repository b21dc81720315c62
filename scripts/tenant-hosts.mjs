// Which host names the tenant's server answers for: Microsoft's own, or what somebody would rather have in their place.
import { Misuse } from './misuse.mjs';

const usual = {
  login: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  discovery: 'https://api.office.com',
  exchange: 'https://outlook.office365.com',
  management: 'https://manage.office.com',
  sharePointSuffix: 'sharepoint.com',
  ownApi: 'https://api.northlight.example',
};

export const controlHost = 'control.simulated.invalid';
export const roles = Object.keys(usual);

/** @param {readonly string[]} wishes `graph=https://graph.localhost:9443` each */
export function hostsWith(wishes = []) {
  const hosts = { ...usual };
  for (const wish of wishes) {
    const [role = '', ...rest] = wish.split('=');
    const where = rest.join('=');
    if (!(role in usual) || where === '')
      throw new Misuse(`--map takes <role>=<origin>, a role being one of ${roles.join(', ')}.`);
    hosts[role] = role === 'sharePointSuffix' ? hostName(where) : secureOrigin(where);
  }
  const origins = originsOf({ ...hosts });
  const twice = origins.find((origin, index) => origins.indexOf(origin) < index);
  // The second of two services at one address would never be asked.
  if (twice) throw new Misuse(`--map leads two services to ${twice}.`);
  return { ...hosts, signInPages: hosts.login };
}

function secureOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`)
    throw new Misuse(`--map takes https origins, not ${text}.`);
  return url.origin;
}

/** A port may stand behind it. */
function hostName(text) {
  if (!/^[\w-]+(\.[\w-]+)*(:\d+)?$/.test(text))
    throw new Misuse(`--map takes a part of a host name for sharePointSuffix, not ${text}.`);
  return text;
}

/** Names that a service had before, or has besides, and that samples still use. */
const others = {
  login: ['https://login.windows.net', 'https://login.microsoft.com', 'https://sts.windows.net'],
  exchange: ['https://outlook.office.com'],
};

/** Every origin that is served, the one of the control calls last. */
export function originsOf(hosts) {
  const { sharePointSuffix } = hosts;
  const named = roles.filter((role) => role !== 'sharePointSuffix');
  return [
    ...named.map((role) => hosts[role]),
    ...named.flatMap((role) => (hosts[role] === usual[role] ? (others[role] ?? []) : [])),
    ...['northlight', 'northlight-my', 'harbourline', 'harbourline-my'].map(
      (name) => `https://${name}.${sharePointSuffix}`,
    ),
    `https://${controlHost}`,
  ];
}
