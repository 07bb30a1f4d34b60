import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isKnownPlatform } from './hand-over.mjs'

/** Why a command cannot run: one line for the person at the keyboard. */
export class Unready extends Error {
  constructor(message, status = 1) {
    super(message)
    this.status = status
  }
}

const TELL_EVERY_MS = 5_000

const say = (line) => process.stderr.write(`${line}\n`)

/** Installs what the lockfile says unless that is installed already; `everything` includes what only tests need. */
export const ensureInstalled = async (root, everything, pinnedNode) => {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (isStamped(root, wanted, everything) && pinnedNode(root)) return

  requirePlatform()
  const release = await takeTurn(root)
  try {
    if (isStamped(root, wanted, everything) && pinnedNode(root)) return
    const packages = namesOf(JSON.parse(lock.toString()), everything)
    // A developer's own `npm install` is as good as ours, and is not thrown away.
    if (!isInstalled(root, packages) || !pinnedNode(root)) await install(root, packages, everything)
    writeFileSync(stampOf(root), JSON.stringify({ wanted, everything }))
  } finally {
    release()
  }
}

const stampOf = (root) => join(root, 'node_modules/.zhixing-lock')

const isStamped = (root, wanted, everything) => {
  const stamp = readJson(stampOf(root))
  return stamp !== undefined && stamp.wanted === wanted && (stamp.everything || !everything)
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const namesOf = (lock, everything) =>
  Object.entries(lock.packages)
    .filter(
      ([name, { dev, devOptional, optional }]) =>
        name !== '' && !optional && !(devOptional && !everything) && (everything || !dev),
    )
    .map(([name, { version }]) => ({ name, version }))

const isInstalled = (root, packages) => {
  const hidden = readJson(join(root, 'node_modules/.package-lock.json'))?.packages
  return (
    hidden !== undefined &&
    packages.every(({ name, version }) => hidden[name]?.version === version && existsSync(join(root, name)))
  )
}

const requirePlatform = () => {
  const platform = `${process.platform} ${process.arch}`
  if (!isKnownPlatform())
    throw new Unready(
      `知行不支持本机的平台（${platform}）。支持 Linux（x64、arm64）、macOS（x64、arm64）和 Windows（x64）。`,
    )
  if (process.platform !== 'linux') return
  const glibc = process.report.getReport().header.glibcVersionRuntime
  if (!glibc)
    throw new Unready(
      '本机的 Linux 用的是 musl（例如 Alpine），自带的数据库程序须用 glibc。请换用 Debian、Ubuntu、openEuler、统信、麒麟等系统或相应的容器镜像。',
    )
  const [major, minor] = glibc.split('.').map(Number)
  if (major < 2 || (major === 2 && minor < 28))
    throw new Unready(`本机的 glibc 是 ${glibc}，须为 2.28 或更新。请升级操作系统。`)
}

// Two commands begun together on a fresh checkout must not install over one another.
const takeTurn = async (root) => {
  const path = join(root, '.cache/installing')
  mkdirSync(dirname(path), { recursive: true })
  for (let told = false; ; told = true) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Unready(`不能写入 ${path}(${error.code})。请检查目录权限和磁盘空间。`)
    }
    if (!isAlive(Number(readFileSync(path, 'utf8').trim() || 0))) rmSync(path, { force: true })
    else if (!told) say('另一个命令正在安装，等它结束…')
    await pause(300)
  }
}

const isAlive = (pid) => {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const install = async (root, packages, everything) => {
  say(`正在安装所需的软件包（${packages.length} 个，只在首次或更新后需要）…`)
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const telling = setInterval(() => {
    const there = packages.filter(({ name }) => existsSync(join(root, name, 'package.json'))).length
    say(`  已安装 ${there}/${packages.length}，用时 ${seconds()} 秒`)
  }, TELL_EVERY_MS)
  const status = await npmCi(root, everything).finally(() => clearInterval(telling))
  if (status !== 0)
    throw new Unready(
      '安装没有完成，原因见上面 npm 的提示。请检查网络和磁盘空间后再运行一次；网络慢时可先执行 npm config set registry https://registry.npmmirror.com',
    )
  say(`安装完成，用时 ${seconds()} 秒`)
}

const npmCi = (root, everything) => {
  // No package of ours needs its install script; running none is quieter and safer. Node 20 earns a warning from each
  // package that prefers a newer one, though all of them then run on the pinned Node 26.
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(everything ? ['--include=dev'] : ['--omit=dev']),
  ]
  // npm puts node_modules/.bin first on the path, and `node` there is about to be deleted and laid anew.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((each) => !each.includes(`node_modules${sep}.bin`))
    .join(delimiter)
  const windows = process.platform === 'win32'
  return new Promise((resolve) => {
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: windows,
      env: { ...process.env, PATH: path, NODE_ENV: '' },
    })
    child.once('error', (error) => {
      say(`npm 没有启动：${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
