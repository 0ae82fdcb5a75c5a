import { useFormats } from '@/shared/lib/format';

/** A moment as people say it, with its exact time for those who hover, and for machines. */
export function Moment({ at, exact = false }: { at: string; exact?: boolean }) {
  const format = useFormats();
  return (
    <time dateTime={at} title={format.moment(at)}>
      {exact ? format.moment(at) : format.ago(at)}
    </time>
  );
}
