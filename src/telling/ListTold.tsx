import { listKinds, takenBackWays, type ListKind } from '../intake/list-said.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { SavedLine, type Saved } from '../platform/ui/SavedLine.tsx'
import type { ListNone, MedicineHere } from './ownLists.web.ts'
import type { OwnTelling } from './useOwnTelling.web.ts'
import { en } from './words.list.en.ts'
import { es } from './words.list.es.ts'

const words = { en, es }

/** What was told, one line each. A line can be taken back at any time: it stays in the record, with what was said of it. */
export function ListTold({ own }: { own: OwnTelling }) {
  const said = useWords(words)
  return (
    <>
      {own.medicines.length > 0 && (
        <ul className="tl-history-topics" aria-label={said.told}>
          {own.medicines.map((one) => (
            <Line key={one.id} own={own} one={one} />
          ))}
        </ul>
      )}
    </>
  )
}

/** That there is nothing to tell is said, too: an empty list says nothing. */
export function NothingTold({ own }: { own: OwnTelling }) {
  const said = useWords(words)
  return (
    <>
      {own.medicines.length === 0 && own.none.length < listKinds.length && (
        <p className="tl-quiet-words">{said.empty}</p>
      )}
      {listKinds.map((kind) => (
        <None key={kind} own={own} kind={kind} />
      ))}
    </>
  )
}

const savedOf = ({ waits, at }: { waits: boolean; at: number }): Saved => ({
  state: waits ? 'kept' : 'saved',
  at,
})

function Line({ own, one }: { own: OwnTelling; one: MedicineHere }) {
  const said = useWords(words)
  const { back, kind } = one
  const offered = takenBackWays.filter((way) => kind === 'medicine' || way === 'mistaken')
  return (
    <li>
      <span>
        <strong>{one.words}</strong> {one.dosage}
        {kind === 'allergy' && ` (${said.allergy})`}
      </span>
      <SavedLine saved={savedOf(back ?? { waits: one.waits, at: one.toldAt })} />
      <div className="tl-history-line">
        {back
          ? said.back[back.way]
          : offered.map((way) => (
              <Button
                key={way}
                kind="link"
                size="small"
                label={fill(said.takeBackOf, { way: said.takeBack[way], what: one.words })}
                onPress={() => void own.takeBack(one, way)}
              >
                {said.takeBack[way]}
              </Button>
            ))}
      </div>
    </li>
  )
}

function None({ own, kind }: { own: OwnTelling; kind: ListKind }) {
  const said = useWords(words)
  if (own.medicines.some((one) => one.kind === kind && one.back === null)) return null
  const none = own.none.find((one) => one.kind === kind)
  return none ? (
    <NoneSaid none={none} />
  ) : (
    <Button onPress={() => void own.tellNone(kind)}>{said.none[kind]}</Button>
  )
}

function NoneSaid({ none }: { none: ListNone }) {
  const said = useWords(words)
  return (
    <p>
      {said.noneSaid[none.kind]} <SavedLine saved={savedOf(none)} />
    </p>
  )
}
