/** What `vite.config.ts` decides when the product is built. */
interface ImportMetaEnv {
  /** Whether the simulated tenant is part of this build (`GRANTSCOPE_SIMULATOR`); a literal there, so that what it guards vanishes. */
  readonly SIMULATOR: boolean;
}
