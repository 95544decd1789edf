import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { makePlan, type AskedNow } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const steps = [
  'warningSigns',
  'onMyOwn',
  'peopleAndPlaces',
  'peopleToAsk',
  'professionals',
  'surroundings',
] as const
type Step = (typeof steps)[number]
type Plan = Record<Step, string>

const empty: Plan = {
  warningSigns: '',
  onMyOwn: '',
  peopleAndPlaces: '',
  peopleToAsk: '',
  professionals: '',
  surroundings: '',
}
const mayBeEmpty: readonly Step[] = ['peopleAndPlaces']

/** The plan that holds, and making one together. */
export function PlanPart({ personId, now }: { personId: string; now: AskedNow }) {
  const { asked: said, plan: own } = useWords(words)
  const [making, make] = useState(false)
  const { plan } = now
  return (
    <section className="tl-asked-plan" aria-labelledby="plan">
      <h3 id="plan">{said.plan}</h3>
      {plan ? (
        <Disclosure
          title={
            <>
              <TimeText at={plan.madeAt} style="date" />, {said.planMade(plan.madeWith)}
            </>
          }
        >
          <DefinitionList
            items={steps
              .filter((step) => plan[step] !== '')
              .map((step) => ({ term: own[step], detail: plan[step] }))}
          />
        </Disclosure>
      ) : (
        <p>{said.noPlan}</p>
      )}
      {now.can.plan && !making && (
        <Button size="small" onPress={() => make(true)}>
          {plan ? said.newPlan : said.makePlan}
        </Button>
      )}
      {making && <PlanForm personId={personId} begin={plan ?? empty} onDone={() => make(false)} />}
    </section>
  )
}

function PlanForm({ personId, begin, onDone }: { personId: string; begin: Plan; onDone: () => void }) {
  const { plan: own } = useWords(words)
  const { mutate, error, isPending } = useSend(makePlan)
  const [id] = useState(newId)
  const [said, say] = useState<Plan>(() => planOf(begin))
  const [handed, hand] = useState(false)
  const isMissing = (step: Step) => said[step].trim() === '' && !mayBeEmpty.includes(step)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (!steps.some(isMissing)) mutate({ personId, id, ...said }, { onSuccess: onDone })
  }
  return (
    <form className="tl-asked-form" onSubmit={keep} noValidate>
      <h4>{own.title}</h4>
      <p>{own.lead}</p>
      {steps.map((step) => (
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

const planOf = (from: Plan): Plan =>
  Object.fromEntries(steps.map((step) => [step, from[step]])) as unknown as Plan
