import { asKept } from '../measure/asKept.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { LinkButton } from '../platform/ui/Button.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { Instrument, Item } from './instrument.ts'
import { readBack } from './kinds.ts'
import { readRatings, type RatingsNow } from './rating.contract.ts'
import './rating.css'
import { answerAt, type RatedWithholding } from './response.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }

type Row = RatingsNow['written'][number]

/** The way to ask or rate now; and what the team wrote down, with who and how. What was corrected stays readable here. */
export function RatingPart({ personId }: { personId: string }) {
  const { choose, part } = useWords(words)
  const { data } = useAsk(readRatings, { personId })
  const place = usePlace()
  if (!data) return null
  const address = `/app/people/${personId}/measures/now`
  const instrumentOf = ({ instrumentId }: Row) =>
    data.instruments.find(({ instrument }) => instrument.id === instrumentId)?.instrument
  const nameOf = (row: Row) => instrumentOf(row)?.name ?? row.instrumentId
  const whenOf = ({ answeredAt }: Row) => formatDate(answeredAt, place, 'moment')
  return (
    <section
      className={data.written.length > 0 ? 'tl-rate-choice' : 'tl-rate-choice tl-noprint'}
      aria-labelledby="written"
    >
      <h2 id="written">{part.title}</h2>
      <p className="tl-noprint">{part.lead}</p>
      <span className="tl-noprint">
        <LinkButton kind="act" size="small" href={address}>
          {choose.title}
        </LinkButton>
      </span>
      {data.written.length > 0 && (
        <DataTable
          caption={part.caption}
          hideCaption
          rows={data.written}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', words: part.what, cell: nameOf },
            { key: 'when', words: part.when, cell: whenOf },
            { key: 'score', words: part.score, figures: true, cell: ({ total }) => total ?? part.none },
            {
              key: 'how',
              words: part.how,
              cell: (row) => (
                <How row={row} label={part.correctOf(nameOf(row), whenOf(row))} address={address} />
              ),
            },
          ]}
        />
      )}
      {data.written.map((row) => (
        <Disclosure key={row.id} title={part.answersOf(nameOf(row), whenOf(row))}>
          <Answers row={row} instrument={instrumentOf(row)} />
        </Disclosure>
      ))}
    </section>
  )
}

type HowProps = { row: Row; label: string; address: string }

function How({ row: { id, given, by, readFrom, replaces, replacedBy }, label, address }: HowProps) {
  const { part } = useWords(words)
  return (
    <>
      {part.ways[given === 'rated' ? 'rated' : 'together'](by ?? '')}
      {readFrom && <div className="tl-quiet-words">{part.readFrom(readFrom)}</div>}
      {replaces && <div className="tl-quiet-words">{part.corrects}</div>}
      {replacedBy ? (
        <div>
          <strong>{part.corrected}</strong>
        </div>
      ) : (
        <div>
          <LinkButton kind="link" size="small" label={label} href={`${address}?corrects=${id}`}>
            {part.correct}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Answers({ row, instrument }: { row: Row; instrument: Instrument | undefined }) {
  const { part, form } = useWords(words)
  const language = useLanguage()
  if (!instrument) return null
  const leftOut = (why: RatedWithholding) =>
    why === 'does-not-apply' ? form.doesNotApply : form.instead[why]
  if (row.instrumentVersion !== instrument.version) {
    const left = Object.entries(row.withheld).map(([id, why]) => ({ id, said: leftOut(why) }))
    return (
      <>
        <p>{part.otherVersion(row.instrumentVersion)}</p>
        <DefinitionList
          items={[...asKept(row.answers), ...left].map(({ id, said }) => ({
            term: form.item(id),
            detail: said,
          }))}
        />
      </>
    )
  }
  const wording = instrument.languages[row.language]
  const detailOf = (item: Item) => {
    const left = row.withheld[String(item.id)]
    if (left) return leftOut(left)
    const value = answerAt(row.answers, item)
    return value === null ? part.unanswered : readBack(item, { wording, language }, value).join(', ')
  }
  return (
    <DefinitionList
      items={instrument.items
        .filter(({ setting }) => !setting)
        .map((item) => ({
          term: wording?.items[String(item.id)] ?? form.item(String(item.id)),
          detail: detailOf(item),
        }))}
    />
  )
}
