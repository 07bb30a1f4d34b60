// The door to every command of package.json. Runs on whatever Node the machine has, so this file keeps to plain syntax:
// a Node that is too old must still be able to say so.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  process.stderr.write(
    `知行需要 Node.js 20 或更新的版本，本机是 ${process.version}。请从 https://nodejs.org/zh-cn/download 安装后再试。\n` +
      `Zhixing needs Node.js 20 or later; this is ${process.version}.\n`,
  )
  process.exit(1)
}
import('./prepare/commands.mjs').then((commands) => commands.run(process.argv[2], process.argv.slice(3)))
