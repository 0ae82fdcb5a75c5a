import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormats } from '@/shared/lib/format';
import type { UsageDay } from '../api/daily-usage';

/** Tokens read and written, stacked by day. The table beside it says the same to those who can't see it. */
export function UsageChart({ days }: { days: readonly UsageDay[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormats();
  const tick = { fill: 'var(--ink-soft)', fontSize: 14 };
  return (
    <div className="h-64">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 256 }}>
        <BarChart data={[...days]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={32}
            tickFormatter={(day: string) => format.shortDay(day)}
          />
          <YAxis
            width={48}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={(tokens: number) => format.compact(tokens)}
          />
          <Tooltip
            cursor={{ fill: 'var(--sunken)' }}
            contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)', borderRadius: 'var(--radius)' }}
            labelStyle={{ color: 'var(--ink)', fontWeight: 600 }}
            itemStyle={{ color: 'var(--ink)' }}
            labelFormatter={day => (typeof day === 'string' ? format.shortDay(day) : '')}
            formatter={value => (typeof value === 'number' ? format.integer(value) : '')}
          />
          <Bar
            dataKey="inputTokens"
            stackId="tokens"
            name={t('usage.read')}
            fill="var(--line-strong)"
            isAnimationActive={false}
          />
          <Bar
            dataKey="outputTokens"
            stackId="tokens"
            name={t('usage.written')}
            fill="var(--accent)"
            radius={[4, 4, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
