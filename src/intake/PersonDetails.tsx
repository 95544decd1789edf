import { Refusal } from '../access/Refusal.tsx'
import type { Chart } from '../course/chart.contract.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { HistoryRead } from './HistoryPart.tsx'
import { confirmDetails } from './intake.contract.ts'
import { MayBeLeft } from './MayBeLeft.tsx'
import { numberWords } from './numbers.ts'
import { whenWords } from './WhenText.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

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
