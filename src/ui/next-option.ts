/**
 * Which option a key leads to in a list of `count`, where `fitting` are in view at once; `undefined` for other keys
 * and where there is nowhere to go (ARIA Authoring Practices, listbox).
 */
export function nextOption(
  key: string,
  from: number,
  count: number,
  fitting: number,
): number | undefined {
  const page = Math.max(1, fitting - 1);
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }[key];
  if (to === undefined || count === 0) return undefined;
  const within = Math.min(Math.max(to, 0), count - 1);
  return within === from ? undefined : within;
}
