import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { StillToConfirm } from './StillToConfirm.tsx'
import './intake.css'
import { readHistory } from './intake.contract.ts'
import { ItemLine } from './ItemLine.tsx'
import { NoneTold } from './NoneTold.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const over: readonly string[] = ['resolved', 'stopped', 'completed', 'cancelled']

/** On the chart: the problems and medicines that hold now, how many are to be confirmed, and the way to all of it. */
export function HistoryPanel({ personId }: { personId: string }) {
  const said = useWords(words)
  const { data } = useAsk(readHistory, { personId })
  if (!data) return null
  const now = data.items.filter(({ item, standing }) => {
    if (standing === 'refuted') return false
    if (item.kind === 'problem') return !over.includes(item.clinical)
    return item.kind === 'medicine' && !over.includes(item.status)
  })
  return (
    <section className="tl-chart-part">
      <h2>{said.history.title}</h2>
      {data.items.length === 0 ? (
        <p className="tl-quiet-words">{said.history.empty}</p>
      ) : (
        <StillToConfirm history={data} />
      )}
      <NoneTold none={data.none} />
      <ul className="tl-history-list">
        {now.map(({ id, item, standing }) => (
          <ItemLine key={id} item={item} plain source={said.standings[standing]} />
        ))}
      </ul>
      <LinkButton size="small" href={`/app/people/${personId}/history`}>
        {said.history.whole}
      </LinkButton>
    </section>
  )
}
