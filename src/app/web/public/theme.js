// Runs before the first paint, so that a dim room stays dim. Keys are those of src/platform/ui/theme.web.ts.
try {
  if (localStorage.getItem('tl-theme') === 'low') document.documentElement.dataset.theme = 'low'
  const language = localStorage.getItem('tl-language')
  const drawn = 'spoken' in document.documentElement.dataset
  const spoken = navigator.language.startsWith('es') ? 'es' : 'en'
  if (!drawn) document.documentElement.lang = language === 'en' || language === 'es' ? language : spoken
} catch {
  // A device that keeps nothing shows daylight.
}
