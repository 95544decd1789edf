import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { DirectorLine } from '../director/DirectorLine.tsx'
import { readRules, type Library } from './library.contract.ts'
import './library.css'
import { isRatified } from './own.ts'
import { RatifyShown } from './OwnRule.tsx'
import { RuleRow } from './RuleRow.tsx'
import { severities } from './rule.ts'
import { isSought, type Sought } from './search.ts'
import { WaitingProposals } from './WaitingProposals.tsx'
import { en } from './words.library.en.ts'
import { es } from './words.library.es.ts'
import { en as ownEn } from './words.own.en.ts'
import { es as ownEs } from './words.own.es.ts'

const words = { en, es }
const ownWords = { en: ownEn, es: ownEs }

/** Every rule with its source, to be read and found by whoever works here. */
export function RulesPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readRules, {})
  return (
    <StaffFrame current="/app/rules">
      <div className="tl-rules">
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        {data && <Ratified library={data} />}
        {data && <WaitingProposals library={data} />}
        {data && <Found library={data} />}
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data && <p className="tl-quiet-words">{fill(said.version, { version: data.version })}</p>}
      </div>
    </StaffFrame>
  )
}

const everything: Sought = { words: '', severity: '', part: '', proposed: false, unratified: false }
const parts = Object.keys(en.parts) as (keyof typeof en.parts)[]

/** How far the practice has come with them, and what is for it to decide. */
function Ratified({ library: { rules, director } }: { library: Library }) {
  const own = useWords(ownWords)
  const ratified = rules.filter((rule) => isRatified(rule, rule.own ?? undefined)).length
  return (
    <Notice>
      <p>{fill(own.ratifiedCount, { n: ratified, all: rules.length })}</p>
      <p>{own.proposedDefault}</p>
      <DirectorLine director={director} of="rules" />
    </Notice>
  )
}

function Found({ library }: { library: Library }) {
  const { rules } = library
  const said = useWords(words)
  const language = useLanguage()
  const [sought, seek] = useState(everything)
  const found = rules.filter((rule) => isSought(rule, sought, language))
  return (
    <>
      <Search sought={sought} onSeek={seek} />
      <output className="tl-quiet-words">
        {fill(said.shown, { shown: found.length, all: rules.length })}
      </output>
      {library.can.propose && <RatifyShown rules={found} />}
      {found.length === 0 && (
        <EmptyState title={said.none} action={<Button onPress={() => seek(everything)}>{said.clear}</Button>}>
          {said.noneWords}
        </EmptyState>
      )}
      {parts
        .map((part) => ({ part, rules: found.filter((rule) => rule.part === part) }))
        .filter((group) => group.rules.length > 0)
        .map((group) => (
          <section key={group.part} aria-labelledby={`rules-${group.part}`}>
            <h2 id={`rules-${group.part}`}>{said.parts[group.part]}</h2>
            {group.rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} library={library} />
            ))}
          </section>
        ))}
    </>
  )
}

function Search({ sought, onSeek }: { sought: Sought; onSeek: (sought: Sought) => void }) {
  const said = useWords(words)
  const own = useWords(ownWords)
  return (
    <search className="tl-rules-search">
      <TextField
        type="search"
        label={said.search}
        hint={said.searchHint}
        value={sought.words}
        maxLength={80}
        onChange={(text) => onSeek({ ...sought, words: text })}
      />
      <Select
        label={said.severity}
        placeholder={said.every}
        options={severities.map((value) => ({ value, words: said.severities[value] }))}
        value={sought.severity}
        onChange={(value) =>
          onSeek({ ...sought, severity: severities.find((severity) => severity === value) ?? '' })
        }
      />
      <Select
        label={said.part}
        placeholder={said.every}
        options={parts.map((value) => ({ value, words: said.parts[value] }))}
        value={sought.part}
        onChange={(part) => onSeek({ ...sought, part })}
      />
      <Checkbox checked={sought.proposed} onChange={(proposed) => onSeek({ ...sought, proposed })}>
        {said.own}
      </Checkbox>
      <Checkbox checked={sought.unratified} onChange={(unratified) => onSeek({ ...sought, unratified })}>
        {own.only}
      </Checkbox>
    </search>
  )
}
