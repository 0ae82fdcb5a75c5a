import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '@/shared/lib/class-names';

export interface MenuProps {
  trigger: ReactElement;
  /** Where the focus goes when it closes, if not back to the trigger: what somebody chose may need it. */
  focusAfter?: () => HTMLElement | null;
  children: ReactNode;
}

/** A button that opens a list of things to do. */
export function Menu({ trigger, focusAfter, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50">
          <Base.Popup
            finalFocus={() => focusAfter?.() ?? true}
            className="min-w-48 rounded-control border border-line bg-surface p-1 text-ink shadow-lift"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  onSelect?: () => void;
  /** A link instead of something to do. */
  render?: ReactElement;
  danger?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, render, danger, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      {...(render && { render })}
      className={classNames(
        'flex min-h-touch cursor-pointer items-center gap-3 rounded-lg px-3 py-2 outline-none data-highlighted:bg-accent-soft',
        danger && 'text-danger',
      )}
    >
      {children}
    </Base.Item>
  );
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

export interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
}

/** One of several, inside a menu. */
export function MenuChoice<T extends string>({ label, value, options, onChoose }: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-2 pb-1 text-sm text-ink-soft">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: T) => onChoose(next)}>
        {options.map(option => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick
            className="flex min-h-touch cursor-pointer items-center justify-between gap-3 rounded-lg px-3 py-2 outline-none data-highlighted:bg-accent-soft"
          >
            {option.label}
            <Base.RadioItemIndicator className="text-accent">✓</Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
