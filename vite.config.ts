import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './scripts/policy.mjs';

/** Only in the built page: the development server injects inline scripts, which the policy forbids. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(
        /<meta charset[^>]*>/i,
        (charset) =>
          `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('meta')}" />`,
      ),
  },
};

export default defineConfig({
  plugins: [react(), policyInPage],
  build: {
    target: 'es2023',
    // The policy forbids inline code and data: fonts; small assets stay files so that hashes and caching stay simple.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    manifest: true,
  },
  server: { port: 5173, strictPort: false },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'node' },
});
