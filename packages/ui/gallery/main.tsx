import { createRoot } from 'react-dom/client';
import { Gallery } from './gallery.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<Gallery address={new URL(window.location.href)} />);
