import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { OutboxNotes } from '../integration/OutboxNotes.tsx'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { CallLink } from '../practice/CallLink.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { useBegun } from '../practice/useDraft.web.ts'
import { en as practiceEn } from '../practice/words.help.en.ts'
import { es as practiceEs } from '../practice/words.help.es.ts'
import { planSteps, type PlanNow, type PlanWords } from './plan.ts'
import './plan.css'
import { PlanWriting } from './PlanWriting.tsx'
import { PlanText } from './PlanText.tsx'
import { useOwnPlan, type OwnPlan } from './useOwnPlan.web.ts'
import { en } from './words.plan.en.ts'
import { es } from './words.plan.es.ts'

const words = { en, es }
const practiceWords = { en: practiceEn, es: practiceEs }

/** The client's safety plan, in their own words, with the numbers to call. It opens without a network. */
export function PlanPage() {
  const said = useWords(words)
  const { me } = useHere()
  const own = useOwnPlan(me.personId ?? '')
  const isKnown = own.told !== undefined || own.plan !== null
  return (
    <ClientFrame current="help">
      <div className="tl-own-plan">
        <header>
          <h1>{said.title}</h1>
          <p className="tl-lead">{said.lead}</p>
        </header>
        <Now phone={own.told?.phone ?? null} />
        <OutboxNotes outbox={own.outbox} />
        {isKnown ? (
          <Known about={`plan ${me.personId}`} own={own} />
        ) : own.error ? (
          <Refusal refused={own.error} />
        ) : (
          <Loading />
        )}
        <p className="tl-quiet-words">{said.onDevice}</p>
        <p className="tl-quiet-words">{said.source}</p>
      </div>
    </ClientFrame>
  )
}

/** As it stands, or being written. */
function Known({ about, own: { plan, isWaiting, write } }: { about: string; own: OwnPlan }) {
  const [writing, setWriting] = useState(useBegun(about))
  if (!writing) return <Standing plan={plan} isWaiting={isWaiting} onWrite={() => setWriting(true)} />
  const keep = async (words: PlanWords) => {
    await write(words)
    setWriting(false)
  }
  return <PlanWriting about={about} begin={plan?.words} onKeep={keep} onCancel={() => setWriting(false)} />
}

/** Before everything else, and without waiting for anything: whom to call. */
function Now({ phone }: { phone: string | null }) {
  const said = useWords(words)
  const { help } = useWords(practiceWords)
  return (
    <section className="tl-plan-now" aria-labelledby="plan-now">
      <h2 id="plan-now">{said.now}</h2>
      <div className="tl-help-two">
        <LinkButton kind="act" wide href="tel:988" icon={<Icon name="call" />}>
          {said.call988}
        </LinkButton>
        <LinkButton wide href={help.text988Link}>
          {said.text988}
        </LinkButton>
        <LinkButton wide href="tel:911" icon={<Icon name="call" />}>
          {said.call911}
        </LinkButton>
        {phone !== null && <CallLink phone={phone} words={said.practice} />}
      </div>
      <p>{said.help988}</p>
      <p className="tl-quiet-words">{said.noOneWatches}</p>
    </section>
  )
}

type StandingProps = { plan: PlanNow | null; isWaiting: boolean; onWrite: () => void }

function Standing({ plan, isWaiting, onWrite }: StandingProps) {
  const said = useWords(words)
  if (!plan)
    return (
      <EmptyState title={said.none} action={<Button onPress={onWrite}>{said.begin}</Button>}>
        {said.noneWords}
      </EmptyState>
    )
  return (
    <>
      <ol className="tl-plan-steps">
        {planSteps.map((step) => (
          <li key={step}>
            <h2>{said.steps[step]}</h2>
            {plan.words[step] === '' ? (
              <p className="tl-quiet-words">{said.blank}</p>
            ) : (
              <PlanText words={plan.words[step]} />
            )}
          </li>
        ))}
      </ol>
      <Since plan={plan} isWaiting={isWaiting} />
      <Button onPress={onWrite} icon={<Icon name="pen" />}>
        {said.change}
      </Button>
    </>
  )
}

function Since({
  plan: { made, changedAt },
  isWaiting,
}: Omit<StandingProps, 'onWrite' | 'plan'> & { plan: PlanNow }) {
  const said = useWords(words)
  const place = usePlace()
  const day = (moment: number) => formatDate(moment, place, 'date')
  return (
    <p className="tl-quiet-words">
      {made ? fill(said.made, { name: made.with, day: day(made.at) }) : said.alone}{' '}
      {changedAt !== null && fill(said.changed, { day: day(changedAt) })} {isWaiting && said.waiting}
    </p>
  )
}
