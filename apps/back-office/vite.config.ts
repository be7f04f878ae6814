import { trustedDocuments } from '@parvis/codegen/trusted-documents';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** In a file of their own: browsers keep it when only our pages change. */
const libraries =
  /node_modules\/(react|react-dom|scheduler|@apollo|rxjs|@wry|optimism|graphql|graphql-ws|@tanstack)\//;

export default defineConfig({
  base: '/administration/',
  plugins: [react(), trustedDocuments()],
  // rxjs keeps its modern build under this name; its default is written for browsers of 2009.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    sourcemap: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: libraries }] } } },
  },
  server: {
    proxy: {
      '/graphql': { target: 'http://localhost:4000', ws: true },
      '/documents': 'http://localhost:4000',
      '/exports': 'http://localhost:4000',
      '/imports': 'http://localhost:4000',
    },
  },
});
