import { useId, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { PlaceForm, type PlaceProps } from './DayPlaces.tsx'
import { answersTo, isFilled, linesOf, type DayAnswer, type DayLine, type LineGate } from './dayLines.ts'
import { tellDay } from './told.contract.ts'
import { en } from './words.asked.en.ts'
import { es } from './words.asked.es.ts'

const words = { en, es }

type Said = Readonly<Partial<Record<DayLine, DayAnswer>>>

export const TodayPlace = (props: PlaceProps) => <Lines gate="today" {...props} />
export const ChangesPlace = (props: PlaceProps) => <Lines gate="changes" {...props} />
export const SubstancesPlace = (props: PlaceProps) => <Lines gate="substances" {...props} />

/** Every line is on the screen before "no" is said to those that are left; what was said already is sent again only where it changed. */
function Lines({ gate, ready: { sessionId, said: before }, onDone }: PlaceProps & { gate: LineGate }) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const earlier: Said = Object.fromEntries(before.map(({ line, answer }) => [line, answer]))
  const [typed, type] = useState<Said>({})
  const [wrong, mark] = useState(false)
  const lines = linesOf(gate)
  const left = lines.filter((line) => isFilled(line) && !typed[line] && !earlier[line])
  const fill = () => type({ ...Object.fromEntries(left.map((line) => [line, answersTo(line)[0]])), ...typed })
  const save = () => {
    const said = lines.flatMap((line) => {
      const answer = typed[line]
      return answer && answer !== earlier[line] ? [{ line, answer }] : []
    })
    const nothing = lines.every((line) => !typed[line] && !earlier[line])
    mark(nothing)
    if (nothing) return
    if (said.length === 0) onDone()
    else mutate({ id: newId(), sessionId, told: { kind: 'answers', said } }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of={gate}
      busy={isPending}
      refused={error}
      fault={wrong ? own.linesFault : undefined}
      onSave={save}
    >
      <div className="ready-lines">
        <p className="tl-quiet-words">{own.lead}</p>
        {lines.map((line) => (
          <Choice
            key={line}
            label={own.lines[line]}
            size="glove"
            value={typed[line] ?? earlier[line]}
            onChange={(answer) => type({ ...typed, [line]: answer })}
            options={answersTo(line).map((value) => ({ value, words: own.answers[value] }))}
          />
        ))}
      </div>
      {left.length > 1 && <Fill gate={gate} onFill={fill} />}
    </PlaceForm>
  )
}

/** "No" for all that may be answered so, and beside it what may not. */
function Fill({ gate, onFill }: { gate: LineGate; onFill: () => void }) {
  const own = useWords(words)
  const hint = useId()
  const leaves = gate === 'changes' ? undefined : own.fillLeaves[gate]
  return (
    <>
      <Button onPress={onFill} describedBy={leaves && hint}>
        {own.fill}
      </Button>
      {leaves && (
        <p className="ready-leaves tl-quiet-words" id={hint}>
          {leaves}
        </p>
      )}
    </>
  )
}

/** What changed, gone through by a prescriber; it stands with the gate. */
export function ReviewPlace({ ready: { sessionId }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const [review, type] = useState('')
  const [wrong, mark] = useState(false)
  const save = () => {
    const text = review.trim()
    mark(text === '')
    if (text === '') return
    mutate({ id: newId(), sessionId, told: { kind: 'reviewed', review: text } }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="reviewed"
      busy={isPending}
      refused={error}
      fault={wrong ? own.reviewFault : undefined}
      onSave={save}
    >
      <TextArea label={own.review} rows={2} maxLength={2000} value={review} onChange={type} />
    </PlaceForm>
  )
}
