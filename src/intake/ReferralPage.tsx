import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { pick } from '../platform/i18n/language.ts'
import { en as problemsEn } from '../platform/i18n/problem.en.ts'
import { es as problemsEs } from '../platform/i18n/problem.es.ts'
import { Button } from '../platform/ui/Button.tsx'
import { FileField } from '../platform/ui/FileField.tsx'
import { ProblemNotice } from '../platform/ui/ProblemNotice.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './intake.css'
import { importReferral } from './intake.contract.ts'
import { ReferralDone } from './ReferralDone.tsx'
import { ReferralPreview } from './ReferralPreview.tsx'
import { readReferral } from './referral.fhir.ts'
import { referralLimits, type ReferralFault, type ReferralReading } from './referral.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }
const problems = { en: problemsEn, es: problemsEs }

type Chosen = { name: string; text: string } & ({ reading: ReferralReading } | { fault: ReferralFault })

/** A file is chosen and read here, in the browser; what it says is shown; and only then is it taken in. */
export function ReferralPage() {
  const { page } = useWords(words)
  const { careNow } = useHere()
  const [chosen, choose] = useState<Chosen | null>(null)
  const taking = useSend(importReferral)
  const again = () => {
    taking.reset()
    choose(null)
  }
  const open = async (file: File) => {
    taking.reset()
    choose(await readFile(file, careNow))
  }
  return (
    <StaffFrame current="/app/referrals">
      <div className="tl-intake">
        <h1>{page.title}</h1>
        {taking.data ? (
          <ReferralDone imported={taking.data} onNext={again} />
        ) : (
          <>
            <p className="tl-lead">{page.lead}</p>
            <FileField
              label={page.file}
              hint={page.fileHint}
              words={chosen ? page.another : page.choose}
              accept=".json,application/json,application/fhir+json"
              chosen={chosen?.name}
              onChange={(file) => void open(file)}
            />
            {chosen && 'fault' in chosen && <Fault fault={chosen.fault} />}
            {chosen && 'reading' in chosen && <TakeIn key={chosen.text} chosen={chosen} taking={taking} />}
          </>
        )}
      </div>
    </StaffFrame>
  )
}

type TakeInProps = {
  chosen: { text: string; reading: ReferralReading }
  taking: ReturnType<typeof useSend<typeof importReferral.input, typeof importReferral.reply>>
}

/** What was read, and the one button; who is meant is said here, where no number says it. */
function TakeIn({ chosen, taking }: TakeInProps) {
  const { page } = useWords(words)
  const [who, say] = useState<string>()
  return (
    <ReferralPreview reading={chosen.reading} who={who} onWho={say}>
      <Refusal refused={taking.error} />
      <Button
        kind="act"
        busy={taking.isPending}
        busyWords={page.takingIn}
        onPress={() => taking.mutate({ referral: chosen.text, who: who ?? null })}
      >
        {page.takeIn}
      </Button>
    </ReferralPreview>
  )
}

async function readFile(file: File, careNow: number): Promise<Chosen> {
  // A file far too large is not even loaded.
  if (file.size > 4 * referralLimits.characters)
    return { name: file.name, text: '', fault: 'referral-too-large' }
  const text = await file.text()
  const reading = readReferral(text, careNow)
  return reading.ok
    ? { name: file.name, text, reading: reading.value }
    : { name: file.name, text, fault: reading.refusal }
}

function Fault({ fault }: { fault: ReferralFault }) {
  const { title, next } = pick(problems, useLanguage())[fault]
  return <ProblemNotice problem={{ happened: title, next }} takesFocus />
}
