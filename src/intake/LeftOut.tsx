import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { Partly, Unread } from './referral.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

interface Group {
  readonly what: string
  readonly why: string
  readonly entries: readonly number[]
}

/** What was not taken over, kind by kind with the reason; the entries by number, so that one can be looked up. */
export function LeftOut({ unread, partly }: { unread: readonly Unread[]; partly: readonly Partly[] }) {
  const said = useWords(words)
  const unreadGroups = grouped(unread.map(({ what, why, entry }) => ({ what, why: said.unread[why], entry })))
  const partlyGroups = grouped(partly.map(({ what, why, entry }) => ({ what, why: said.partly[why], entry })))
  return (
    <>
      {unreadGroups.length === 0 ? <p>{said.preview.unreadNone}</p> : <Groups groups={unreadGroups} />}
      {partlyGroups.length > 0 && (
        <>
          <h3>{said.preview.partly}</h3>
          <Groups groups={partlyGroups} />
        </>
      )}
    </>
  )
}

function grouped(left: readonly { what: string; why: string; entry: number }[]): Group[] {
  const groups = new Map<string, { what: string; why: string; entries: number[] }>()
  for (const { what, why, entry } of left) {
    const key = `${what} ${why}`
    const group = groups.get(key) ?? { what, why, entries: [] }
    group.entries.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const said = useWords(words)
  const language = useLanguage()
  return (
    <div className="tl-left">
      {groups.map(({ what, why, entries }) => (
        <Disclosure
          key={`${what} ${why}`}
          title={
            <>
              {said.types[what] ?? what}: {why}
              <span className="tl-quiet-words">
                {' '}
                {plural(language, entries.length, said.preview.entries)}
              </span>
            </>
          }
        >
          <p className="tl-quiet-words">
            {what} ·{' '}
            {entries
              .filter((entry) => entry >= 0)
              .map((entry) => said.preview.entry(entry + 1))
              .join(', ')}
          </p>
        </Disclosure>
      ))}
    </div>
  )
}
