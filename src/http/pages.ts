import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { Env } from './serve.ts'

/**
 * The built pages of `dist`: hashed files are kept by browsers for a year, the one page itself is asked for anew each time.
 * Every address that is neither a file nor of `/api` is a page of the browser's own router.
 */
export const servePages = <App extends Hono<Env>>(app: App, dist: string): void => {
  app.use(
    '/assets/*',
    serveStatic({
      root: dist,
      precompressed: true,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/assets/*', (c) => c.notFound())
  // The service worker is asked for anew each time, as the page is.
  app.use('/sw.js', serveStatic({ root: dist, onFound: (_, c) => c.header('cache-control', 'no-cache') }))
  app.get('/sw.js', (c) => c.notFound())
  app.get('*', async (c) => {
    const page = join(dist, 'index.html')
    if (!existsSync(page))
      return c.text('页面还没有构建。请用 npm start 启动，或先运行 npx vite build。', 503)
    c.header('cache-control', 'no-cache')
    return c.html(await readFile(page, 'utf8'))
  })
}
