import { useId } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatNumber } from '../platform/i18n/format.ts'
import { listed } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { DoseForm } from './DoseForm.tsx'
import { answerAlone, releaseDose } from './ready.contract.ts'
import { whenOf, type Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Props = { ready: Ready; roomHref: string }

/** What would be given, who is there, and the one act that opens when nothing stands in the way. */
export function ReadyRelease({ ready, roomHref }: Props) {
  const own = useWords(words)
  const here = ready.people.filter(({ state }) => state === 'here')
  return (
    <aside className="ready-release" aria-label={own.release}>
      <Thread dosed={ready.doses.length > 0} />
      <h2>{own.release}</h2>
      <dl className="ready-facts">
        <dt>{own.ordered}</dt>
        <dd>{ready.order ? <Ordered ready={ready} /> : own.noOrder}</dd>
        <dt>{own.inRoom}</dt>
        <dd>{here.length > 0 ? here.map(({ name }) => name).join(', ') : own.nobodyHere}</dd>
      </dl>
      {ready.doses.length === 0 ? (
        <Act ready={ready} roomHref={roomHref} />
      ) : (
        <Disclosure title={own.more}>
          <p>{own.anywayLead}</p>
          <DoseForm ready={ready} roomHref={roomHref} />
        </Disclosure>
      )}
    </aside>
  )
}

function Act({ ready, roomHref }: Props) {
  const own = useWords(words)
  return (
    <div className="ready-act">
      <Ended ready={ready} />
      {ready.release ? <Released ready={ready} roomHref={roomHref} /> : <ReleaseButton ready={ready} />}
      <NotToday ready={ready} />
      {!ready.release && (
        <Disclosure title={own.anyway}>
          <p>{own.anywayLead}</p>
          <DoseForm ready={ready} roomHref={roomHref} />
        </Disclosure>
      )}
    </div>
  )
}

function Ordered({ ready: { order } }: { ready: Ready }) {
  const own = useWords(words)
  const { language } = usePlace()
  if (!order) return null
  const mg = (amount: number) => formatNumber(amount, language, 2)
  return (
    <>
      <strong>
        {fill(own.amount, { mg: mg(order.labelMg), salt: own.salts[order.product][order.labelSalt] })}
      </strong>
      <br />
      {order.labelSalt === 'hydrochloride' && `${fill(own.base, { mg: mg(order.baseMg) })}, `}
      {own.forms[order.form]}, {own.routes[order.route]}
      {order.overMinutes !== null && `, ${fill(own.over, { minutes: order.overMinutes })}`}. {own.orderedRead}
    </>
  )
}

function Released({ ready, roomHref }: Props) {
  const own = useWords(words)
  const place = usePlace()
  const { release } = ready
  if (!release) return null
  const until = whenOf(release.expiresAt, ready.now, place)
  return (
    <>
      <p>{fill(own.releaseBy, { name: release.byName, until })}</p>
      <DoseForm ready={ready} roomHref={roomHref} />
    </>
  )
}

/** Why there is no release although one was given: a gate that has closed again brings none back. */
function Ended({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const place = usePlace()
  const { ended } = ready
  if (!ended || ready.release) return null
  const what = listed(
    place.language,
    ended.gates.map((gate) => own.gates[gate]),
  )
  const at = (moment: number) => whenOf(moment, ready.now, place)
  return (
    <Notice state="waiting">
      {fill(own.releaseEnded, { at: at(ended.releasedAt), ended: at(ended.endedAt), what })}
    </Notice>
  )
}

function ReleaseButton({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(releaseDose)
  const why = useId()
  const open = ready.gates.some(({ state }) => state !== 'met')
  const closed = open || !ready.can.release
  return (
    <>
      <Button
        kind={closed ? 'quiet' : 'act'}
        size="glove"
        wide
        disabled={closed}
        describedBy={why}
        busy={isPending}
        onPress={() => mutate({ id: newId(), sessionId: ready.sessionId })}
      >
        {own.releaseAct}
      </Button>
      <p className="tl-quiet-words" id={why}>
        {open ? own.releaseOpens : ready.can.release ? own.readyLead : own.releaseWho}
      </p>
      <Refusal refused={error} />
    </>
  )
}

function NotToday({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const { mutate, isPending } = useSend(answerAlone)
  if (!ready.can.ask) return null
  const answer = { sessionId: ready.sessionId, wantsToday: false, safeHome: null, rideId: null }
  return (
    <>
      <Button wide busy={isPending} onPress={() => mutate({ id: newId(), ...answer })}>
        {own.notToday}
      </Button>
      <p className="tl-quiet-words">{own.mayStop}</p>
    </>
  )
}

/** The line up to here, and the loop that has not been opened. */
const Thread = ({ dosed }: { dosed: boolean }) => (
  <svg className="ready-thread" viewBox="0 0 240 84" aria-hidden="true">
    <path className="ready-thread-slack" d="M4 56C20 40 34 42 50 54C66 64 84 58 100 54" />
    <path
      className={dosed ? 'ready-thread-loop' : 'ready-thread-ahead'}
      d="M100 54C126 46 170 74 170 40C170 8 120 8 120 40C120 66 168 62 190 56"
    />
    <path className="ready-thread-ahead" d="M190 56C206 52 220 50 236 46" />
    <circle className="ready-thread-here" cx="100" cy="54" r="5" />
  </svg>
)
