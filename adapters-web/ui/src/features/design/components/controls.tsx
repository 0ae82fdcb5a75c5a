import { Leaf, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook, IconButton } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { PasswordField, SelectField, TextArea, TextField } from '@/shared/ui/field';
import { Menu, MenuItem, MenuLine } from '@/shared/ui/menu';
import { Slider } from '@/shared/ui/slider';
import { Tabs } from '@/shared/ui/tabs';

const LOOKS: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger'];

export function Buttons() {
  const { t } = useTranslation('design');
  return (
    <div className="flex flex-wrap items-center gap-3">
      {LOOKS.map(look => (
        <Button key={look} look={look}>
          {t(`buttons.${look}`)}
        </Button>
      ))}
      <Button busy>{t('buttons.busy')}</Button>
      <Button disabled>{t('buttons.disabled')}</Button>
      <IconButton label={t('buttons.icon')}>
        <Leaf aria-hidden size={20} />
      </IconButton>
      <CopyButton text={t('title')} />
      <Menu trigger={<Button look="secondary">{t('menu.open')}</Button>}>
        <MenuItem>
          <Pencil aria-hidden size={18} />
          {t('menu.one')}
        </MenuItem>
        <MenuLine />
        <MenuItem danger>
          <Trash2 aria-hidden size={18} />
          {t('menu.two')}
        </MenuItem>
      </Menu>
    </div>
  );
}

export function Fields() {
  const { t } = useTranslation('design');
  const [password, setPassword] = useState('');
  return (
    <div className="grid gap-4">
      <TextField label={t('fields.text')} hint={t('fields.hint')} placeholder={t('fields.placeholder')} />
      <TextField label={t('fields.wrong')} error={t('fields.error')} />
      <TextField label={t('fields.disabled')} disabled />
      <PasswordField
        label={t('fields.password')}
        autoComplete="off"
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      <SelectField
        label={t('fields.select')}
        options={[
          { value: 'one', label: t('fields.one') },
          { value: 'two', label: t('fields.two') },
        ]}
      />
      <TextArea label={t('fields.area')} rows={3} />
    </div>
  );
}

type Tab = 'one' | 'two';

export function Places() {
  const { t } = useTranslation('design');
  const [tab, setTab] = useState<Tab>('one');
  const [place, setPlace] = useState(4);
  return (
    <>
      <Tabs
        label={t('tabs.label')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'one', label: t('tabs.one') },
          { value: 'two', label: t('tabs.two') },
        ]}
      >
        <p>{t(tab === 'one' ? 'tabs.first' : 'tabs.second')}</p>
      </Tabs>
      <Slider
        label={t('slider.label')}
        value={place}
        min={0}
        max={10}
        onChange={setPlace}
        valueText={value => t('slider.value', { value })}
      />
    </>
  );
}
