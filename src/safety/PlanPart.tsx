import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { planSteps, wordsOf, type PlanStep, type PlanWords } from './plan.ts'
import { readPlan, reviewPlan, type PlanTold } from './plan.contract.ts'
import { makePlan } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as ownEn } from './words.plan.en.ts'
import { es as ownEs } from './words.plan.es.ts'

const words = { en, es }
const ownWords = { en: ownEn, es: ownEs }

const mayBeEmpty: readonly PlanStep[] = ['peopleAndPlaces']
const empty = Object.fromEntries(planSteps.map((step) => [step, ''])) as unknown as PlanWords

/** The plan that holds, in the client's own hand or made together; whether it is time to look at it; and making one. */
export function PlanPart({ personId }: { personId: string }) {
  const { asked: said } = useWords(words)
  const { data, error } = useAsk(readPlan, { personId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const { plan, review, can } = data
  return (
    <section className="tl-asked-plan" aria-labelledby="plan">
      <h3 id="plan">{said.plan}</h3>
      {plan ? <PlanRead plan={plan} changed={data.changed} /> : <p>{said.noPlan}</p>}
      {data.late && <CameLate late={data.late} />}
      {plan && can.review && review && <Look personId={personId} plan={plan} review={review} />}
      {can.review && <Making personId={personId} plan={plan} />}
    </section>
  )
}

function Making({ personId, plan }: { personId: string; plan: PlanTold['plan'] }) {
  const { asked: said } = useWords(words)
  const [making, make] = useState(false)
  if (making) return <PlanForm personId={personId} begin={plan?.words ?? empty} onDone={() => make(false)} />
  return (
    <Button size="small" onPress={() => make(true)}>
      {plan ? said.newPlan : said.makePlan}
    </Button>
  )
}

type Held = NonNullable<PlanTold['plan']>

function PlanRead({ plan, changed }: { plan: Held; changed: PlanTold['changed'] }) {
  const { asked: said } = useWords(words)
  const { team } = useWords(ownWords)
  const place = usePlace()
  return (
    <>
      <Disclosure
        title={
          plan.made ? (
            <>
              <TimeText at={plan.made.at} style="date" />, {said.planMade(plan.made.with)}
            </>
          ) : (
            said.plan
          )
        }
      >
        <Steps words={plan.words} />
      </Disclosure>
      {plan.changedAt !== null && (
        <p>{fill(team.changed, { day: formatDate(plan.changedAt, place, 'moment') })}</p>
      )}
      {changed && <Arrived {...changed} />}
    </>
  )
}

function Steps({ words: of }: { words: PlanWords }) {
  const { plan: own } = useWords(words)
  return (
    <DefinitionList
      items={planSteps
        .filter((step) => of[step] !== '')
        .map((step) => ({ term: own[step], detail: of[step] }))}
    />
  )
}

/** When it came, where that differs from when it was written; and whether the device's clock can be trusted. */
function Arrived({ arrivedAt, doubt }: NonNullable<PlanTold['changed']>) {
  const { team } = useWords(ownWords)
  const place = usePlace()
  return (
    <>
      {arrivedAt !== null && (
        <p className="tl-quiet-words">
          {fill(team.arrived, { day: formatDate(arrivedAt, place, 'moment') })}
        </p>
      )}
      {doubt && <p className="tl-quiet-words">{team.doubt[doubt]}</p>}
    </>
  )
}

/** The client's own words of before, that came only after the plan was made: read in full, so that nothing of them is lost. */
function CameLate({ late }: { late: NonNullable<PlanTold['late']> }) {
  const { team } = useWords(ownWords)
  const place = usePlace()
  const moment = (at: number) => formatDate(at, place, 'moment')
  return (
    <Disclosure
      title={fill(team.late, {
        day: moment(late.writtenAt),
        arrived: moment(late.arrivedAt ?? late.writtenAt),
      })}
    >
      {late.doubt && <p className="tl-quiet-words">{team.doubt[late.doubt]}</p>}
      <Steps words={late.words} />
    </Disclosure>
  )
}

/** Looked at together and left as it is: kept as of today. Where a step is empty a new one is made. */
function Look({
  personId,
  plan,
  review,
}: {
  personId: string
  plan: Held
  review: NonNullable<PlanTold['review']>
}) {
  const { team } = useWords(ownWords)
  const { mutate, error, isPending } = useSend(reviewPlan)
  const isWhole = planSteps.every((step) => plan.words[step] !== '' || mayBeEmpty.includes(step))
  return (
    <>
      <StatusMark state="waiting">{team.review[review]}</StatusMark>
      {isWhole ? (
        <Button
          size="small"
          busy={isPending}
          onPress={() => mutate({ personId, id: newId(), seen: plan.words })}
        >
          {team.fits}
        </Button>
      ) : (
        <p className="tl-quiet-words">{team.lacks}</p>
      )}
      <Refusal refused={error} />
    </>
  )
}

function PlanForm({ personId, begin, onDone }: { personId: string; begin: PlanWords; onDone: () => void }) {
  const { plan: own } = useWords(words)
  const { mutate, error, isPending } = useSend(makePlan)
  const [id] = useState(newId)
  const [said, say] = useState(() => wordsOf(begin))
  const [handed, hand] = useState(false)
  const isMissing = (step: PlanStep) => said[step].trim() === '' && !mayBeEmpty.includes(step)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (!planSteps.some(isMissing)) mutate({ personId, id, ...said }, { onSuccess: onDone })
  }
  return (
    <form className="tl-asked-form" onSubmit={keep} noValidate>
      <h4>{own.title}</h4>
      <p>{own.lead}</p>
      {planSteps.map((step) => (
        <TextArea
          key={step}
          label={own[step]}
          optional={mayBeEmpty.includes(step)}
          rows={2}
          maxLength={2000}
          value={said[step]}
          onChange={(text) => say({ ...said, [step]: text })}
          error={handed && isMissing(step) ? own.missing : undefined}
        />
      ))}
      <p className="tl-quiet-words">{own.source}</p>
      <Refusal refused={error} />
      <div className="tl-row">
        <Button kind="act" type="submit" busy={isPending}>
          {own.save}
        </Button>
        <Button onPress={onDone}>{own.cancel}</Button>
      </div>
    </form>
  )
}
