// Measures every figure that the product promises, prints the table and writes bench-results.json. Not a test: figures
// depend on the machine. `npm run bench -- duties judging` measures only these.
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { counting } from './counting.ts'
import { duties } from './duties.ts'
import type { Figure } from './figure.ts'
import { flooding } from './flooding.ts'
import { judging } from './judging.ts'
import { needs } from './needs.ts'
import { outbox } from './outbox.ts'
import { running } from './running.ts'
import { sheets } from './sheets.ts'
import { year } from './year.ts'

const PARTS: Record<string, () => Promise<Figure[]>> = {
  judging,
  counting,
  duties,
  sheets,
  year,
  running,
  needs,
  outbox,
  flooding,
}

const asked = process.argv.slice(2).filter((name) => name in PARTS)
const figures: Figure[] = []
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  process.stderr.write(`measuring ${name} …\n`)
  figures.push(...((await PARTS[name]?.()) ?? []))
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.version}`
const rows = figures.map(
  ({ name, goal, reached, met }) => `| ${name} | ${goal} | ${reached} | ${met ? 'yes' : 'no'} |`,
)
process.stdout.write(
  `\n${machine}\n\n| figure | goal | reached | met |\n|---|---|---|---|\n${rows.join('\n')}\n`,
)
writeFileSync(
  'bench-results.json',
  `${JSON.stringify({ machine, on: Temporal.Now.plainDateISO().toString(), figures }, null, 2)}\n`,
)
