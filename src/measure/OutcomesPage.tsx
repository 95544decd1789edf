import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Choice } from '../platform/ui/Choice.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { CohortTable } from './CohortTable.tsx'
import { OutcomeChange } from './OutcomeChange.tsx'
import { OutcomeParts } from './OutcomeParts.tsx'
import { OutcomeShares, type WholeOutcome } from './OutcomeShares.tsx'
import type { OutcomeTime } from './outcome.ts'
import { readOutcomes, type Outcomes } from './outcome.contract.ts'
import './outcome.css'
import { useCalled } from '../instrument/useCalled.web.ts'
import { en } from './words.outcome.en.ts'
import { es } from './words.outcome.es.ts'

const words = { en, es }

/** What became of the practice's courses: who was seen again first, and only then what was seen. */
export function OutcomesPage() {
  const said = useWords(words)
  const [instrument, choose] = useState('')
  const [time, look] = useState<OutcomeTime>('month')
  const { data, error } = useAsk(readOutcomes, instrument ? { instrument } : {})
  return (
    <StaffFrame current="/app/outcomes">
      <div className="tl-outcomes">
        <header>
          <h1>{said.title}</h1>
          <p className="tl-lead">{said.lead}</p>
        </header>
        <Refusal refused={data ? null : error} />
        {!data && !error && <Loading />}
        {data && <Choosing data={data} time={time} look={look} choose={choose} />}
        {data && <Told data={data} time={time} />}
      </div>
    </StaffFrame>
  )
}

type ChoosingProps = {
  data: Outcomes
  time: OutcomeTime
  look: (time: OutcomeTime) => void
  choose: (instrument: string) => void
}

function Choosing({ data, time, look, choose }: ChoosingProps) {
  const said = useWords(words)
  const called = useCalled()
  if (!data.instrument) return null
  return (
    <div className="tl-outcomes-choose">
      <Select
        label={said.measure}
        options={data.instruments.map(({ id, name }) => ({ value: id, words: called(name) }))}
        value={data.instrument.id}
        onChange={choose}
        placeholder={said.measure}
      />
      <Choice
        label={said.at}
        options={data.times.map(({ time: value }) => ({ value, words: said.times[value] }))}
        value={timeIn(data, time)}
        onChange={look}
      />
    </div>
  )
}

function Told({ data, time }: { data: Outcomes; time: OutcomeTime }) {
  const said = useWords(words)
  const place = usePlace()
  const at = data.times.find((one) => one.time === timeIn(data, time))
  if (!data.instrument || !at) return <EmptyState title={said.empty}>{said.emptyWords}</EmptyState>
  const { whole } = at
  return (
    <>
      <Seen data={data} />
      <Before whole={whole} />
      {whole && whole.assessed > 0 && (
        <>
          {data.instrument.betterIs !== null && (
            <OutcomeShares outcome={whole} about={data.instrument} time={at.time} />
          )}
          <OutcomeChange at={at} outcome={whole} about={data.instrument} />
          <OutcomeParts at={at} data={data} />
        </>
      )}
      <CohortTable cohorts={data.cohorts} />
      <p className="tl-quiet-words">
        {fill(said.countedAt, { moment: formatDate(data.countedAt, place, 'moment') })} {said.aid}
      </p>
    </>
  )
}

/** A form about the last month tells nothing of one week: then the first time of which it does. */
const timeIn = ({ times }: Outcomes, wanted: OutcomeTime): OutcomeTime =>
  (times.find(({ time }) => time === wanted) ?? times[0])?.time ?? wanted

/** What must be known before anything is read into what follows. */
function Before({ whole }: { whole: WholeOutcome | null }) {
  const said = useWords(words)
  if (!whole) return <Notice>{said.small}</Notice>
  if (whole.started === 0) return null
  if (whole.assessed === 0) return <Notice>{said.noneSeen}</Notice>
  return (
    <>
      {whole.thin && <Notice state="waiting">{said.thin}</Notice>}
      {whole.untold.length > 0 && <Notice>{said.fewSeen}</Notice>}
    </>
  )
}

/** Both denominators begin here: who started, and who was seen again. */
function Seen({ data }: { data: Outcomes }) {
  const said = useWords(words)
  return (
    <section>
      <h2>{said.who}</h2>
      <DataTable
        caption={said.whoCaption}
        hideCaption
        rows={data.times}
        rowKey={({ time }) => time}
        columns={[
          { key: 'time', words: said.time, cell: ({ time }) => said.times[time] },
          ...(['started', 'assessed', 'awaited', 'missing'] as const).map((what) => ({
            key: what,
            words: said[what],
            figures: true,
            cell: ({ whole }: Outcomes['times'][number]) => (whole ? whole[what] : said.few),
          })),
        ]}
      />
      <p className="tl-quiet-words">{said.unknown}</p>
    </section>
  )
}
