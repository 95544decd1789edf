// The one script of the server-rendered pages: it brings "Leave quickly" to life.
import { type LeavingWords, leaveNow, listenForLeaving } from '../../platform/ui/leaving.web.ts'

const place = document.querySelector<HTMLElement>('[data-leave]')
if (place) {
  const words = JSON.parse(place.dataset['leave'] ?? '{}') as LeavingWords
  const voice = place.querySelector('output')
  const leaving = { words, say: (said: string) => voice && (voice.textContent = said) }
  listenForLeaving(leaving)
  place.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault()
    leaveNow(leaving)
  })
}
