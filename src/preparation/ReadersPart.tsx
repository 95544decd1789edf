import { Refusal } from '../access/Refusal.tsx'
import { audiences, type Audience } from '../integration/integration.ts'
import { readPerson } from '../person/person.contract.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { listed } from '../platform/i18n/plural.ts'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { chooseReaders } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { courseId: string; audience: Audience }

/** Who reads this page, by name; open to the team until the client chooses otherwise, and that is said. */
export function ReadersPart({ courseId, audience }: Props) {
  const { readers } = useWords(words)
  const { me } = useHere()
  const { mutate, error, variables, isPending } = useSend(chooseReaders)
  const { data } = useAsk(readPerson, { personId: me.personId ?? '' })
  const names = listed(
    useLanguage(),
    (data?.team ?? []).map(({ name }) => name),
  )
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">{readers.title}</h2>
      <RadioGroup
        label={readers.hint}
        atOnce
        value={isPending && variables ? variables.audience : audience}
        onChange={(chosen) => mutate({ courseId, id: newId(), audience: chosen })}
        options={audiences.toReversed().map((one) => ({ value: one, words: readers.who[one] }))}
      />
      <p className="tl-quiet-words">
        {names && fill(readers.names, { names })} {readers.read}
      </p>
      <Refusal refused={error} />
    </section>
  )
}
