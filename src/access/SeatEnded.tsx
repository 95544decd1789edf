import { useEffect } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { forgetKept } from '../platform/offline/device.ts'
import { useRefusedWords } from '../platform/offline/useOutbox.web.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Door } from './Door.tsx'
import { en } from './words.guest.en.ts'
import { es } from './words.guest.es.ts'

const words = { en, es }

/** The place one sat in has ended. What the device still showed of it is forgotten; one's own words are not. */
export function SeatEnded({ client }: { client: boolean }) {
  const { ended } = useWords(words)
  useEffect(() => void forgetKept().catch(() => undefined), [])
  return (
    <Door>
      <h1>{ended.title}</h1>
      <p className="tl-lead">{ended.lead}</p>
      {client && <StillSent />}
      <Unsaved />
      {!client && <p>{ended.notes}</p>}
      <div className="tl-door-links">
        {!client && <LinkButton href="/account/notes">{ended.toNotes}</LinkButton>}
        <LinkButton kind="link" href="/sign-in/where">
          {ended.toPlaces}
        </LinkButton>
      </div>
    </Door>
  )
}

/** Whoever answered about dying a moment ago may be reading this: what becomes of it, and who is there at any hour. */
function StillSent() {
  const { ended } = useWords(words)
  return (
    <>
      <p>{ended.sent}</p>
      <LinkButton href="tel:988" icon={<Icon name="call" />}>
        {ended.call988}
      </LinkButton>
    </>
  )
}

/** Written before one knew: nobody takes it any more, and it must not be lost. */
function Unsaved() {
  const { ended } = useWords(words)
  const { refused, dismiss } = useRefusedWords()
  return refused.map(({ order, words: said }) => (
    <section key={order} className="tl-stack">
      <TextArea label={ended.unsaved} hint={ended.unsavedWords} readOnly rows={8} value={said} />
      <div>
        <Button size="small" onPress={() => void dismiss(order)}>
          {ended.remove}
        </Button>
      </div>
    </section>
  ))
}
