import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import type { Chart } from '../course/chart.contract.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { usePartWords } from './DetailsChanges.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import type { HistoryRead } from './HistoryPart.tsx'
import { confirmDetails } from './intake.contract.ts'
import { MayBeLeft } from './MayBeLeft.tsx'
import { numberWords } from './numbers.ts'
import { whenWords } from './WhenText.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as detailsEn } from './words.details.en.ts'
import { es as detailsEs } from './words.details.es.ts'

const words = { en, es }
const detailsWords = { en: detailsEn, es: detailsEs }

type Props = { person: Chart['person']; history: HistoryRead }

/** Who the practice takes this person to be, and whether anyone has checked. */
export function PersonDetails({ person, history }: Props) {
  const { facts, history: said } = useWords(words)
  const place = usePlace()
  const or = (told: string | null) => told || facts.notSaid
  const address = [person.addressLine, person.city, person.state, person.postalCode]
    .filter(Boolean)
    .join(', ')
  const numbers = history.identifiers.map(({ type, ending }) => numberWords(facts, type, ending)).join(', ')
  return (
    <section className="tl-intake-part">
      <h2>{said.who}</h2>
      <p className="tl-quiet-words">{said.whoSource}</p>
      <DefinitionList
        items={[
          { term: facts.name, detail: or(`${person.givenName} ${person.familyName}`.trim()) },
          { term: facts.born, detail: person.birthDate ? whenWords(person.birthDate, place) : facts.notSaid },
          { term: facts.gender, detail: facts.genders[person.gender ?? 'unknown'] },
          { term: facts.language, detail: facts.languages[person.language] },
          { term: facts.phone, detail: or(person.phone) },
          { term: facts.email, detail: or(person.email) },
          { term: facts.address, detail: or(address) },
          { term: facts.numbers, detail: or(numbers) },
        ]}
      />
      <MayBeLeft personId={person.id} />
      <Checked personId={person.id} history={history} />
      {history.can.confirmDetails && <SetRight person={person} />}
      <Corrections corrections={history.details.corrections} />
    </section>
  )
}

function Checked({ personId, history }: { personId: string; history: HistoryRead }) {
  const { history: said, standings } = useWords(words)
  const place = usePlace()
  const sending = useSend(confirmDetails)
  const { confirmed, by, at } = history.details
  if (confirmed && at !== null)
    return (
      <>
        <StatusMark state="met">{standings.confirmed}</StatusMark>
        <p className="tl-quiet-words">{said.said(by, formatDate(at, place, 'date'))}</p>
      </>
    )
  return (
    <>
      <StatusMark state="waiting">{standings['to-be-confirmed']}</StatusMark>
      <Refusal refused={sending.error} />
      {history.can.confirmDetails && (
        <>
          <p className="tl-quiet-words">{said.detailsHint}</p>
          <Button
            size="small"
            busy={sending.isPending}
            onPress={() => sending.mutate({ personId, id: newId() })}
          >
            {said.detailsRight}
          </Button>
        </>
      )}
    </>
  )
}

function SetRight({ person }: { person: Chart['person'] }) {
  const { open } = useWords(detailsWords)
  const [isOpen, show] = useState(false)
  if (isOpen) return <DetailsForm person={person} onDone={() => show(false)} />
  return (
    <Button size="small" onPress={() => show(true)}>
      {open}
    </Button>
  )
}

function Corrections({ corrections }: { corrections: HistoryRead['details']['corrections'] }) {
  const said = useWords(detailsWords)
  const read = usePartWords()
  const place = usePlace()
  if (corrections.length === 0) return null
  return (
    <Disclosure title={plural(place.language, corrections.length, said.corrections)}>
      <ul className="tl-corrections">
        {corrections.map(({ id, at, by, why, changed }) => (
          <li key={id}>
            {changed.map(({ part, was, now }) => (
              <p key={part}>
                {fill(said.change, { part: said.parts[part], was: read(part, was), now: read(part, now) })}
              </p>
            ))}
            {why !== null && <p>“{why}”</p>}
            <p className="tl-quiet-words">
              {fill(said.correction, { name: by ?? said.themself, day: formatDate(at, place, 'date') })}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
