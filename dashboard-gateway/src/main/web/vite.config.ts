import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The gateway serves what is built here; while one works on it, Vite does, and hands the API on to a running gateway. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../../../target/classes/dashboard',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: { environment: 'jsdom' },
});
