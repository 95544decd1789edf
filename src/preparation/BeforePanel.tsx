import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import './preparation.css'
import { readPreparation, type Preparation } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** What the client brings, in their words, as far as they leave it open to this reader. */
export function BeforePanel({ courseId }: { courseId: string }) {
  const { panel } = useWords(words)
  const { data, error } = useAsk(readPreparation, { courseId })
  if (!data) return error && error.problem.kind === 'not-allowed' ? null : <Waiting refused={error} />
  const nothing = data.intentions.length + data.beliefs.length === 0 && !data.comfort && !data.stop
  return (
    <section className="tl-before-panel" aria-labelledby="brings">
      <h2 id="brings">{panel.title}</h2>
      {nothing && <p>{panel.none}</p>}
      <Intention intentions={data.intentions} />
      <Beliefs beliefs={data.beliefs} />
      <Comforts data={data} />
      {data.audience !== 'team' && (
        <p className="tl-kept">
          <Icon name="lock" />
          <span>{data.audience === 'no-one' ? panel.kept : panel.onlyTherapist}</span>
        </p>
      )}
    </section>
  )
}

const Waiting = ({ refused }: { refused: Parameters<typeof Refusal>[0]['refused'] }) =>
  refused ? <Refusal refused={refused} /> : <Loading />

function Intention({ intentions }: Pick<Preparation, 'intentions'>) {
  const { panel } = useWords(words)
  const place = usePlace()
  const [held] = intentions
  if (!held) return null
  return (
    <div>
      <h3>{panel.intention}</h3>
      <p className="tl-own-words">{held.words}</p>
      <p className="tl-quiet-words">{fill(panel.since, { day: formatDate(held.saidAt, place, 'date') })}</p>
    </div>
  )
}

function Beliefs({ beliefs }: Pick<Preparation, 'beliefs'>) {
  const { panel } = useWords(words)
  const place = usePlace()
  if (beliefs.length === 0) return null
  return (
    <div>
      <h3>{panel.beliefs}</h3>
      <ul className="tl-before-beliefs">
        {beliefs.map(({ id, words: said, ratings }) => {
          const [first, last] = [ratings[0], ratings.at(-1)]
          const values = {
            first: first?.rating ?? '',
            last: last?.rating ?? '',
            day: last ? formatDate(last.ratedAt, place, 'date') : '',
          }
          return (
            <li key={id}>
              <p className="tl-own-words">{said}</p>
              <p>{fill(ratings.length > 1 ? panel.rated : panel.once, values)}</p>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Comforts({ data: { comfort, stop } }: { data: Preparation }) {
  const { panel } = useWords(words)
  const items = [
    { term: panel.stop, detail: [stop?.word, stop?.gesture].filter(Boolean).join(', ') },
    { term: panel.helps, detail: comfort?.helps ?? '' },
    { term: panel.hinders, detail: comfort?.hinders ?? '' },
  ].filter(({ detail }) => detail !== '')
  return items.length > 0 ? <DefinitionList items={items} /> : null
}
