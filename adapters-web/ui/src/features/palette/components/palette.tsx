import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/shared/ui/dialog';
import { type Choice, type ChoiceGroup, matching } from '../model/choices';
import { useCommands } from '../model/use-commands';
import { useFindings } from '../model/use-findings';

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
}

/** Everything at hand for who rather types than points. */
export function Palette({ open, onClose }: PaletteProps) {
  const { t } = useTranslation('palette');
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} initialFocus={field}>
      <Choices field={field} onClose={onClose} />
    </Dialog>
  );
}

function Choices({ field, onClose }: { field: RefObject<HTMLInputElement | null>; onClose: () => void }) {
  const { t } = useTranslation('palette');
  const [search, setSearch] = useState('');
  const commands = useCommands();
  const { groups: found, searching, failed } = useFindings(search);
  const groups: ChoiceGroup[] = [
    ...commands.map(({ value, items }) => ({ value, items: matching(items, search) })),
    ...found,
  ].filter(({ items }) => items.length > 0);
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={search}
      onValueChange={setSearch}
      itemToStringValue={(choice: Choice) => choice.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="relative">
        <Search aria-hidden size={20} className="absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft" />
        <Autocomplete.Input
          ref={field}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          className="min-h-touch w-full rounded-control border border-line-strong bg-surface ps-10 pe-3 placeholder:text-ink-soft"
        />
      </div>
      <div className="-mx-2 h-[min(26rem,52dvh)] overflow-y-auto overscroll-contain">
        <Autocomplete.Status className="px-3 text-ink-soft">
          {failed ? t('failed') : searching ? t('searching') : ''}
        </Autocomplete.Status>
        <Autocomplete.Empty className="px-3 text-ink-soft">{searching ? '' : t('nothing')}</Autocomplete.Empty>
        <Autocomplete.List>
          {(group: ChoiceGroup) => (
            <Autocomplete.Group key={group.value} items={group.items} className="pb-2">
              <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-sm text-ink-soft">
                {group.value}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(choice: Choice) => (
                  <Autocomplete.Item
                    key={choice.id}
                    value={choice}
                    className="flex min-h-touch cursor-pointer scroll-my-2 items-center gap-3 rounded-control px-3 py-2 data-highlighted:bg-accent-soft data-highlighted:text-accent-strong"
                    onClick={() => {
                      onClose();
                      choice.choose();
                    }}
                  >
                    <choice.icon aria-hidden size={20} className="shrink-0" />
                    <span className="min-w-0 truncate">{choice.label}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  );
}
