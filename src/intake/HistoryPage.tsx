import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import type { Chart } from '../course/chart.contract.ts'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { CameBy } from './CameBy.tsx'
import { HistoryPart, type HistoryRead } from './HistoryPart.tsx'
import { InvitePart } from './InvitePart.tsx'
import './intake.css'
import { readHistory } from './intake.contract.ts'
import { StillToConfirm } from './StillToConfirm.tsx'
import { LeftOut } from './LeftOut.tsx'
import { NothingOnFile } from './NothingOnFile.tsx'
import { newestOfEach } from './newest.ts'
import { PersonDetails } from './PersonDetails.tsx'
import { ToldForm } from './ToldForm.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Everything that came with referrals, and what clinicians have said of it. */
export function HistoryPage({ params }: { params: { personId: string } }) {
  const { personId } = params
  const { history: said } = useWords(words)
  const { data, error } = useAsk(readHistory, { personId })
  return (
    <PersonFrame personId={personId} current="history">
      {({ person }) => (
        <div className="tl-intake">
          <header className="tl-stack">
            <h1>{said.title}</h1>
            <p className="tl-lead">{said.lead}</p>
          </header>
          {data ? (
            <Everything personId={personId} person={person} history={data} />
          ) : error ? (
            <Refusal refused={error} />
          ) : (
            <Loading />
          )}
        </div>
      )}
    </PersonFrame>
  )
}

type Props = { personId: string; person: Chart['person']; history: HistoryRead }

function Everything({ personId, person, history }: Props) {
  const { history: said } = useWords(words)
  if (history.referrals.length + history.items.length + history.none.length === 0)
    return (
      <>
        <NothingOnFile personId={personId} toQuestions={history.can.confirm} />
        {history.can.confirm && <ToldForm personId={personId} />}
        {history.can.invite && <InvitePart person={person} />}
        <PersonDetails person={person} history={history} />
        <CameBy cameBy={history.cameBy} />
      </>
    )
  const of = (kind: string) => history.items.filter(({ item }) => item.kind === kind)
  const measurements = of('measurement')
  const part = { personId, history }
  return (
    <>
      <StillToConfirm history={history} />
      {history.can.confirm && <ToldForm personId={personId} />}
      {history.can.invite && <InvitePart person={person} />}
      <HistoryPart {...part} kind="problem" shown={of('problem')} />
      <HistoryPart {...part} kind="medicine" shown={of('medicine')} />
      <HistoryPart {...part} kind="allergy" shown={of('allergy')} />
      <HistoryPart
        {...part}
        kind="measurement"
        title={said.vitals}
        shown={newestOfEach(measurements)}
        more={measurements}
      />
      <HistoryPart {...part} kind="visit" shown={[]} more={of('visit')} />
      <HistoryPart {...part} kind="procedure" shown={[]} more={of('procedure')} />
      <PersonDetails person={person} history={history} />
      <CameBy cameBy={history.cameBy} />
      <Files history={history} />
    </>
  )
}

function Files({ history }: { history: HistoryRead }) {
  const said = useWords(words)
  const place = usePlace()
  if (history.referrals.length === 0) return null
  return (
    <section className="tl-intake-part">
      <h2>{said.history.referrals}</h2>
      <div className="tl-left">
        {history.referrals.map((referral) => (
          <Disclosure
            key={referral.id}
            title={said.history.referral(formatDate(referral.receivedAt, place, 'date'), referral.receivedBy)}
          >
            <h3>{said.preview.unread}</h3>
            <LeftOut unread={referral.unread} partly={referral.partly} />
          </Disclosure>
        ))}
      </div>
    </section>
  )
}
