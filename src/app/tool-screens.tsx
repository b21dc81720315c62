/** The screens of developers and administrators, by the first part of their paths: each is fetched when somebody goes there. */
import type { ComponentType } from 'react';
import { cloud } from '#config/settings.ts';
import { NotFoundScreen } from './not-found-screen.tsx';

export const toolScreens = {
  health: async (): Promise<ComponentType> =>
    (await import('#features/health/health-screen.tsx')).HealthScreen,
  activity: async (): Promise<ComponentType> =>
    (await import('#features/activity/activity-screen.tsx')).ActivityScreen,
  permissions: async (): Promise<ComponentType> =>
    (await import('#features/permissions/permissions-screen.tsx')).PermissionsScreen,
  requests: async (): Promise<ComponentType> =>
    (await import('#features/requests/requests-screen.tsx')).RequestsScreen,
  tokens: async (): Promise<ComponentType> => {
    if (import.meta.env.SIMULATOR && cloud().name === 'simulated')
      (await import('./steer-tenant.ts')).offerTenantControl();
    return (await import('#features/tokens/tokens-screen.tsx')).TokensScreen;
  },
  apis: async (): Promise<ComponentType> =>
    (await import('#features/own-apis/own-apis-screen.tsx')).OwnApisScreen,
  async timeline(): Promise<ComponentType> {
    if (import.meta.env.SIMULATOR && cloud().name === 'simulated')
      (await import('./steer-tenant.ts')).offerTenantState();
    return (await import('#features/timeline/timeline-screen.tsx')).TimelineScreen;
  },
  async 'app-only'(): Promise<ComponentType> {
    const { AppOnlyScreen } = await import('#features/app-only/app-only-screen.tsx');
    if (import.meta.env.SIMULATOR && cloud().name === 'simulated') {
      const ask = await (await import('./simulated-world.ts')).openSimulatorPanel();
      return () => <AppOnlyScreen ask={ask} />;
    }
    return () => <AppOnlyScreen ask={undefined} />;
  },
  // In a live world there is nothing to steer, and not a byte of it is fetched.
  async simulator(): Promise<ComponentType> {
    if (import.meta.env.SIMULATOR && cloud().name === 'simulated') {
      const { openSimulatorPanel } = await import('./simulated-world.ts');
      const [{ SimulatorScreen }, ask] = await Promise.all([
        import('#features/simulator-panel/simulator-screen.tsx'),
        openSimulatorPanel(),
      ]);
      return () => <SimulatorScreen ask={ask} />;
    }
    return NotFoundScreen;
  },
};
