import { useEffect, type ReactNode } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { recognise } from './intake.contract.ts'
import { ItemLine } from './ItemLine.tsx'
import { LeftOut } from './LeftOut.tsx'
import { numberWords } from './numbers.ts'
import { Perhaps } from './Perhaps.tsx'
import { itemKinds, type Demographics, type ItemKind, type ReferralReading } from './referral.ts'
import { whenWords } from './WhenText.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  reading: ReferralReading
  /** Who a human says it is, where no number does. */
  who: string | undefined
  onWho: (who: string) => void
  /** The one action, where this file can be taken in. */
  children: ReactNode
}

/** What the file says, whom it is about here, what it brings and what is left out: everything before the one button. */
export function ReferralPreview({ reading, who, onWho, children }: Props) {
  const { preview } = useWords(words)
  const { person } = reading
  const { mutate, data, error } = useSend(recognise)
  useEffect(() => {
    const identifiers = person.identifiers.map(({ system, value, type }) => ({ system, value, type }))
    mutate({
      identifiers,
      givenName: person.given,
      familyName: person.family,
      otherNames: [...person.otherNames],
      birthDate: person.birthDate,
    })
  }, [mutate, person])
  return (
    <>
      <section className="tl-intake-part">
        <h2>{preview.who}</h2>
        <Who person={person} />
        {data ? <Match found={data} /> : <Asking error={error} />}
        {data?.match === 'perhaps' && <Perhaps perhaps={data.perhaps} who={who} onWho={onWho} />}
      </section>
      <Brings reading={reading} />
      <section className="tl-intake-part">
        <h2>{preview.unread}</h2>
        <LeftOut unread={reading.unread} partly={reading.partly} />
      </section>
      {data && isClear(data.match, who) && (
        <section className="tl-intake-part">
          <p>{preview.confirmLater}</p>
          {children}
        </section>
      )}
    </>
  )
}

/** Nothing is taken in while it is open who is meant. */
function isClear(match: string, who: string | undefined): boolean {
  if (match === 'perhaps') return who !== undefined
  return match === 'new' || match === 'known'
}

function Asking({ error }: { error: Parameters<typeof Refusal>[0]['refused'] }) {
  const { match } = useWords(words)
  return error ? <Refusal refused={error} /> : <Loading>{match.asking}</Loading>
}

type Found = {
  match: string
  person: { givenName: string; familyName: string } | null
  differs: readonly ('family-name' | 'birth-date')[]
}

function Match({ found }: { found: Found }) {
  const { match } = useWords(words)
  if (found.match === 'two-people' || found.match === 'someone-else')
    return (
      <Notice title={match.unsure} state="stop">
        {found.match === 'two-people' ? match.twoPeople : match.someoneElse}
      </Notice>
    )
  if (found.match === 'perhaps')
    return (
      <Notice title={match.perhaps} state="waiting">
        {match.perhapsWords}
      </Notice>
    )
  if (!found.person) return <Notice title={match.new}>{match.newWords}</Notice>
  const name = `${found.person.givenName} ${found.person.familyName}`
  if (found.differs.length === 0) return <Notice title={match.known}>{match.knownWords(name)}</Notice>
  return (
    <Notice title={match.known} state="waiting">
      <p>{match.knownWords(name)}</p>
      <p>
        {found.differs.map((what) => match.differs[what]).join(' ')} {match.differsWords}
      </p>
    </Notice>
  )
}

function Who({ person }: { person: Demographics }) {
  const { facts } = useWords(words)
  const place = usePlace()
  const or = (said: string) => said || facts.notSaid
  const also =
    person.otherNames.length > 0 ? [{ term: facts.alsoKnown, detail: person.otherNames.join(', ') }] : []
  const items = [
    { term: facts.name, detail: or(`${person.given} ${person.family}`.trim()) },
    ...also,
    { term: facts.born, detail: person.birthDate ? whenWords(person.birthDate, place) : facts.notSaid },
    { term: facts.gender, detail: facts.genders[person.gender] },
    { term: facts.language, detail: person.language ? facts.languages[person.language] : facts.notSaid },
    { term: facts.phone, detail: or(person.phone) },
    {
      term: facts.address,
      detail: or(
        [person.addressLine, person.city, person.state, person.postalCode].filter(Boolean).join(', '),
      ),
    },
    {
      term: facts.numbers,
      detail: or(person.identifiers.map(({ type, value }) => numberWords(facts, type, value)).join(', ')),
    },
  ]
  return <DefinitionList items={items} />
}

function Brings({ reading }: { reading: ReferralReading }) {
  const said = useWords(words)
  const language = useLanguage()
  const kinds = itemKinds.filter((kind) => reading.items.some((item) => item.kind === kind))
  return (
    <section className="tl-intake-part">
      <h2>{said.preview.brings}</h2>
      {kinds.length === 0 && <p>{said.preview.bringsNothing}</p>}
      <div className="tl-left">
        {kinds.map((kind) => (
          <Disclosure
            key={kind}
            open={isShort(reading, kind)}
            title={plural(language, countOf(reading, kind), said.counts[kind])}
          >
            <ul className="tl-history-list">
              {reading.items
                .filter((item) => item.kind === kind)
                .map((item) => (
                  <ItemLine
                    key={item.source.entry}
                    item={item}
                    source={said.preview.entry(item.source.entry + 1)}
                  />
                ))}
            </ul>
          </Disclosure>
        ))}
      </div>
    </section>
  )
}

const countOf = (reading: ReferralReading, kind: ItemKind): number =>
  reading.items.filter((item) => item.kind === kind).length

/** Problems, medicines and allergies are what a reader looks for first. */
const isShort = (reading: ReferralReading, kind: ItemKind): boolean =>
  ['problem', 'medicine', 'allergy'].includes(kind) && countOf(reading, kind) <= 12
