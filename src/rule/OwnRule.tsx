import { useState } from 'react'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import type { Library, RuleTold } from './library.contract.ts'
import { isRatified, type Wanted } from './own.ts'
import { ProposeRules } from './ProposeRules.tsx'
import type { Severity } from './rule.ts'
import { gravityOf } from './search.ts'
import { en as libraryEn } from './words.library.en.ts'
import { es as libraryEs } from './words.library.es.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }
const libraryWords = { en: libraryEn, es: libraryEs }

const isRaised = (rule: RuleTold): boolean => gravityOf(rule) !== rule.severity

/** Ratified, raised or neither, in a word. */
export function OwnState({ rule }: { rule: RuleTold }) {
  const said = useWords(words)
  const { own } = rule
  const state = own === null ? 'none' : isRatified(rule, own) ? 'ratified' : 'older'
  return isRaised(rule) && state === 'ratified' ? said.raised : said.states[state]
}

/** Who decided it here, since when and why; and what waits to be decided. */
export function OwnSaid({ rule, library }: { rule: RuleTold; library: Library }) {
  const said = useWords(words)
  const { severities } = useWords(libraryWords)
  const place = usePlace()
  const { own } = rule
  const reason = library.proposals.find(({ id }) => id === own?.proposal)?.reason
  const waiting = library.proposals.find(({ waitsFor }) => waitsFor.includes(rule.id))
  const wanted = waiting?.rules.find((one) => one.rule === rule.id)
  return (
    <div className="tl-stack">
      {own === null && <p>{said.states.none}</p>}
      {own !== null && (
        <p>
          {fill(said.by, {
            what: isRaised(rule) ? said.raised : said.states.ratified,
            who: listed(place.language, own.by),
            at: formatDate(own.since, place, 'date'),
            version: own.version,
          })}
          {'. '}
          {isRaised(rule) && fill(said.raisedFrom, { severity: severities[rule.severity] })}
        </p>
      )}
      {reason && <p>{fill(said.because, { reason })}</p>}
      {waiting && wanted && (
        <p>
          {fill(said.waits, {
            severity: severities[wanted.severity],
            by: waiting.by,
            at: formatDate(waiting.signedAt, place, 'moment'),
          })}
        </p>
      )}
    </div>
  )
}

const wantedOf = ({ id, version }: RuleTold, severity: Severity): Wanted => ({ rule: id, version, severity })

/** What may be proposed of one rule. */
export function OwnActs({ rule }: { rule: RuleTold }) {
  const said = useWords(words)
  const { language } = usePlace()
  const [wanted, want] = useState<Wanted>()
  const ask = (severity: Severity) => () => want(wantedOf(rule, severity))
  const now = gravityOf(rule)
  return (
    <div className="tl-row">
      {!isRatified(rule, rule.own ?? undefined) && (
        <Button size="small" onPress={ask(now)}>
          {isRaised(rule) ? said.ratifyRaised : said.ratify}
        </Button>
      )}
      {rule.mayRaise && !isRaised(rule) && (
        <Button size="small" onPress={ask('block')}>
          {said.raise}
        </Button>
      )}
      {isRaised(rule) && (
        <Button size="small" onPress={ask(rule.severity)}>
          {said.back}
        </Button>
      )}
      {wanted && (
        <ProposeRules rules={[{ ...wanted, title: rule.title[language] }]} onClose={() => want(undefined)} />
      )}
    </div>
  )
}

const most = 200

/** Everything that was found and is not ratified yet, under one signature: as it stands here now. */
export function RatifyShown({ rules }: { rules: readonly RuleTold[] }) {
  const said = useWords(words)
  const { language } = usePlace()
  const [open, show] = useState(false)
  const waiting = rules.filter((rule) => !isRatified(rule, rule.own ?? undefined)).slice(0, most)
  if (waiting.length === 0) return null
  return (
    <div className="tl-row">
      <Button size="small" onPress={() => show(true)}>
        {plural(language, waiting.length, said.ratifyShown)}
      </Button>
      {open && (
        <ProposeRules
          rules={waiting.map((rule) => ({
            ...wantedOf(rule, gravityOf(rule)),
            title: rule.title[language],
          }))}
          onClose={() => show(false)}
        />
      )}
    </div>
  )
}
