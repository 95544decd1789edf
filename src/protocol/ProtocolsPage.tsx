import { type ReactNode, useState } from 'react'
import type { output } from 'zod/mini'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { DirectorLine } from '../director/DirectorLine.tsx'
import { addressOf, keyOf } from './address.ts'
import { readProtocols, type Own } from './editions.contract.ts'
import { OwnAbout } from './OwnAbout.tsx'
import type { Protocol } from './protocol.ts'
import './protocols.css'
import { isWide, useShown } from './shown.web.ts'
import { ProtocolLines } from './ProtocolLines.tsx'
import { beside, linesOf, sections } from './whole.ts'
import { en as ownEn } from './words.own.en.ts'
import { es as ownEs } from './words.own.es.ts'
import { en } from './words.whole.en.ts'
import { es } from './words.whole.es.ts'

const words = { en, es }
const ownWords = { en: ownEn, es: ownEs }

type ProtocolsNow = output<typeof readProtocols.reply>

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
          {data && <DirectorLine director={data.director} of="protocols" />}
        </Notice>
        {data && <Editions now={data} />}
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
      </div>
    </StaffFrame>
  )
}

interface Edition {
  readonly protocol: Protocol
  readonly own: Own | null
}

function useEditions({ editions, own }: ProtocolsNow) {
  const said = useWords(words)
  const ours = useWords(ownWords)
  const language = useLanguage()
  const all: Edition[] = [
    ...own.map((one) => ({ protocol: one.document, own: one })),
    ...editions.map((protocol) => ({ protocol, own: null })),
  ]
  const name = ({ protocol, own: mine }: Edition): string => {
    const title = protocol.title[language]
    if (mine) return fill(ours[ownName(mine)], { title, n: mine.edition })
    const newest = editions.find(({ id }) => id === protocol.id) === protocol
    return fill(newest ? said.edition : said.earlier, { title, version: protocol.version })
  }
  return { all, name }
}

function ownName({ ended, isNewest }: Own): 'ownEnded' | 'ownEdition' | 'ownEarlier' {
  if (ended) return 'ownEnded'
  return isNewest ? 'ownEdition' : 'ownEarlier'
}

function Editions({ now }: { now: ProtocolsNow }) {
  const said = useWords(words)
  const { all, name } = useEditions(now)
  const { shown, go } = useShown()
  const named = (key: string) => all.find(({ protocol }) => keyOf(protocol) === key)
  const chosen =
    named(shown.of) ?? all.find(({ protocol: { id }, own }) => id === 'sublingual' && !own) ?? all[0]
  if (!chosen) return null
  const other = shown.beside === keyOf(chosen.protocol) ? undefined : named(shown.beside)
  const options = all.map((edition) => ({ value: keyOf(edition.protocol), words: name(edition) }))
  const compare = (source: Protocol) => go({ ...shown, beside: keyOf(source), only: true })
  return (
    <>
      <div className="tl-protocols-choice">
        <Select
          label={said.which}
          placeholder={said.which}
          options={options}
          value={keyOf(chosen.protocol)}
          onChange={(of) => go({ ...shown, of })}
        />
        <Select
          label={said.against}
          placeholder={said.nothing}
          options={options.filter(({ value }) => value !== keyOf(chosen.protocol))}
          value={other ? shown.beside : ''}
          onChange={(beside) => go({ ...shown, beside })}
        />
        {other && (
          <Checkbox checked={shown.only} onChange={(only) => go({ ...shown, only })}>
            {said.onlyDifferent}
          </Checkbox>
        )}
      </div>
      <About now={now} chosen={chosen} onCompare={compare} />
      <Whole one={chosen} other={other} only={shown.only} name={name} />
    </>
  )
}

type AboutProps = { now: ProtocolsNow; chosen: Edition; onCompare: (source: Protocol) => void }

/** Where an own one is from; and for who may sign it, the way to a copy or to the next edition. */
function About({ now: { editions, can }, chosen: { protocol, own }, onCompare }: AboutProps) {
  const ours = useWords(ownWords)
  const language = useLanguage()
  const newest = editions.find(({ id }) => id === protocol.id)
  if (own) {
    const source = editions.find(({ id, version }) => id === protocol.id && version === own.fromVersion)
    return (
      <>
        <OwnAbout own={own} source={source} may={can.publish} />
        {source && (
          <div className="tl-row">
            <Button size="small" onPress={() => onCompare(source)}>
              {ours.differs}
            </Button>
          </div>
        )}
        {newest && own.isNewest && newest.version !== own.fromVersion && (
          <Notice>
            <p>{fill(ours.newerSource, { title: newest.title[language], version: newest.version })}</p>
            <div className="tl-row">
              <Button size="small" onPress={() => onCompare(newest)}>
                {ours.newerCompare}
              </Button>
            </div>
          </Notice>
        )}
      </>
    )
  }
  if (!can.publish || newest !== protocol) return null
  return (
    <div className="tl-row">
      <LinkButton href={addressOf(protocol)}>{ours.copy}</LinkButton>
    </div>
  )
}

/** Open or closed as the reader last left it; until then as the page begins. */
function Part({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const [left, leave] = useState<{ begun: boolean; open: boolean }>()
  return (
    <Disclosure
      heading
      title={title}
      open={left?.begun === open ? left.open : open}
      onToggle={(now) => leave({ begun: open, open: now })}
    >
      {children}
    </Disclosure>
  )
}

type WholeProps = {
  one: Edition
  other: Edition | undefined
  only: boolean
  name: (edition: Edition) => string
}

function Whole({ one, other, only, name }: WholeProps) {
  const said = useWords(words)
  const language = useLanguage()
  const pairs = beside(linesOf(one.protocol), linesOf((other ?? one).protocol))
  const differing = pairs.filter(({ same }) => !same)
  const shown = other && only ? differing : pairs
  const open = (other !== undefined && only) || isWide()
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
          <Part key={group.section} title={said.sections[group.section]} open={open}>
            <ProtocolLines
              caption={said.sections[group.section]}
              pairs={group.pairs}
              one={name(one)}
              other={other && name(other)}
            />
          </Part>
        ))}
    </>
  )
}
