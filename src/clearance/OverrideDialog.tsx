import { useState, type FormEvent } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useSigned } from '../access/signed.web.ts'
import { SignWritten } from '../access/SignWritten.tsx'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea, TextField } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { mayLastUntil, type OverrideWish } from './clearance.ts'
import { override as overrideEndpoint } from './clearance.contract.ts'
import { overrideDocument } from './signing.ts'
import { endOfDay } from './until.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

interface Found {
  readonly rule: string
  readonly title: { readonly en: string; readonly es: string }
  readonly because: readonly { readonly id: string }[]
}
type Props = { personId: string; found: Found; read: { readonly careNow: number } }

const empty = { reason: '', riskAndBenefit: '', mitigation: '', until: '' }
type Typed = typeof empty

/** Going ahead in spite of one finding: reason, risk and benefit, what makes it safer, until when; signed. */
export function OverrideButton({ personId, found, read }: Props) {
  const said = useWords(words).override
  const { language } = usePlace()
  const [open, setOpen] = useState(false)
  const { me } = useHere()
  const draft = useTyped(`override ${me.seatId} ${personId} ${found.rule}`, empty)
  const signed = useSigned(overrideEndpoint, () => {
    setOpen(false)
    draft[2]()
  })
  const title = said.title(found.title[language])
  const signing = signed.documentHash !== undefined
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {said.open}
      </Button>
      <Dialog open={open && !signing} onClose={() => !signing && setOpen(false)} title={title}>
        <p>{said.lead}</p>
        <Refusal refused={signed.error} />
        <OverrideForm about={{ personId, found, read }} draft={draft} onReady={signed.sign} />
      </Dialog>
      <SignWritten signed={signed} title={title} printedName={me.name} meaning={said.meaning} />
    </>
  )
}

interface Ready {
  readonly hash: string
  readonly asking: Omit<OverrideWish, 'expiresAt'> & {
    readonly expiresAt: string
    readonly id: string
    readonly personId: string
    readonly language: 'en' | 'es'
  }
}

type FormProps = {
  about: Props
  draft: ReturnType<typeof useTyped<Typed>>
  onReady: (ready: Ready) => void
}

function OverrideForm({ about, draft: [typed, type], onReady }: FormProps) {
  const { personId, found, read } = about
  const said = useWords(words).override
  const { language, timeZone } = usePlace()
  const [marked, mark] = useState(false)
  const expiresAt = endOfDay(typed.until, timeZone)
  const dated = mayLastUntil(expiresAt, read.careNow)
  const missing = (key: keyof Typed) => (marked && typed[key].trim() === '' ? said.missing : undefined)
  const hand = async (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    const { reason, riskAndBenefit, mitigation } = trimmed(typed)
    if (reason === '' || riskAndBenefit === '' || mitigation === '' || !dated) return
    const wish = { rule: found.rule, reason, riskAndBenefit, mitigation, expiresAt }
    const signed = { id: newId(), personId, language }
    const seen = [{ rule: found.rule, because: found.because.map(({ id }) => id) }]
    const hash = await digestOf(overrideDocument({ ...signed, seen }, wish))
    onReady({ hash, asking: { ...signed, ...wish, expiresAt: isoOf(expiresAt) } })
  }
  const area = (key: 'reason' | 'riskAndBenefit' | 'mitigation') => (
    <TextArea
      label={said[key]}
      rows={3}
      value={typed[key]}
      error={missing(key)}
      onChange={(value) => type({ ...typed, [key]: value })}
    />
  )
  return (
    <form className="tl-stack" onSubmit={(event) => void hand(event)} noValidate>
      {area('reason')}
      {area('riskAndBenefit')}
      {area('mitigation')}
      <TextField
        type="date"
        label={said.expires}
        value={typed.until}
        error={marked && !dated ? said.dateMissing : undefined}
        onChange={(until) => type({ ...typed, until })}
      />
      <Button kind="act" type="submit">
        {said.sign}
      </Button>
    </form>
  )
}

const trimmed = ({ reason, riskAndBenefit, mitigation }: Typed) => ({
  reason: reason.trim(),
  riskAndBenefit: riskAndBenefit.trim(),
  mitigation: mitigation.trim(),
})
