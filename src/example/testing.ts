import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acting, databaseOf } from '../database/acting.ts'
import { type TestDatabase, testDatabase } from '../database/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { EVERYTHING, type Hand, handIn } from './hand.ts'
import { LAST_DAY, play } from './play.ts'
import { readStory } from './read.ts'
import { idIn, type Names } from './step.ts'

/** The example organ in a database of its own, as it stands on its last day. */
export type ExampleOrgan = TestDatabase & {
  organ: string
  people: Names['people']
  columns: string
  /** Ids by name; an unknown name is a fault of the test. */
  unit: (name: string) => string
  person: (name: string) => string
  hand: Hand
  /** Asks as this person, today if not said otherwise, with the rights of her posts. */
  as: (name: string, on?: string) => Promise<Pick<Hand, 'ask'>>
}

/** The key of the tests' sensitive columns. */
const COLUMNS = Buffer.alloc(32, 7).toString('base64')

/** Plays the story once for all files of a run; each file gets a copy of its own in some 100 ms. */
export const exampleOrgan = async (): Promise<ExampleOrgan> => {
  const database = await testDatabase({
    key: `example_${digest()}`,
    fill: async (server) => {
      const { organ } = await play(databaseOf(server.connect('app')), COLUMNS, readStory())
      // Row security hides every organ from whoever does not know its id, so the copy must be told.
      await server.connect('owner').query(`comment on table organ is '${organ}'`)
    },
  })
  const { rows } = await database.owner.query(`select obj_description('organ'::regclass) as organ`)
  const organ: string = rows[0].organ
  const { units, people } = await namesOf(database, organ)
  const hand = handIn(database.database, organ, COLUMNS)
  const person = (name: string) => idIn(people, name)
  return {
    ...database,
    organ,
    people,
    columns: COLUMNS,
    hand,
    person,
    unit: (name) => idIn(units, name),
    as: async (name, on = LAST_DAY) => {
      await hand.become(person(name), on)
      return { ask: <E extends Endpoint>(endpoint: E, input: Input<E>) => hand.ask(endpoint, input) }
    },
  }
}

const namesOf = async ({ database }: TestDatabase, organ: string) => {
  const as = { organ, person: null, operation: '查看组织架构', may: EVERYTHING }
  const names = await acting(database, as, async (tx) => ({
    units: await tx.selectFrom('unit').select(['name', 'id']).execute(),
    people: await tx.selectFrom('person').select(['name', 'id']).execute(),
  }))
  if (isRefusal(names)) throw new Error(names.message)
  const mapOf = (rows: { name: string; id: string }[]) => new Map(rows.map(({ name, id }) => [name, id]))
  return { units: mapOf(names.units), people: mapOf(names.people) }
}

/** Changes when anything changes that the played story depends on. */
const digest = (): string => {
  const root = join(import.meta.dirname, '../..')
  const hash = createHash('sha256')
  for (const folder of ['src', 'example', 'regulations'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|sql|yaml)$/.test(name) && !/\.test\.ts$/.test(name))
        hash.update(name).update(readFileSync(join(root, folder, name)))
  return hash.digest('hex').slice(0, 12)
}
