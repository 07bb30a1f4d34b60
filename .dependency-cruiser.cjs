// Who may import whom; see ARCHITECTURE.md. Held by src/boundaries.test.ts, which also plants violations and counts.
const test = '\\.test\\.tsx?$'
// `example` is no slice: like the frame it stands outside and uses the whole product.
const slice = '(?!kernel|rules|ballots|database|http|ui|web|words|example)[a-z-]+'
const machinery = '[/-](store|routes|jobs)\\.ts$'
// Server-side files that use a library or the machine, but no SQL: they turn bytes into plain data and back.
const library =
  '/(sheet|sheet-[a-z]+|docx|[a-z]+-(docx|sheet|worker)|paper|calendar|feed|cipher|mail|zip|image|read|kept|accounts|grants)\\.ts$'
const serverOnly = `${machinery}|^src/database/|^src/http/(serve|safety|openapi)\\.ts$|^src/[a-z]+\\.ts$`
// Words and faults are plain values that live beside the server's own files.
// A guide is words, and its shape lies with the part that shows it.
const speech = '^src/(glossary|fault)\\.ts$|^src/words/|^src/ui/guide\\.ts$'
const sql = 'node_modules/(kysely|pg|pg-boss|@electric-sql)/'
const machine =
  '^(node:)?(fs|path|crypto|http|https|os|net|process|child_process|worker_threads)(/promises)?$'
const outside = `${machine}|node_modules/(hono|@hono|react)|${sql}`
// What a person sees, and the hooks it is made with.
const page = '\\.tsx$|/using\\.ts$'
const forbid = (name, from, to, scope) => ({ name, severity: 'error', from, to, ...(scope && { scope }) })

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('no-slice-cycles', {}, { circular: true }, 'folder'),
    forbid('kernel-stands-alone', { path: '^src/kernel/' }, { pathNot: '^src/kernel/|node_modules/zod/' }),
    forbid(
      'foundations-know-no-slice',
      { path: '^src/(rules|ballots)/' },
      { path: `^src/${slice}/|^src/words/` },
    ),
    forbid(
      'domain-is-pure',
      { path: `^src/(rules|ballots|${slice})/[^/]+\\.ts$`, pathNot: `${machinery}|${library}|${page}` },
      { path: `${serverOnly}|${outside}|^src/(ui|web)/|${page}`, pathNot: speech },
    ),
    forbid(
      'libraries-know-no-records',
      { path: library },
      { path: `${machinery}|${sql}|^src/(database|ui|web)/|${page}` },
    ),
    forbid(
      'pages-stay-in-the-browser',
      { path: `${page}|^src/(ui|web)/` },
      { path: `${serverOnly}|${sql}|${library}`, pathNot: speech },
    ),
    forbid(
      'only-stores-speak-sql',
      { path: '^src/[a-z-]+/', pathNot: '[/-]store\\.ts$|^src/database/' },
      { path: sql },
    ),
    forbid(
      'slices-meet-at-contracts',
      { path: `^src/(${slice})/` },
      {
        path: `^src/${slice}/`,
        pathNot:
          '^src/$1/|/contract\\.ts$|[/-]store\\.ts$|^src/access/grants\\.ts$|^src/regulations/using\\.tsx$|^src/documents/',
      },
    ),
    forbid(
      'only-routes-and-jobs-borrow-a-store',
      { path: `^src/(${slice})/`, pathNot: '[/-](routes|jobs)\\.ts$' },
      { path: `^src/${slice}/[a-z-]*store\\.ts$`, pathNot: '^src/$1/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Tests, and what is there for tests alone, may import anything.
    exclude: { path: `${test}|/(testing|two-organs|journey|looking|browser)\\.ts$|/fixtures/` },
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
