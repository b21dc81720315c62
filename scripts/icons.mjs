// Builds the icon sprite (src/ui/icons.svg) and the type of its names (src/ui/icon-name.ts) from Fluent System Icons.
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
  activity: 'clipboard_pulse_regular',
  'activity-filled': 'clipboard_pulse_filled',
  add: 'add_regular',
  agenda: 'calendar_agenda_regular',
  app: 'window_console_regular',
  apps: 'apps_regular',
  archive: 'archive_regular',
  attachment: 'attach_regular',
  back: 'arrow_left_regular',
  beaker: 'beaker_regular',
  branch: 'branch_fork_regular',
  bug: 'bug_regular',
  building: 'building_regular',
  calendar: 'calendar_ltr_regular',
  'calendar-day': 'calendar_day_regular',
  'calendar-filled': 'calendar_ltr_filled',
  'calendar-month': 'calendar_month_regular',
  'calendar-week': 'calendar_work_week_regular',
  certificate: 'certificate_regular',
  'certificate-filled': 'certificate_filled',
  chart: 'data_bar_vertical_regular',
  chat: 'chat_regular',
  check: 'checkmark_regular',
  checked: 'checkbox_checked_regular',
  'chevron-down': 'chevron_down_regular',
  'chevron-left': 'chevron_left_regular',
  'chevron-right': 'chevron_right_regular',
  circle: 'circle_regular',
  clock: 'clock_regular',
  code: 'code_regular',
  'code-filled': 'code_filled',
  compare: 'branch_compare_regular',
  'contact-card': 'contact_card_regular',
  copy: 'copy_regular',
  directory: 'building_people_regular',
  dismiss: 'dismiss_regular',
  document: 'document_regular',
  done: 'checkmark_circle_regular',
  download: 'arrow_download_regular',
  drafts: 'drafts_regular',
  edit: 'edit_regular',
  error: 'error_circle_regular',
  exchange: 'arrow_sync_regular',
  eye: 'eye_regular',
  'eye-off': 'eye_off_regular',
  filter: 'filter_regular',
  fingerprint: 'fingerprint_regular',
  flag: 'flag_regular',
  'flag-filled': 'flag_filled',
  flash: 'flash_regular',
  flow: 'flow_regular',
  folder: 'folder_regular',
  'folder-filled': 'folder_filled',
  'folder-move': 'folder_arrow_right_regular',
  'folder-zip': 'folder_zip_regular',
  forward: 'arrow_right_regular',
  globe: 'globe_regular',
  grid: 'grid_regular',
  health: 'heart_pulse_regular',
  'health-filled': 'heart_pulse_filled',
  help: 'question_circle_regular',
  history: 'history_regular',
  home: 'home_regular',
  image: 'image_regular',
  'image-off': 'image_prohibited_regular',
  important: 'important_regular',
  inbox: 'mail_inbox_regular',
  info: 'info_regular',
  json: 'braces_regular',
  junk: 'mail_prohibited_regular',
  key: 'key_regular',
  'key-filled': 'key_filled',
  keyboard: 'keyboard_regular',
  licence: 'certificate_regular',
  link: 'link_regular',
  list: 'list_regular',
  location: 'location_regular',
  lock: 'lock_closed_regular',
  mail: 'mail_regular',
  'mail-filled': 'mail_filled',
  'mail-forward': 'arrow_forward_regular',
  'mail-read': 'mail_read_regular',
  'mail-unread': 'mail_unread_regular',
  markdown: 'markdown_regular',
  maximize: 'arrow_maximize_regular',
  menu: 'navigation_regular',
  more: 'more_horizontal_regular',
  music: 'music_note_2_regular',
  note: 'note_regular',
  offline: 'plug_disconnected_regular',
  open: 'open_regular',
  panel: 'panel_left_regular',
  pause: 'pause_regular',
  pdf: 'document_pdf_regular',
  people: 'people_regular',
  'people-filled': 'people_filled',
  'people-list': 'people_list_regular',
  person: 'person_circle_regular',
  'person-filled': 'person_circle_filled',
  'person-swap': 'person_swap_regular',
  phone: 'call_regular',
  pin: 'pin_regular',
  play: 'play_regular',
  plug: 'plug_connected_regular',
  'plug-filled': 'plug_connected_filled',
  presence: 'person_available_regular',
  print: 'print_regular',
  recurring: 'arrow_repeat_all_regular',
  reply: 'arrow_reply_regular',
  'reply-all': 'arrow_reply_all_regular',
  retry: 'arrow_clockwise_regular',
  seal: 'shield_keyhole_regular',
  search: 'search_regular',
  'select-all': 'select_all_on_regular',
  send: 'send_regular',
  services: 'puzzle_piece_regular',
  'services-filled': 'puzzle_piece_filled',
  settings: 'wrench_regular',
  share: 'share_regular',
  sheet: 'document_table_regular',
  shield: 'shield_checkmark_regular',
  'shield-filled': 'shield_checkmark_filled',
  'shield-lock': 'shield_lock_regular',
  'sign-out': 'arrow_exit_regular',
  slides: 'slide_text_regular',
  sort: 'arrow_sort_regular',
  'sort-down': 'arrow_sort_down_regular',
  star: 'star_regular',
  'star-filled': 'star_filled',
  stop: 'stop_regular',
  subtract: 'subtract_regular',
  table: 'table_regular',
  tag: 'tag_regular',
  target: 'target_regular',
  tasks: 'clipboard_task_regular',
  teams: 'people_team_regular',
  text: 'document_text_regular',
  'theme-dark': 'weather_moon_regular',
  'theme-light': 'weather_sunny_regular',
  'theme-system': 'desktop_regular',
  timeline: 'data_waterfall_regular',
  'timeline-filled': 'data_waterfall_filled',
  trash: 'delete_regular',
  tree: 'text_bullet_list_tree_regular',
  unchecked: 'checkbox_unchecked_regular',
  undo: 'arrow_undo_regular',
  upload: 'arrow_upload_regular',
  video: 'video_regular',
  'video-file': 'video_clip_regular',
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
  join(root, 'src/ui/icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${licence}\n${symbols.join('\n')}\n</svg>\n`,
);
writeFileSync(
  join(root, 'src/ui/icon-name.ts'),
  `/** Written by scripts/icons.mjs: the drawings of icons.svg. */
export type IconName =
${Object.keys(icons)
  .map((name) => `  | '${name}'`)
  .join('\n')};
`,
);
