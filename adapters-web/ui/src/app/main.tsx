import '@/shared/styles/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '@/shared/i18n';
import { applyTheme } from '@/shared/lib/theme';
import { App } from './app';

applyTheme();
const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');
await startTexts();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
