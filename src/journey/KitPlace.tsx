import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { PlaceForm, type PlaceProps } from './DayPlaces.tsx'
import type { Ready } from './readyState.web.ts'
import { tellDay, tellMedicine } from './told.contract.ts'
import { en as readyEn } from './words.ready.en.ts'
import { es as readyEs } from './words.ready.es.ts'
import { en } from './words.told.en.ts'
import { es } from './words.told.es.ts'

const words = { en, es }
const ready = { en: readyEn, es: readyEs }

type Ticked = Ready['kit']['equipment']

/** Each piece by name; what was ticked earlier today stays ticked, and can be taken back. */
export function EquipmentPlace({ ready: { sessionId, kit }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { places } = useWords(ready)
  const sending = useSend(tellDay)
  const tell = (items: readonly string[]) =>
    sending.mutate(
      { id: newId(), sessionId, told: { kind: 'equipment', items: [...items] } },
      { onSuccess: onDone },
    )
  const named = (id: string) => places[id as keyof typeof places] ?? id
  return (
    <Ticks
      of="equipment"
      lead={own.kit}
      pieces={kit.equipment}
      named={named}
      busy={sending.isPending}
      refused={sending.error}
      onTell={tell}
    />
  )
}

/** What the medicine's own programme wants attested, in its own words. */
export function RemsPlace({ ready: { sessionId, kit, titles }, onDone }: PlaceProps) {
  const own = useWords(words)
  const language = useLanguage()
  const sending = useSend(tellMedicine)
  const tell = (items: readonly string[]) =>
    sending.mutate(
      { id: newId(), sessionId, told: { kind: 'rems', items: [...items] } },
      { onSuccess: onDone },
    )
  return (
    <Ticks
      of="rems"
      lead={own.attest}
      pieces={kit.rems}
      named={(id) => titles[id]?.[language] ?? id}
      busy={sending.isPending}
      refused={sending.error}
      onTell={tell}
    />
  )
}

type TicksProps = {
  of: 'equipment' | 'rems'
  lead: string
  pieces: Ticked
  named: (id: string) => string
  busy: boolean
  refused: Parameters<typeof PlaceForm>[0]['refused']
  onTell: (items: readonly string[]) => void
}

function Ticks({ of, lead, pieces, named, busy, refused, onTell }: TicksProps) {
  const [chosen, choose] = useState(() => pieces.filter(({ ticked }) => ticked).map(({ id }) => id))
  const tick = (id: string) => (on: boolean) =>
    choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <>
      <p className="tl-quiet-words">{lead}</p>
      <PlaceForm of={of} busy={busy} refused={refused} fault={undefined} onSave={() => onTell(chosen)}>
        <div className="ready-ticks">
          {pieces.map(({ id }) => (
            <Checkbox key={id} checked={chosen.includes(id)} onChange={tick(id)}>
              {named(id)}
            </Checkbox>
          ))}
        </div>
      </PlaceForm>
    </>
  )
}

/** The lot in hand, and whether what is there is what the book says. */
export function CountPlace({ ready: { sessionId }, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellMedicine)
  const [typed, type] = useState({ lot: '', useBy: '' })
  const [agrees, say] = useState<'yes' | 'no'>()
  const [wrong, mark] = useState(false)
  const save = () => {
    const lot = typed.lot.trim()
    const fits = agrees && lot !== '' && /^\d{4}-\d\d-\d\d$/.test(typed.useBy)
    mark(!fits)
    if (!fits) return
    const told = { kind: 'count', lot, useBy: typed.useBy, agrees: agrees === 'yes' } as const
    mutate({ id: newId(), sessionId, told }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="count"
      busy={isPending}
      refused={error}
      fault={wrong ? own.countFault : undefined}
      onSave={save}
    >
      <TextField
        label={own.lot}
        maxLength={60}
        value={typed.lot}
        onChange={(lot) => type({ ...typed, lot })}
      />
      <TextField
        label={own.useBy}
        type="date"
        value={typed.useBy}
        onChange={(useBy) => type({ ...typed, useBy })}
      />
      <Choice
        label={own.agrees}
        value={agrees}
        onChange={say}
        options={[
          { value: 'yes', words: own.agreesYes },
          { value: 'no', words: own.agreesNo },
        ]}
      />
    </PlaceForm>
  )
}
