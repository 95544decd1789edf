import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { ReviewDue } from './ReviewDue.tsx'
import type { DueReview } from './reviewing.ts'
import { reviewDecisions, type ReviewDecision } from './course.ts'
import { reviewCourse } from './course.contract.ts'
import { momentAt } from './wall.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

/** Looking back at the whole course, and deciding how it goes on. An ending is planned: a day, and words that stay. */
export function ReviewForm({ courseId, due }: { courseId: string; due: DueReview | null }) {
  const { review: said } = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="tl-chart-part">
      {due && (
        <StatusMark state="waiting">
          <ReviewDue due={due} />
        </StatusMark>
      )}
      <Disclosure title={said.title} open={isOpen} onToggle={setOpen}>
        <p className="tl-quiet-words">{said.lead}</p>
        {isOpen && <Fields courseId={courseId} onDone={() => setOpen(false)} />}
      </Disclosure>
    </section>
  )
}

function Fields({ courseId, onDone }: { courseId: string; onDone: () => void }) {
  const { review: said } = useWords(words)
  const { mutate, error, isPending } = useSend(reviewCourse)
  const form = useReview(said.missing)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = form.ready()
    if (asked) mutate({ courseId, ...asked }, { onSuccess: onDone })
  }
  const { decision, field, faults } = form
  return (
    <form className="tl-stack" onSubmit={submit}>
      <RadioGroup
        label={said.decision}
        value={decision}
        onChange={form.decide}
        error={faults.decision}
        options={reviewDecisions.map((value) => ({
          value,
          words: said.decisions[value],
          hint: said.hints[value],
        }))}
      />
      <TextArea label={said.reason} error={faults.reason} maxLength={2000} {...field('reason')} />
      {decision === 'complete' ? (
        <>
          <TextField label={said.lastDay} type="date" error={faults.day} {...field('day')} />
          <TextArea
            label={said.farewell}
            hint={said.farewellHint}
            ownWords
            error={faults.farewell}
            maxLength={2000}
            {...field('farewell')}
          />
        </>
      ) : (
        <TextField label={said.nextDay} type="date" optional {...field('day')} />
      )}
      <Refusal refused={error} />
      <Button type="submit" kind="act" size="small" busy={isPending}>
        {said.save}
      </Button>
    </form>
  )
}

type Name = 'reason' | 'day' | 'farewell'

/** What was typed, and whether it is enough to decide on. */
function useReview(missing: string) {
  const [id] = useState(newId)
  const [decision, decide] = useState<ReviewDecision>()
  const [typed, type] = useState<Record<Name, string>>({ reason: '', day: '', farewell: '' })
  const [tried, setTried] = useState(false)
  const { timeZone } = usePlace()
  const at = momentAt(typed.day, '12:00', timeZone)
  const isEnding = decision === 'complete'
  const lacks = {
    decision: decision === undefined,
    reason: typed.reason.trim() === '',
    day: isEnding && at === undefined,
    farewell: isEnding && typed.farewell.trim() === '',
  }
  const fault = (lack: boolean) => (tried && lack ? missing : undefined)
  return {
    decision,
    decide,
    field: (name: Name) => ({
      value: typed[name],
      onChange: (value: string) => type({ ...typed, [name]: value }),
    }),
    faults: {
      decision: fault(lacks.decision),
      reason: fault(lacks.reason),
      day: fault(lacks.day),
      farewell: fault(lacks.farewell),
    },
    ready() {
      setTried(true)
      if (decision === undefined || Object.values(lacks).includes(true)) return undefined
      const day = at === undefined ? null : isoOf(at)
      return {
        id,
        decision,
        reason: typed.reason,
        nextReviewAt: isEnding ? null : day,
        endsAt: isEnding ? day : null,
        farewell: isEnding ? typed.farewell : null,
      }
    },
  }
}
