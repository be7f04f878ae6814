import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gateway = 'http://localhost:4000';

export default defineConfig({
  base: '/fournisseur/',
  plugins: [react()],
  build: { target: 'es2022', sourcemap: true },
  server: {
    proxy: {
      '/graphql': { target: gateway, ws: true },
      '/documents': gateway,
    },
  },
});
