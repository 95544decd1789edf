import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { faultOf, untouched } from './answering.ts'
import type { FieldsProps } from './asking.web.ts'
import { mayOverride } from './clearance.ts'
import { OverrideButton } from './OverrideDialog.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = FieldsProps & { personId: string; ids: readonly string[] }

/** What has to have been done, and when it was: a date, and nothing else, counts. Or the prescriber goes without it, in writing. */
export function EvidenceFields({ personId, ids, read, typed, marked, onType }: Props) {
  const { ask } = useWords(words)
  const { language } = usePlace()
  const found = read.findings.filter(({ rule }) => ids.includes(rule))
  if (found.length === 0) return null
  return (
    <>
      <h3>{ask.evidence}</h3>
      <p className="tl-quiet-words">{ask.evidenceLead}</p>
      {found.map((one) => {
        const answering = typed[one.rule] ?? untouched
        const fault = marked ? faultOf(answering) : null
        return (
          <div key={one.rule} className="tl-question tl-evidence">
            <TextField
              type="date"
              label={one.title[language]}
              value={answering.on}
              error={fault && fault !== 'noteMissing' ? ask[fault] : undefined}
              onChange={(on) => {
                const answer = on === '' ? '' : 'on'
                onType({ ...typed, [one.rule]: { ...untouched, answer, on } })
              }}
            />
            {read.can.decide && mayOverride(one) && (
              <OverrideButton personId={personId} found={one} read={read} />
            )}
          </div>
        )
      })}
    </>
  )
}
