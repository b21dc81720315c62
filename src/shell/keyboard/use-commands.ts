import { useEffect, useLayoutEffect, useRef } from 'react';
import { registerCommands, type Command } from './commands.ts';

/**
 * Offers commands while the component stands. They are registered anew only when another command comes or goes; what
 * they do is always what the last rendering said.
 */
export function useCommands(list: readonly Command[]): void {
  const latest = useRef(list);
  // Before the next key can come.
  useLayoutEffect(() => {
    latest.current = list;
  });
  // Functions are left out of JSON, which is what is wanted here.
  const face = JSON.stringify(list);
  useEffect(
    () =>
      registerCommands(
        (JSON.parse(face) as Omit<Command, 'run'>[]).map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [face],
  );
}
