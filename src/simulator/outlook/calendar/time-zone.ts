/** Time zones by the names Outlook takes, Windows' and IANA's, with the platform's own rules behind them. */

/** Windows name = IANA name (CLDR's windowsZones, territory 001). */
export const windowsZones: readonly (readonly [name: string, zone: string])[] =
  `Dateline=Etc/GMT+12;UTC-11=Etc/GMT+11;Aleutian=America/Adak;Hawaiian=Pacific/Honolulu;Marquesas=Pacific/Marquesas;Alaskan=America/Anchorage;UTC-09=Etc/GMT+9;Pacific=America/Los_Angeles;Pacific Standard Time (Mexico)=America/Tijuana;UTC-08=Etc/GMT+8;US Mountain=America/Phoenix;Mountain Standard Time (Mexico)=America/Mazatlan;Mountain=America/Denver;Yukon=America/Whitehorse;Central America=America/Guatemala;Central=America/Chicago;Easter Island=Pacific/Easter;Central Standard Time (Mexico)=America/Mexico_City;Canada Central=America/Regina;SA Pacific=America/Bogota;Eastern Standard Time (Mexico)=America/Cancun;Eastern=America/New_York;Haiti=America/Port-au-Prince;Cuba=America/Havana;US Eastern=America/Indianapolis;Turks And Caicos=America/Grand_Turk;Paraguay=America/Asuncion;Atlantic=America/Halifax;Venezuela=America/Caracas;Central Brazilian=America/Cuiaba;SA Western=America/La_Paz;Pacific SA=America/Santiago;Newfoundland=America/St_Johns;Tocantins=America/Araguaina;E. South America=America/Sao_Paulo;SA Eastern=America/Cayenne;Argentina=America/Buenos_Aires;Greenland=America/Godthab;Montevideo=America/Montevideo;Magallanes=America/Punta_Arenas;Saint Pierre=America/Miquelon;Bahia=America/Bahia;UTC-02=Etc/GMT+2;Azores=Atlantic/Azores;Cape Verde=Atlantic/Cape_Verde;GMT=Europe/London;Greenwich=Atlantic/Reykjavik;Sao Tome=Africa/Sao_Tome;Morocco=Africa/Casablanca;W. Europe=Europe/Berlin;Central Europe=Europe/Budapest;Romance=Europe/Paris;Central European=Europe/Warsaw;W. Central Africa=Africa/Lagos;Jordan=Asia/Amman;GTB=Europe/Bucharest;Middle East=Asia/Beirut;Egypt=Africa/Cairo;E. Europe=Europe/Chisinau;Syria=Asia/Damascus;West Bank=Asia/Hebron;South Africa=Africa/Johannesburg;FLE=Europe/Kiev;Israel=Asia/Jerusalem;South Sudan=Africa/Juba;Kaliningrad=Europe/Kaliningrad;Sudan=Africa/Khartoum;Libya=Africa/Tripoli;Namibia=Africa/Windhoek;Arabic=Asia/Baghdad;Turkey=Europe/Istanbul;Arab=Asia/Riyadh;Belarus=Europe/Minsk;Russian=Europe/Moscow;E. Africa=Africa/Nairobi;Volgograd=Europe/Volgograd;Iran=Asia/Tehran;Arabian=Asia/Dubai;Astrakhan=Europe/Astrakhan;Azerbaijan=Asia/Baku;Russia Time Zone 3=Europe/Samara;Mauritius=Indian/Mauritius;Saratov=Europe/Saratov;Georgian=Asia/Tbilisi;Caucasus=Asia/Yerevan;Afghanistan=Asia/Kabul;West Asia=Asia/Tashkent;Qyzylorda=Asia/Qyzylorda;Ekaterinburg=Asia/Yekaterinburg;Pakistan=Asia/Karachi;India=Asia/Calcutta;Sri Lanka=Asia/Colombo;Nepal=Asia/Katmandu;Central Asia=Asia/Bishkek;Bangladesh=Asia/Dhaka;Omsk=Asia/Omsk;Myanmar=Asia/Rangoon;SE Asia=Asia/Bangkok;Altai=Asia/Barnaul;W. Mongolia=Asia/Hovd;North Asia=Asia/Krasnoyarsk;N. Central Asia=Asia/Novosibirsk;Tomsk=Asia/Tomsk;China=Asia/Shanghai;North Asia East=Asia/Irkutsk;Singapore=Asia/Singapore;W. Australia=Australia/Perth;Taipei=Asia/Taipei;Ulaanbaatar=Asia/Ulaanbaatar;Aus Central W.=Australia/Eucla;Transbaikal=Asia/Chita;Tokyo=Asia/Tokyo;North Korea=Asia/Pyongyang;Korea=Asia/Seoul;Yakutsk=Asia/Yakutsk;Cen. Australia=Australia/Adelaide;AUS Central=Australia/Darwin;E. Australia=Australia/Brisbane;AUS Eastern=Australia/Sydney;West Pacific=Pacific/Port_Moresby;Tasmania=Australia/Hobart;Vladivostok=Asia/Vladivostok;Lord Howe=Australia/Lord_Howe;Bougainville=Pacific/Bougainville;Russia Time Zone 10=Asia/Srednekolymsk;Magadan=Asia/Magadan;Norfolk=Pacific/Norfolk;Sakhalin=Asia/Sakhalin;Central Pacific=Pacific/Guadalcanal;Russia Time Zone 11=Asia/Kamchatka;New Zealand=Pacific/Auckland;UTC+12=Etc/GMT-12;Fiji=Pacific/Fiji;Chatham Islands=Pacific/Chatham;UTC+13=Etc/GMT-13;Tonga=Pacific/Tongatapu;Samoa=Pacific/Apia;Line Islands=Pacific/Kiritimati`
    .split(';')
    .map((pair) => {
      const [name = '', zone = ''] = pair.split('=');
      // Where only the first words are written, the rest is the same everywhere.
      return [/^UTC|Time/.test(name) ? name : `${name} Standard Time`, zone] as const;
    });

const windows = new Map(windowsZones.map(([name, zone]) => [name.toLowerCase(), zone]));

const formats = new Map<string, Intl.DateTimeFormat>();

/** @returns `undefined` for a name that is no zone's */
export function zoneNamed(name: string): string | undefined {
  if (/^(utc|tzone:\/\/Microsoft\/Utc)$/i.test(name)) return 'UTC';
  const zone = windows.get(name.toLowerCase()) ?? name;
  return formatFor(zone) && zone;
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  let format = formats.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      return undefined;
    }
    formats.set(zone, format);
  }
  return format;
}

/** What the clocks of a zone show, as if it were UTC. */
export function wallTime(time: number, zone: string): number {
  if (zone === 'UTC') return time;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone)?.formatToParts(time) ?? []) {
    parts[type] = Number(value);
  }
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (time % 1000);
}

/** When the clocks of a zone show that; an hour that is left out counts from before the change, one that comes twice is its first. */
export function timeOfWall(wall: number, zone: string): number {
  if (zone === 'UTC') return wall;
  const offset = (time: number) => wallTime(time, zone) - time;
  // A day before and after, the two offsets that may hold.
  const [before, after] = [offset(wall - 86_400_000), offset(wall + 86_400_000)];
  const first = wall - before;
  if (before === after || wallTime(first, zone) === wall) return first;
  const second = wall - after;
  return wallTime(second, zone) === wall ? second : first;
}

/** As Outlook writes it: seven digits, no offset. */
export function wallText(wall: number): string {
  return `${new Date(wall).toISOString().slice(0, 19)}.0000000`;
}
