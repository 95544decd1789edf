import { type FormEvent, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { judgementText, type Judgement } from './decision.ts'
import { formulateRisk } from './safety.contract.ts'
import { riskLevels, type RiskLevel } from './suicide.ts'
import { SignWords, WrittenWords } from './WrittenWords.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const parts = ['speaksFor', 'protects', 'couldChange', 'nextSteps'] as const
type Said = Record<(typeof parts)[number], string>
const nothing: Said = { speaksFor: '', protects: '', couldChange: '', nextSteps: '' }

type Props = { personId: string; first: boolean }

/** A clinician's written judgement, in their own words; first on the page where one is called for. */
export function FormulationForm({ personId, first }: Props) {
  const { asked } = useWords(words)
  const [open, setOpen] = useState(false)
  if (open) return <Writing personId={personId} onClose={() => setOpen(false)} />
  return (
    <Button kind={first ? 'act' : 'quiet'} onPress={() => setOpen(true)}>
      {asked.judge}
    </Button>
  )
}

function Writing({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { judgement: own } = useWords(words)
  const { me } = useHere()
  const [said, say, forget] = useTyped(`judged ${me.seatId} ${personId}`, nothing)
  const [level, choose] = useState<RiskLevel>()
  const [handed, hand] = useState(false)
  const [signing, sign] = useState<{ judgement: Judgement; documentHash: string }>()
  const missing = parts.filter((part) => said[part].trim() === '')
  const go = async (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (missing.length > 0 || !level) return
    const judgement = { personId, level, ...trimmed(said) }
    sign({ judgement, documentHash: await digestOf(judgementText(judgement)) })
  }
  return (
    <>
      <form className="tl-asked-form" onSubmit={(event) => void go(event)} noValidate>
        <h3>{own.title}</h3>
        <p>{own.lead}</p>
        <WrittenWords
          {...{ parts, said }}
          labels={own}
          onSay={say}
          missing={handed ? missing : []}
          lacking={own.missing}
        />
        <RadioGroup
          label={own.level}
          error={handed && !level ? own.choose : undefined}
          value={level}
          onChange={choose}
          options={riskLevels.map((value) => ({ value, words: own.levels[value] }))}
        />
        <p className="tl-quiet-words">{own.source}</p>
        <div className="tl-row">
          <Button kind="act" type="submit">
            {own.sign}
          </Button>
          <Button onPress={onClose}>{own.cancel}</Button>
        </div>
      </form>
      {signing && (
        <Sign {...signing} onClose={() => sign(undefined)} onSigned={() => (forget(), onClose())} />
      )}
    </>
  )
}

const trimmed = ({ speaksFor, protects, couldChange, nextSteps }: Said): Said => ({
  speaksFor: speaksFor.trim(),
  protects: protects.trim(),
  couldChange: couldChange.trim(),
  nextSteps: nextSteps.trim(),
})

type SignProps = { judgement: Judgement; documentHash: string; onClose: () => void; onSigned: () => void }

function Sign({ judgement, documentHash, onClose, onSigned }: SignProps) {
  const { judgement: said } = useWords(words)
  const { mutate, ...sending } = useSend(formulateRisk)
  const [id] = useState(newId)
  return (
    <SignWords
      {...{ said, documentHash, sending, onClose }}
      onConfirmed={(confirmationId) =>
        mutate({ ...judgement, id, confirmationId }, { onSuccess: () => (onClose(), onSigned()) })
      }
    />
  )
}
