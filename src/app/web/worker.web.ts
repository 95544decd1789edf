/**
 * Lets the app open again without a network: its files, which never change under their name, and its one page. No
 * answer about anyone is ever kept here. The page waits at most three seconds for a slow line.
 */

interface Fetched extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

const store = 'throughline-app-1'
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

async function pageOf(request: Request): Promise<Response> {
  const files = await caches.open(store)
  const asked = fetch(request).then(async (fresh) => {
    if (fresh.ok) await files.put(page, fresh.clone())
    return fresh
  })
  const fresh = await Promise.race([asked.catch(() => undefined), later(3_000)])
  return fresh ?? (await files.match(page)) ?? asked
}

addEventListener('install', () => void (self as unknown as { skipWaiting(): void }).skipWaiting())

addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== store) await caches.delete(name)
    await (self as unknown as { clients: { claim(): Promise<void> } }).clients.claim()
  }
  ;(event as Fetched).waitUntil(old())
})

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetched
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/') || pathname === '/theme.js') respondWith.call(event, fileOf(request))
  else if (request.mode === 'navigate' && rooms.test(pathname)) respondWith.call(event, pageOf(request))
})
