import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/administration/',
  plugins: [react()],
  build: { target: 'es2023', chunkSizeWarningLimit: 700 },
});
