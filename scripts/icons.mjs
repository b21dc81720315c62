// Builds the icon sprite (public/icons.svg) and the type of its names (src/ui/icon-name.ts) from Fluent System Icons.
// The package has 20,798 files, so it is no dependency of the project: the sprite it gives is committed instead.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = '@fluentui/svg-icons@1.1.343';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(
  process.env.FLUENT_ICONS ?? join(root, 'node_modules/@fluentui/svg-icons'),
  'icons',
);

/** Our name -> theirs. A name with `-filled` is the filled drawing, for what is active now. */
const icons = {
  archive: 'archive_regular',
  attachment: 'attach_regular',
  back: 'arrow_left_regular',
  beaker: 'beaker_regular',
  calendar: 'calendar_ltr_regular',
  check: 'checkmark_regular',
  'chevron-down': 'chevron_down_regular',
  'chevron-left': 'chevron_left_regular',
  'chevron-right': 'chevron_right_regular',
  clock: 'clock_regular',
  copy: 'copy_regular',
  directory: 'building_people_regular',
  dismiss: 'dismiss_regular',
  document: 'document_regular',
  download: 'arrow_download_regular',
  drafts: 'drafts_regular',
  error: 'error_circle_regular',
  flag: 'flag_regular',
  'flag-filled': 'flag_filled',
  folder: 'folder_regular',
  forward: 'arrow_right_regular',
  image: 'image_regular',
  'image-off': 'image_prohibited_regular',
  important: 'important_regular',
  inbox: 'mail_inbox_regular',
  info: 'info_regular',
  junk: 'mail_prohibited_regular',
  key: 'key_regular',
  licence: 'certificate_regular',
  link: 'link_regular',
  lock: 'lock_closed_regular',
  location: 'location_regular',
  mail: 'mail_regular',
  'mail-filled': 'mail_filled',
  more: 'more_horizontal_regular',
  note: 'note_regular',
  offline: 'plug_disconnected_regular',
  people: 'people_regular',
  'people-filled': 'people_filled',
  person: 'person_circle_regular',
  'person-filled': 'person_circle_filled',
  'person-swap': 'person_swap_regular',
  phone: 'call_regular',
  retry: 'arrow_clockwise_regular',
  search: 'search_regular',
  send: 'send_regular',
  services: 'puzzle_piece_regular',
  'services-filled': 'puzzle_piece_filled',
  settings: 'wrench_regular',
  shield: 'shield_checkmark_regular',
  'sign-out': 'arrow_exit_regular',
  tasks: 'clipboard_task_regular',
  teams: 'people_team_regular',
  'theme-dark': 'weather_moon_regular',
  'theme-light': 'weather_sunny_regular',
  'theme-system': 'desktop_regular',
  trash: 'delete_regular',
  warning: 'warning_regular',
};

if (!existsSync(folder)) {
  console.error(`The icons are not here. Run: npm install --no-save ${source}`);
  process.exit(1);
}

/** Two drawings of each, because Fluent draws for the pixel grid of a size; larger sizes scale the second. */
const symbols = Object.entries(icons).flatMap(([name, drawing]) =>
  [16, 20].map((size) => {
    const exact = join(folder, drawing.replace(/_(regular|filled)$/, `_${size}_$1.svg`));
    const file = existsSync(exact) ? exact : exact.replace(`_${size}_`, '_20_');
    const svg = readFileSync(file, 'utf8');
    const box = /viewBox="([^"]+)"/.exec(svg)?.[1];
    const body = svg.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '').replaceAll(/ fill="#[0-9a-f]+"/gi, '');
    return `<symbol id="${name}-${size}" viewBox="${box}">${body}</symbol>`;
  }),
);

const licence = `<!-- Fluent System Icons (${source}), Copyright (c) 2020 Microsoft Corporation, MIT licence:
https://github.com/microsoft/fluentui-system-icons/blob/main/LICENSE -->`;

writeFileSync(
  join(root, 'public/icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${licence}\n${symbols.join('\n')}\n</svg>\n`,
);
writeFileSync(
  join(root, 'src/ui/icon-name.ts'),
  `/** Written by scripts/icons.mjs: the drawings of public/icons.svg. */
export type IconName =
${Object.keys(icons)
  .map((name) => `  | '${name}'`)
  .join('\n')};
`,
);
