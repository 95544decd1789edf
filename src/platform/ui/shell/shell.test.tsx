import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '../../i18n/LanguageProvider.tsx'
import { neutralPage } from '../leaving.web.ts'
import { PublicShell } from './PublicShell.tsx'

const drawn = (language: 'en' | 'es') =>
  renderToStaticMarkup(
    <LanguageProvider language={language} timeZone="America/Los_Angeles">
      <PublicShell
        home="/"
        places={[{ href: '/learn', words: 'L', current: true }]}
        otherLanguage={{ href: '/es', name: 'Español', lang: 'es' }}
        footer={<p>F</p>}
      >
        <p>M</p>
      </PublicShell>
    </LanguageProvider>,
  )

test('the public shell is drawn without a browser, with its landmarks and a way past them', () => {
  const page = drawn('en')
  expect(page).toMatch(/^<div class="tl-public"><a class="tl-skip" href="#main">Skip to content<\/a><header/)
  for (const landmark of ['<nav aria-label="Main"', '<main id="main" tabindex="-1"', '<footer'])
    expect(page).toContain(landmark)
  expect(page).toContain('aria-current="page"')
})

test('leave quickly is a plain link that works before any script, and tells no one where from', () => {
  expect(drawn('en')).toContain(`href="${neutralPage}" rel="noreferrer"`)
  expect(drawn('es')).toContain('Salir rápido')
})

test('no style is written into the page, so that the policy can forbid it', () => {
  expect(drawn('en')).not.toMatch(/ style=|<style/)
})
