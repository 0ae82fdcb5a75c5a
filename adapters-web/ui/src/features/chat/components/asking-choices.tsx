import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Sprout } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import { buttonLook } from '@/shared/ui/button';
import { Menu, MenuChoice } from '@/shared/ui/menu';
import { modelsQuery } from '../api/models';
import { changeAsking, useAskingPreferences } from '../model/asking-preferences';

const LOOK = 'min-w-0 px-2.5 text-sm font-normal';

/** How the next question is asked: of which model, and with memory or without. */
export function AskingChoices() {
  const { t } = useTranslation('chat');
  const { model, useMemory } = useAskingPreferences();
  const models = useQuery(modelsQuery).data;
  const current = models?.models.find(({ id }) => id === model)?.id ?? models?.default;
  return (
    <>
      {models && current && (
        <Menu
          trigger={
            <button
              type="button"
              aria-label={t('composer.modelIs', { model: current })}
              className={buttonLook('quiet', LOOK)}
            >
              <span className="max-w-28 truncate sm:max-w-56">{current}</span>
              <ChevronDown aria-hidden size={16} className="shrink-0" />
            </button>
          }
        >
          <MenuChoice
            label={t('composer.model')}
            value={current}
            options={models.models.map(({ id }) => ({ value: id, label: id }))}
            onChoose={chosen => changeAsking({ model: chosen })}
          />
        </Menu>
      )}
      <button
        type="button"
        role="switch"
        aria-checked={useMemory}
        className={buttonLook('quiet', classNames(LOOK, useMemory && 'text-accent-strong!'))}
        onClick={() => changeAsking({ useMemory: !useMemory })}
      >
        <Sprout aria-hidden size={18} className={useMemory ? 'text-accent' : 'text-ink-soft'} />
        <span className={classNames('max-[24rem]:sr-only', !useMemory && 'text-ink-soft line-through')}>
          {t('composer.memory')}
        </span>
      </button>
    </>
  );
}
