// Writes the files that follow from others, or with --check says which of them no longer do.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/database/migrate.ts'
import { openOutside } from '../src/database/outside.ts'
import { startTestServer } from '../src/database/testing.ts'
import { electionCasesPage } from './election-cases-page.ts'
import { glossaryPage } from './glossary-page.ts'
import { permissionPage } from './permission-page.ts'
import { schemaText } from './schema-text.ts'
import { tagPage } from './tag-page.ts'

const ROOT = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

const server = await startTestServer()
const database = await openOutside(server.url)
try {
  const owner = database.connect('owner')
  await migrate(owner)
  const stale = [
    settle('db/schema.sql', await schemaText(owner)),
    settle('src/database/tables.ts', tableTypes(server.url)),
    settle('GLOSSARY.md', glossaryPage()),
    settle('docs/handbook/permissions.md', permissionPage()),
    settle('docs/handbook/template-tags.md', tagPage()),
    settle('docs/handbook/election-cases.md', electionCasesPage()),
  ].filter((name) => name !== null)
  if (check && stale.length > 0) {
    process.stderr.write(`Out of date: ${stale.join(', ')}. Run: node scripts/generate.ts\n`)
    process.exitCode = 1
  }
} finally {
  await database.close()
  await server.stop()
}

function settle(name: string, text: string): string | null {
  const path = join(ROOT, name)
  const stands = readOr(path, '')
  if (stands === text) return null
  if (!check) writeFileSync(path, text)
  return name
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}

function tableTypes(url: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'zhixing-generate-')), 'tables.ts')
  const cli = join(ROOT, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const mapping = JSON.stringify({ int8: 'number', xid8: 'string' })
  const options = [
    '--camel-case',
    '--date-parser',
    'string',
    '--type-mapping',
    mapping,
    '--log-level',
    'error',
  ]
  const schemas = ['--default-schema', 'public', '--include-pattern', 'public.*']
  execFileSync(process.execPath, [
    cli,
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    file,
    ...schemas,
    ...options,
  ])
  return readFileSync(file, 'utf8')
}
