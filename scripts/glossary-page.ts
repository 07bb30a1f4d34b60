import { TERMS } from '../src/glossary.ts'

/** GLOSSARY.md, from the dictionary in src/glossary.ts. */
export const glossaryPage = (): string => {
  const rows = Object.entries(TERMS).map(([identifier, term]) => `| ${term} | \`${identifier}\` |`)
  return `<!-- Generated from src/glossary.ts by scripts/generate.ts; do not edit. -->\n# Glossary · 词汇表\n\nOne identifier per term, one term per identifier.\n\n| 中文 | identifier |\n|---|---|\n${rows.join('\n')}\n`
}
