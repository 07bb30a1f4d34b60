// The service worker, built to /sw.js with the list FILES before it: see vite.config.ts. It keeps the one page and the hashed
// files that 记走访 and 待传 stand on, and answers with them when the server does not. It never keeps an answer of the API.

declare const FILES: readonly string[]

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }

const worker = self as unknown as {
  addEventListener: ((type: 'fetch', listen: (event: Fetching) => void) => void) &
    ((type: 'install' | 'activate', listen: (event: Lasting) => void) => void)
  clients: { claim: () => Promise<void> }
}

const PAGE = '/'
const PREFIX = 'zhixing-pages-'
const STORE = `${PREFIX}${FILES.join('').length}-${digestOf(FILES)}`
/** Where the network is there but leads nowhere, the kept page is shown after so long. */
const PATIENCE_MS = 4_000

worker.addEventListener('install', (event) =>
  event.waitUntil(caches.open(STORE).then((store) => store.addAll([PAGE, ...FILES]))),
)

worker.addEventListener('activate', (event) => event.waitUntil(begin()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname, request))
})

async function begin(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== STORE).map((name) => caches.delete(name)),
  )
  await worker.clients.claim()
}

/** The page as the server has it now; the kept one where it does not answer. */
async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status < 500) return answer
  } catch {
    // No network, no server, or neither within patience.
  }
  return (await caches.match(PAGE, { cacheName: STORE })) ?? Response.error()
}

async function kept(pathname: string, request: Request): Promise<Response> {
  return (await caches.match(pathname, { cacheName: STORE })) ?? fetch(request)
}

function digestOf(files: readonly string[]): string {
  let sum = 0
  for (const letter of files.join('|')) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0
  return (sum >>> 0).toString(36)
}
