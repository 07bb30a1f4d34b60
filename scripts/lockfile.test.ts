import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

type Locked = {
  version?: string
  integrity?: string
  optional?: boolean
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
)

test('the lockfile names every platform of every package, or npm ci refuses to install', () => {
  const missing = Object.values(lock.packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !Object.keys(lock.packages).some((place) => place.endsWith(`node_modules/${name}`)))

  assert.deepEqual(missing, [])
})

test('every package that is always installed is pinned by its content', () => {
  const loose = Object.entries(lock.packages)
    .filter(([place, { optional, integrity }]) => place !== '' && !optional && !integrity)
    .map(([place]) => place)

  assert.deepEqual(loose, [])
})
