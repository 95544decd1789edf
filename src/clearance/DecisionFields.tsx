import type { output } from 'zod/v4/core'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { inGroup } from './arranging.ts'
import { CallFields } from './CallFields.tsx'
import { needsCall } from './calling.ts'
import type { readClearance } from './clearance.contract.ts'
import { decisions } from './clearance.ts'
import { isClearing, type Draft, type DraftFault } from './draft.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Read = output<typeof readClearance.reply>
type Props = { read: Read; draft: Draft; faults: readonly DraftFault[]; onChange: (draft: Draft) => void }

/** What is written for a decision; conditions and a date only where they belong. */
export function DecisionFields({ read, draft, faults, onChange }: Props) {
  const said = useWords(words).decide
  const wrong = (fault: DraftFault, what: string) => (faults.includes(fault) ? what : undefined)
  return (
    <>
      <Which read={read} draft={draft} faults={faults} onChange={onChange} />
      {draft.decision === 'clear-with-conditions' && (
        <TextArea
          label={said.conditions}
          rows={3}
          value={draft.conditions}
          error={wrong('conditions', said.missing)}
          onChange={(conditions) => onChange({ ...draft, conditions })}
        />
      )}
      <TextArea
        label={said.reason}
        hint={said.reasonHint}
        rows={4}
        value={draft.reason}
        error={wrong('reason', said.missing)}
        onChange={(reason) => onChange({ ...draft, reason })}
      />
      <Call read={read} draft={draft} faults={faults} onChange={onChange} />
      {isClearing(draft.decision) && (
        <>
          <TextField
            type="date"
            label={said.until}
            hint={said.untilHint}
            value={draft.until}
            error={wrong('until', said.dateMissing)}
            onChange={(until) => onChange({ ...draft, until })}
          />
          <Cautions read={read} draft={draft} onChange={onChange} />
        </>
      )}
    </>
  )
}

/** "Not now" and "no" are told by a person: who, and by when. */
function Call({ read, draft, faults, onChange }: Props) {
  const said = useWords(words)
  const place = usePlace()
  if (draft.decision === undefined || isClearing(draft.decision)) return null
  if (!needsCall(draft.decision, read.call, read.careNow))
    return (
      read.call && (
        <p>{said.call.promised(read.call.memberName, formatDate(read.call.dueBy, place, 'weekday'))}</p>
      )
    )
  return (
    <>
      <p>{said.decide.callLead}</p>
      <CallFields
        read={read}
        typed={draft.call}
        wrong={{ who: faults.includes('caller'), by: faults.includes('callBy') }}
        onChange={(call) => onChange({ ...draft, call })}
      />
    </>
  )
}

/** Clearing is offered once nothing stands in the way; "not now" and "no" always are. */
function Which({ read, draft, faults, onChange }: Props) {
  const said = useWords(words)
  const mayClear = read.verdict === 'clear' || read.verdict === 'caution'
  const offered = mayClear ? decisions : (['not-now', 'no'] as const)
  return (
    <>
      {!mayClear && <p>{said.decide.waits}</p>}
      <RadioGroup
        label={said.decide.decision}
        options={offered.map((value) => ({
          value,
          words: said.decisions[value],
          hint: said.decide.hints[value],
        }))}
        value={draft.decision}
        error={faults.includes('decision') ? said.decide.choose : undefined}
        onChange={(decision) => onChange({ ...draft, decision })}
      />
    </>
  )
}

/** What was to be read is ticked line by line. */
function Cautions({ read, draft, onChange }: Omit<Props, 'faults'>) {
  const said = useWords(words).decide
  const { language } = usePlace()
  const cautions = inGroup(read.findings, 'read').filter(({ severity }) => severity === 'caution')
  if (cautions.length === 0) return null
  const others = (rule: string) => draft.acknowledged.filter((one) => one !== rule)
  return (
    <fieldset className="tl-stack">
      <legend className="tl-label">{said.read}</legend>
      {cautions.map(({ rule, title }) => (
        <Checkbox
          key={rule}
          checked={draft.acknowledged.includes(rule)}
          onChange={(checked) =>
            onChange({ ...draft, acknowledged: checked ? [...others(rule), rule] : others(rule) })
          }
        >
          {title[language]}
        </Checkbox>
      ))}
    </fieldset>
  )
}
