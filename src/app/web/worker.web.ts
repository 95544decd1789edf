/**
 * Lets the app open again without a network: its files, which never change under their name, and its one page. No
 * answer about anyone is ever kept here. The page waits at most three seconds for a slow line, the theme one.
 */

interface Fetched extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

import { outdatedIn } from './builds.web.ts'

const store = 'throughline-app-1'
/** Where the list of the build that was last at work here is kept. */
const lastBuild = '/last-build'
/** Every file of this build; the builder writes them in (vite.config.ts), so that each build has a worker of its own. */
const ofThisBuild = [...'__ASSETS__'.matchAll(/\S+/g)].map(([path]) => path)
const page = '/app'
const rooms = /^\/(app|me|sign-in)(\/|$)/

const later = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined))

async function fileOf(request: Request): Promise<Response> {
  const files = await caches.open(store)
  const kept = await files.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await files.put(request, fresh.clone())
  return fresh
}

/** Whatever keeps its name when it changes: asked for anew, and taken from here when no answer comes in time. */
async function newestOf(request: Request, name: string, patienceMs: number): Promise<Response> {
  const files = await caches.open(store)
  const asked = fetch(request).then(async (fresh) => {
    if (fresh.ok) await files.put(name, fresh.clone())
    return fresh
  })
  const fresh = await Promise.race([asked.catch(() => undefined), later(patienceMs)])
  return fresh ?? (await files.match(name)) ?? asked
}

/** A new build is at work: what only older ones had is let go, so that what is kept does not grow with every build. */
async function clearOlder(): Promise<void> {
  const files = await caches.open(store)
  const before: string[] = (await (await files.match(lastBuild))?.json()) ?? []
  const kept = (await files.keys()).map(({ url }) => new URL(url).pathname)
  for (const path of outdatedIn(kept, [ofThisBuild, before])) await files.delete(path)
  await files.put(lastBuild, Response.json(ofThisBuild))
}

/** On the very first visit no page has come through here yet; without one the app could not open again. */
addEventListener('install', (event) => {
  const first = async () => {
    const fresh = await fetch(page)
    if (fresh.ok) await (await caches.open(store)).put(page, fresh)
    await (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting()
  }
  ;(event as Fetched).waitUntil(first())
})

addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== store) await caches.delete(name)
    await clearOlder()
    await (self as unknown as { clients: { claim(): Promise<void> } }).clients.claim()
  }
  ;(event as Fetched).waitUntil(old())
})

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetched
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) respondWith.call(event, fileOf(request))
  else if (pathname === '/theme.js') respondWith.call(event, newestOf(request, pathname, 1_000))
  else if (request.mode === 'navigate' && rooms.test(pathname))
    respondWith.call(event, newestOf(request, page, 3_000))
})
