import { COUNT_USAGE } from './ballots/command.ts'
import { JUDGE_USAGE } from './rules/command.ts'

// Commands that ask the regulations and nothing else: no database is opened for them.

type Printed = { code: 0 | 2; out: string; err: string }
type Command = { usage: string; says: string; run: (argv: readonly string[]) => Promise<Printed> }

export const judge: Command = {
  usage: JUDGE_USAGE,
  says: '按规则判定一组数字，输出一行 JSON',
  run: async (argv) => {
    const [{ judgeCommand }, { book }] = await Promise.all([
      import('./rules/command.ts'),
      import('./rules/book.ts'),
    ])
    return judgeCommand(argv, book.rules)
  },
}

export const counting: Command = {
  usage: COUNT_USAGE,
  says: '复核一次投票：数选票或核对汇总，按当日规则判定当选，输出一行 JSON',
  run: async (argv) => {
    const [{ countCommand }, { book }] = await Promise.all([
      import('./ballots/command-jobs.ts'),
      import('./rules/book.ts'),
    ])
    return countCommand(argv, book)
  },
}
