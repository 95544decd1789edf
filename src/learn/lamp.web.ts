import { rememberedTheme, rememberTheme } from '../platform/ui/theme.web.ts'

/** Daylight or low light, on pages without React. Without a script there is no lamp, and the page is in daylight. */
function lightLamp(lamp: HTMLElement): void {
  const words = JSON.parse(lamp.dataset['lamp'] ?? '{}') as { dim: string; bright: string }
  const place = lamp.querySelector('[data-lamp-words]') ?? lamp
  const say = () => {
    place.textContent = rememberedTheme() === 'low' ? words.bright : words.dim
  }
  lamp.addEventListener('click', () => {
    rememberTheme(rememberedTheme() === 'low' ? 'light' : 'low')
    say()
  })
  say()
  lamp.hidden = false
}

const lamp = document.querySelector<HTMLElement>('[data-lamp]')
if (lamp) lightLamp(lamp)
