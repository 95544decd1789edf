import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { wrongs, type Wrong } from './facts.ts'
import { vitalsOf, type Vitals } from './limits.ts'
import type { Ready } from './readyState.web.ts'
import { recordReading } from './room.contract.ts'
import { pressureFault, pressureTyped } from './pressureWords.web.ts'
import { typedFrom, type Faults, type Typed } from './vitalsTyped.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'
import { en as roomEn } from './words.room.en.ts'
import { es as roomEs } from './words.room.es.ts'

const words = { en, es }
const roomWords = { en: roomEn, es: roomEs }

type Reading = Ready['readings'][number]
type Props = { ready: Ready; reading: Reading; onDone: () => void }

export const numbersOf = ({ systolicMmHg, diastolicMmHg }: Vitals) => `${systolicMmHg}/${diastolicMmHg}`

/** What the reading should have been, or that it was none of this person's: a new fact, with what was wrong. */
export function CorrectPressure({ ready, reading, onDone }: Props) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(recordReading)
  const [id] = useState(newId)
  const [typed, type] = useState(() => typedFrom(reading))
  const [wrong, setWrong] = useState<Wrong>('mistyped')
  const [faults, mark] = useState<Faults>({})
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { value: put, faults: found } =
      wrong === 'mistyped' ? pressureTyped(typed) : { value: vitalsOf(reading), faults: {} }
    mark(found)
    if (!put) return
    const about = { id, sessionId: ready.sessionId, takenAt: reading.takenAt, corrects: reading.id }
    mutate({ ...put, ...about, struck: wrong !== 'mistyped', wrong }, { onSuccess: onDone })
  }
  return (
    <Dialog open onClose={onDone} title={fill(own.correctTitle, { reading: numbersOf(reading) })}>
      <form className="ready-correct" onSubmit={save} noValidate>
        <WrongField value={wrong} onChange={setWrong} />
        {wrong === 'mistyped' && <Numbers typed={typed} type={type} faults={faults} />}
        <div className="tl-row">
          <Button kind="act" type="submit" busy={isPending}>
            {wrong === 'mistyped' ? own.saveCorrection : own.strikeReading}
          </Button>
          <Button onPress={onDone}>{own.leaveAsIs}</Button>
        </div>
        <Refusal refused={error} />
      </form>
    </Dialog>
  )
}

function WrongField({ value, onChange }: { value: Wrong; onChange: (wrong: Wrong) => void }) {
  const own = useWords(words)
  return (
    <RadioGroup
      label={own.whatWasWrong}
      hint={own.bothKept}
      value={value}
      onChange={onChange}
      options={wrongs.map((wrong) => ({ value: wrong, words: own.wrong[wrong] }))}
    />
  )
}

type NumbersProps = { typed: Typed; type: (typed: Typed) => void; faults: Faults }

function Numbers({ typed, type, faults }: NumbersProps) {
  const own = useWords(words)
  const room = useWords(roomWords)
  const set = (half: 'systolicMmHg' | 'diastolicMmHg') => (value: string) => type({ ...typed, [half]: value })
  return (
    <div className="ready-place">
      <NumberField
        label={own.upper}
        digits={3}
        value={typed.systolicMmHg}
        onChange={set('systolicMmHg')}
        error={pressureFault(room, 'systolicMmHg', faults)}
      />
      <NumberField
        label={own.lower}
        digits={3}
        unit={own.mmHg}
        value={typed.diastolicMmHg}
        onChange={set('diastolicMmHg')}
        error={pressureFault(room, 'diastolicMmHg', faults)}
      />
    </div>
  )
}
