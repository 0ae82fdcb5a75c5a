import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, buttonLook } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import type { MemoryView } from '../view';

/** What stands where no memory is: why that is so for what was chosen, and how to go on. */
export function NoMemories({ view, onShowAll }: { view: MemoryView; onShowAll: () => void }) {
  const { t } = useTranslation('memory');
  const all = (
    <Button look="secondary" onClick={onShowAll}>
      {t('filters.reset')}
    </Button>
  );
  if (view.q) {
    return (
      <Empty title={t('empty.search', { q: view.q })} action={all}>
        {t('empty.searchText')}
      </Empty>
    );
  }
  if (view.kind || (view.status && view.tier)) {
    return (
      <Empty title={t('empty.filtered')} action={all}>
        {t('empty.filteredText')}
      </Empty>
    );
  }
  const alone = view.status ?? view.tier;
  if (alone) {
    return (
      <Empty title={t(`empty.${alone}`)} action={all}>
        {t(`empty.${alone}Text`)}
      </Empty>
    );
  }
  return (
    <Empty
      title={t('empty.title')}
      action={
        <Link to="/chat" className={buttonLook('primary')}>
          {t('empty.chat')}
        </Link>
      }
    >
      {t('empty.text')}
    </Empty>
  );
}
