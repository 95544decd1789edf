import { useRef, useState } from 'react'
import { instant } from '../kernel/instant.ts'
import { useCareClock } from '../practice/useCareClock.web.ts'
import { useDraftsHere } from '../practice/useDraft.web.ts'
import { isOther, moreDraft, moreOf, withMore, wrongPart } from './more.web.ts'
import type { Both, Said } from './telling.ts'
import type { TellingNow } from './telling.contract.ts'
import type { MedicineHere } from './ownLists.web.ts'
import { medicineBlank, medicineDraft, type OwnTelling } from './useOwnTelling.web.ts'

/** Words under one answer that were typed in this tab and not kept. */
interface UnkeptMore {
  readonly ask: Both
  readonly href: string
  readonly wrongDate: boolean
  readonly said: Said
  readonly draft: string
}

export interface Unkept {
  readonly more: readonly UnkeptMore[]
  readonly medicine: Pick<MedicineHere, 'kind' | 'words' | 'dosage'> | undefined
  readonly isNone: boolean
  /** Whether one cannot be kept as it stands. */
  readonly isWrong: boolean
  /** Keeps all of it, as if each had been kept where it was typed, and says that this is all. */
  readonly finish: () => Promise<void>
}

/** What was typed for the health history and waits in this tab: nothing typed is passed over when a client says that this is all. */
export function useUnkept(own: OwnTelling, now: TellingNow): Unkept {
  const drafts = useDraftsHere()
  const careNow = useCareClock()
  const [, look] = useState(0)
  const going = useRef<Promise<void>>(undefined)
  const more = now.questions.flatMap(({ id, ask, topic, answers }): UnkeptMore[] => {
    const told = own.told.get(id)
    const asks = answers.find(({ value }) => value === told?.answer)?.more ?? 'none'
    if (!told || asks === 'none') return []
    const typed = drafts.find(moreDraft(told), moreOf(told))
    if (!typed || !isOther(typed, told)) return []
    const topicAt = now.topics.findIndex((one) => one.id === topic)
    const place = now.questions.filter((one) => one.topic === topic).findIndex((one) => one.id === id)
    const wrongDate = wrongPart(typed.when, instant(careNow())) !== undefined
    const href = `/me/history/${topicAt + 1}#q${place + 1}`
    return [{ ask, href, wrongDate, said: withMore(told, typed), draft: moreDraft(told) }]
  })
  const typed = drafts.find(medicineDraft, medicineBlank)
  const words = typed?.words.trim() ?? ''
  const medicine = typed && words !== '' ? { ...typed, words, dosage: typed.dosage.trim() } : undefined
  const keepAll = async () => {
    if (more.length > 0) await own.tell(more.map(({ said }) => said))
    if (medicine) await own.tellMedicine(medicine)
    for (const { draft } of more) drafts.forget(draft)
    if (medicine) drafts.forget(medicineDraft)
    look((times) => times + 1)
    await own.finish()
  }
  // A second press waits for the first: nothing is told twice.
  const finish = () =>
    (going.current ??= keepAll().finally(() => {
      going.current = undefined
    }))
  const isNone = more.length === 0 && !medicine
  return { more, medicine, isNone, isWrong: more.some(({ wrongDate }) => wrongDate), finish }
}
