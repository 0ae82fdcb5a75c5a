import { Slider as Base } from '@base-ui/react/slider';

export interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** How a value is read out. */
  valueText: (value: number) => string;
}

/** A place between two ends, by hand or by arrow keys. */
export function Slider({ label, value, min, max, onChange, valueText }: SliderProps) {
  return (
    <Base.Root value={value} min={min} max={max} largeStep={10} onValueChange={onChange}>
      <Base.Control className="flex h-touch w-full touch-none items-center px-3 select-none">
        <Base.Track className="h-2 w-full rounded-full bg-line-strong/40">
          <Base.Indicator className="rounded-full bg-accent" />
          <Base.Thumb
            aria-label={label}
            getAriaValueText={(_, current) => valueText(current)}
            className="size-6 rounded-full border-3 border-surface bg-accent shadow-lift outline-offset-2 has-focus-visible:outline-3 has-focus-visible:outline-focus"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
