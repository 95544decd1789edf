import { fill } from '../platform/i18n/fill.ts'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { usePlace } from '../platform/i18n/LanguageProvider.tsx'
import { ScoreChart } from '../platform/ui/chart/ScoreChart.tsx'
import type { ScoreView } from '../platform/ui/chart/view.ts'
import { useWidth } from '../platform/ui/thread/width.web.ts'
import { useSpeech } from './speech.web.ts'

type DrawnProps = { view: ScoreView; name: string; part?: boolean }

/** One score over time, as wide as there is room. */
export function Drawn({ view, name, part = false }: DrawnProps) {
  const { said, date } = useSpeech()
  const place = usePlace()
  const [frame, width] = useWidth<HTMLDivElement>()
  const heard = fill(said.heard, { name, from: date(view.from), to: date(view.to) })
  const options = {
    size: 15,
    words: part ? { ...said.chart, doses: '' } : said.chart,
    date: (at: number) => formatDate(at, place, 'short'),
    number: (value: number) => formatNumber(value, place.language),
  }
  return (
    <div ref={frame} className="tl-measure-drawn">
      {width > 0 && <ScoreChart view={view} options={{ ...options, width }} heard={heard} />}
    </div>
  )
}
