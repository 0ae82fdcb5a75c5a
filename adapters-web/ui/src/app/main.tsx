import '@/shared/styles/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '@/shared/i18n';
import { applyTheme } from '@/shared/lib/theme';
import { App } from './app';
import { router } from './router';

applyTheme();
const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');
// The page comes while the texts come; what goes wrong with it is told when it is shown.
void router.preloadRoute({ to: location.pathname, from: '/' }).catch(() => undefined);
await startTexts();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
