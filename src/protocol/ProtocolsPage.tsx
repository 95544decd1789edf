import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { readProtocols } from './editions.contract.ts'
import type { Protocol } from './protocol.ts'
import './protocols.css'
import { ProtocolLines } from './ProtocolLines.tsx'
import { beside, linesOf, sections } from './whole.ts'
import { en } from './words.whole.en.ts'
import { es } from './words.whole.es.ts'

const words = { en, es }

/** Every protocol whole, and two of them side by side, to be read by whoever works here. */
export function ProtocolsPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readProtocols, {})
  return (
    <StaffFrame current="/app/protocols">
      <div className="tl-protocols">
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        <Notice>
          <p>{said.ratified}</p>
        </Notice>
        {data && <Editions editions={data.editions} />}
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
      </div>
    </StaffFrame>
  )
}

const keyOf = ({ id, version }: Protocol) => `${id} ${version}`

function Editions({ editions }: { editions: readonly Protocol[] }) {
  const said = useWords(words)
  const language = useLanguage()
  const [chosen, choose] = useState(() => editions.find(({ id }) => id === 'sublingual') ?? editions[0])
  const [against, stand] = useState<Protocol>()
  const [only, show] = useState(false)
  if (!chosen) return null
  const name = (edition: Protocol) => nameOf(edition, editions, { said, language })
  const options = editions.map((edition) => ({ value: keyOf(edition), words: name(edition) }))
  const named = (key: string) => editions.find((edition) => keyOf(edition) === key)
  return (
    <>
      <div className="tl-protocols-choice">
        <Select
          label={said.which}
          placeholder={said.which}
          options={options}
          value={keyOf(chosen)}
          onChange={(key) => choose(named(key) ?? chosen)}
        />
        <Select
          label={said.against}
          placeholder={said.nothing}
          options={options.filter(({ value }) => value !== keyOf(chosen))}
          value={against && against !== chosen ? keyOf(against) : ''}
          onChange={(key) => stand(named(key))}
        />
        {against && against !== chosen && (
          <Checkbox checked={only} onChange={show}>
            {said.onlyDifferent}
          </Checkbox>
        )}
      </div>
      <Whole one={chosen} other={against === chosen ? undefined : against} only={only} name={name} />
    </>
  )
}

function nameOf(
  edition: Protocol,
  editions: readonly Protocol[],
  { said, language }: { said: typeof en; language: 'en' | 'es' },
): string {
  const newest = editions.find(({ id }) => id === edition.id) === edition
  return fill(newest ? said.edition : said.earlier, {
    title: edition.title[language],
    version: edition.version,
  })
}

type WholeProps = {
  one: Protocol
  other: Protocol | undefined
  only: boolean
  name: (edition: Protocol) => string
}

function Whole({ one, other, only, name }: WholeProps) {
  const said = useWords(words)
  const language = useLanguage()
  const pairs = beside(linesOf(one), linesOf(other ?? one))
  const differing = pairs.filter(({ same }) => !same)
  const shown = other && only ? differing : pairs
  return (
    <>
      {other && (
        <output className="tl-quiet-words">
          {differing.length === 0 ? said.equal : plural(language, differing.length, said.differs)}
        </output>
      )}
      {sections
        .map((section) => ({ section, pairs: shown.filter((pair) => pair.section === section) }))
        .filter((group) => group.pairs.length > 0)
        .map((group) => (
          <section key={group.section} aria-labelledby={`protocol-${group.section}`}>
            <h2 id={`protocol-${group.section}`}>{said.sections[group.section]}</h2>
            <ProtocolLines
              caption={said.sections[group.section]}
              pairs={group.pairs}
              one={name(one)}
              other={other && name(other)}
            />
          </section>
        ))}
    </>
  )
}
