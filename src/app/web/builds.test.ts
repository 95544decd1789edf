import { expect, test } from 'vitest'
import { outdatedIn } from './builds.web.ts'

test('what neither this build nor the one before has is outdated; the page and the theme never are', () => {
  const kept = ['/app', '/theme.js', '/assets/old.js', '/assets/before.js', '/assets/now.js']
  const builds = [['/assets/now.js'], ['/assets/before.js']]
  expect(outdatedIn(kept, builds)).toEqual(['/assets/old.js'])
})

test('a browser that knows of no build before keeps this one alone', () =>
  expect(outdatedIn(['/assets/old.js', '/assets/now.js'], [['/assets/now.js'], []])).toEqual([
    '/assets/old.js',
  ]))
