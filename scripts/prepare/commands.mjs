import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver, pinnedNode } from './hand-over.mjs'
import { ensureInstalled, Unready } from './install.mjs'
import { ensurePages } from './pages.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What each command needs and what it then runs on the pinned Node. */
const COMMANDS = {
  // A young generation of 2 MB instead of 16 keeps 50 MB of an office computer free, and costs no measurable speed.
  start: { everything: false, pages: true, script: 'src/main.ts', flags: ['--max-semi-space-size=2'] },
  zhixing: { everything: false, pages: false, script: 'src/command.ts' },
  test: { everything: true, pages: true, script: 'scripts/test.ts' },
  bench: { everything: true, pages: true, script: 'bench/run.ts' },
  mutation: { everything: true, pages: false, script: 'scripts/mutation/run.ts' },
}

/** Prepares what a command needs, then becomes it. Says nothing on the standard output: that belongs to the command. */
export const run = async (name, args) => {
  const command = COMMANDS[name]
  try {
    if (!command)
      throw new Unready(`没有命令 ${name ?? ''}。可用的：npm start、npm test、npm run zhixing、npm run bench`)
    await ensureInstalled(ROOT, command.everything, pinnedNode)
    const node = pinnedNode(ROOT)
    if (!node)
      throw new Unready(
        `安装后仍缺少 Node 26(${process.platform} ${process.arch})。请删除 node_modules 目录后再试一次。`,
      )
    if (command.pages) await ensurePages(ROOT, node)
    handOver(node, [...(command.flags ?? []), join(ROOT, command.script), ...args], join(ROOT, '.cache/node'))
  } catch (error) {
    if (!(error instanceof Unready)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(error.status)
  }
}
