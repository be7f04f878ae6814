import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SupplierApp } from './frame/supplier-app.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <SupplierApp />
  </StrictMode>,
);
