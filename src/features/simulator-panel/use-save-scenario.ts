import { useMutation } from '@tanstack/react-query';
import { saveFile } from '#ui/save-file.ts';
import { readControl, type AskTenant } from './control-api.ts';

/** All that is switched, as the file that `npm run tenant -- --scenario` and `POST /control/scenario` take. */
export function useSaveScenario(ask: AskTenant) {
  return useMutation({
    mutationFn: async () => {
      const scenario = await readControl<object>(ask, 'scenario');
      saveFile(new Blob([`${JSON.stringify(scenario, null, 2)}\n`]), 'scenario.json');
    },
  });
}
