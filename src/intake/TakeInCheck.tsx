import { useEffect, useState } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { dayOfBirth, yearsBetween } from '../person/age.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { recognise } from './intake.contract.ts'
import { Perhaps } from './Perhaps.tsx'
import { toldIn, type Typed } from './taking-in-typed.ts'
import { takeIn } from './taking-in.contract.ts'
import type { Told } from './taking-in.ts'
import { whenWords } from './WhenText.tsx'
import { en as intakeEn } from './words.en.ts'
import { es as intakeEs } from './words.es.ts'
import { en } from './words.taking.en.ts'
import { es } from './words.taking.es.ts'

const words = { en, es }
const intake = { en: intakeEn, es: intakeEs }

type Props = {
  typed: Typed
  enquiryId: string | null
  onBack: () => void
  onTaken: (taken: output<typeof takeIn.reply>) => void
}

/** What was typed, read back; whether someone of that name is here; and the one press. Going back loses nothing. */
export function TakeInCheck({ typed, enquiryId, onBack, onTaken }: Props) {
  const said = useWords(words)
  const [told] = useState(() => toldIn(typed))
  const [id] = useState(newId)
  const [who, say] = useState<string>()
  const { mutate: look, data: found, error: lookError } = useSend(recognise)
  const taking = useSend(takeIn)
  useEffect(() => look(askedOf(told)), [look, told])
  const take = () =>
    taking.mutate(
      { id, enquiryId, told, who: who ?? null },
      {
        onSuccess: onTaken,
        // Somebody of that name came in meanwhile: they are shown, and asked about, like any other.
        onError: ({ problem }) => problem.kind === 'referral-perhaps-known' && look(askedOf(told)),
      },
    )
  return (
    <section className="tl-intake-part">
      <h2>{said.check}</h2>
      <p className="tl-quiet-words">{said.checkWords}</p>
      <AsTold told={told} />
      {found ? <WhoItIs found={found} who={who} onWho={say} /> : <Looking error={lookError} />}
      <Refusal refused={taking.error} />
      <div className="tl-intake-actions">
        {found && isClear(found.match, who) && (
          <Button kind="act" busy={taking.isPending} busyWords={said.takingIn} onPress={take}>
            {said.takeIn}
          </Button>
        )}
        <Button onPress={onBack} disabled={taking.isPending}>
          {said.back}
        </Button>
      </div>
    </section>
  )
}

/** Nothing is taken in while it is open who is meant. */
const isClear = (match: string, who: string | undefined): boolean =>
  match === 'new' || (match === 'perhaps' && who !== undefined)

const askedOf = ({ givenName, familyName, birthDate }: Told) => ({
  identifiers: [],
  givenName,
  familyName,
  otherNames: [],
  birthDate,
})

function Looking({ error }: { error: Parameters<typeof Refusal>[0]['refused'] }) {
  const { match } = useWords(intake)
  return error ? <Refusal refused={error} /> : <Loading>{match.asking}</Loading>
}

type FoundProps = Omit<Parameters<typeof Perhaps>[0], 'perhaps'> & {
  found: output<typeof recognise.reply>
}

function WhoItIs({ found, ...deciding }: FoundProps) {
  if (found.match === 'new') return <New />
  return found.match === 'perhaps' ? <MayBe perhaps={found.perhaps} {...deciding} /> : null
}

function New() {
  const said = useWords(words)
  const { match } = useWords(intake)
  return <Notice title={match.new}>{said.newWords}</Notice>
}

function MayBe({ who, ...rest }: Parameters<typeof Perhaps>[0]) {
  const said = useWords(words)
  const { match } = useWords(intake)
  return (
    <>
      <Notice title={match.perhaps} state="waiting">
        {match.perhapsWords}
      </Notice>
      <Perhaps who={who} {...rest} />
      {who !== undefined && who !== 'new' && <p>{said.keeps}</p>}
    </>
  )
}

function AsTold({ told }: { told: Told }) {
  const said = useWords(words)
  const { facts } = useWords(intake)
  const place = usePlace()
  const { careNow } = useHere()
  const or = (given: string) => given || said.notGiven
  const n = yearsBetween(dayOfBirth(told.birthDate), careNow)
  return (
    <DefinitionList
      items={[
        { term: facts.name, detail: `${told.givenName} ${told.familyName}` },
        ...(told.calledBy ? [{ term: said.fields.calledBy, detail: told.calledBy }] : []),
        { term: facts.born, detail: fill(said.years, { day: whenWords(told.birthDate, place), n }) },
        { term: facts.language, detail: facts.languages[told.language] },
        { term: facts.phone, detail: or(told.phone) },
        { term: facts.email, detail: or(told.email) },
      ]}
    />
  )
}
