import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/button';
import type { Versions } from '../model/versions';

export interface VersionSwitchProps {
  versions: Versions;
  onChoose: (slot: string, head: string) => void;
}

/** Goes through what stood at this place before, and back. */
export function VersionSwitch({ versions: { slot, heads, index }, onChoose }: VersionSwitchProps) {
  const { t } = useTranslation('chat');
  const go = (to: number) => {
    const head = heads[to];
    if (head !== undefined) onChoose(slot, head);
  };
  return (
    <div role="group" aria-label={t('versions.label')} className="flex items-center text-sm text-ink-soft">
      <IconButton label={t('versions.earlier')} aria-disabled={index === 0} onClick={() => go(index - 1)}>
        <ChevronLeft aria-hidden size={18} />
      </IconButton>
      <span aria-live="polite">{t('versions.which', { number: index + 1, count: heads.length })}</span>
      <IconButton label={t('versions.later')} aria-disabled={index === heads.length - 1} onClick={() => go(index + 1)}>
        <ChevronRight aria-hidden size={18} />
      </IconButton>
    </div>
  );
}
