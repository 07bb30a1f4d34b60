import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Unready } from './install.mjs'

const SOURCE = /\.(tsx?|css|html|svg|woff2)$/
// The server's own files never reach a page.
const SERVER_ONLY =
  /^(database|fixtures)\/|\/fixtures\/|\.test\.tsx?$|(^|\/)(store|routes|jobs|main|app|command)\.ts$/

const say = (line) => process.stderr.write(`${line}\n`)

/** Builds the pages unless they were built from exactly these sources. */
export const ensurePages = async (root, node) => {
  const stamp = join(root, 'dist/.sources')
  const wanted = digestOf(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('正在生成页面（只在首次或更新后需要）…')
  const began = Date.now()
  // Built aside and put in place whole, so that a server that runs, or a second start, never meets half of them.
  const aside = join(root, `.cache/pages-${process.pid}`)
  const status = await build(root, node, aside)
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true })
    throw new Unready('页面没有生成，原因见上面的提示。请确认源文件完整后再试。')
  }
  writeFileSync(join(aside, '.sources'), wanted)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(aside, join(root, 'dist'))
  say(`页面已生成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`)
}

/** One digest over all that a page is made of. */
const digestOf = (root) => {
  const hash = createHash('sha256')
  for (const name of ['package-lock.json', 'vite.config.ts']) hash.update(readFileSync(join(root, name)))
  const names = readdirSync(join(root, 'src'), { recursive: true }).map((name) => name.replaceAll('\\', '/'))
  for (const name of names.filter((each) => SOURCE.test(each) && !SERVER_ONLY.test(each)).sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, 'src', name)))
      .update('\0')
  return hash.digest('hex')
}

const build = (root, node, outDir) =>
  new Promise((resolve) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const child = spawn(node, [vite, 'build', '--logLevel', 'warn', '--outDir', outDir, '--emptyOutDir'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
