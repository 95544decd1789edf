export type Theme = 'light' | 'low'

const key = 'tl-theme'

/** Remembered on the device, not on the person: the tablet of the session room stays dim for whoever holds it. */
export const rememberedTheme = (): Theme => {
  try {
    return localStorage.getItem(key) === 'low' ? 'low' : 'light'
  } catch {
    return 'light'
  }
}

export function showTheme(theme: Theme) {
  document.documentElement.dataset['theme'] = theme
}

export function rememberTheme(theme: Theme) {
  showTheme(theme)
  try {
    localStorage.setItem(key, theme)
  } catch {
    // A device that forgets is a smaller harm than a screen that fails.
  }
}
