import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

// Test support: a Chromium that comes from npm alone, with fonts we choose, so that every machine sees the same pages.

const PACKED = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../../bin')
const CACHE = join(import.meta.dirname, '../../.cache/browser')

/**
 * Opens the browser, as root too. Without `chineseFonts` the machine has Latin letters only, and pages must bring their own.
 * `CHROMIUM` names another browser for machines that the packed one does not run on.
 */
export const openBrowser = async ({ chineseFonts = true } = {}): Promise<Browser> => {
  const env = { ...process.env, FONTCONFIG_FILE: fontsFile(chineseFonts) }
  const options = {
    executablePath: process.env.CHROMIUM ?? unpacked('chromium.br', 'chromium'),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-gpu',
    ],
  }
  try {
    return await chromium.launch({ ...options, env })
  } catch (fault) {
    // A bare machine lacks libnss3 and its like; the package carries them.
    if (!String(fault).includes('shared libraries')) throw fault
    const libraries = join(unpacked('al2023.tar.br', 'libraries'), 'lib')
    return await chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: libraries } })
  }
}

/** Unpacks once, whole or not at all: test files run side by side. */
const unpacked = (packed: string, name: string): string => {
  const place = join(CACHE, name)
  if (existsSync(place)) return place
  const half = `${place}.${process.pid}`
  const bytes = brotliDecompressSync(readFileSync(join(PACKED, packed)))
  mkdirSync(packed.includes('.tar') ? half : CACHE, { recursive: true })
  if (packed.includes('.tar')) execFileSync('tar', ['-x', '-C', half], { input: bytes })
  else writeFileSync(half, bytes, { mode: 0o755 })
  try {
    renameSync(half, place)
  } catch (fault) {
    if (!existsSync(place)) throw fault
  }
  return place
}

const fontsFile = (chineseFonts: boolean): string => {
  const latin = unpacked('fonts.tar.br', 'fonts')
  const chinese = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc')))
  const folders = [
    latin,
    ...(chineseFonts ? ['400Regular', '600SemiBold'].map((weight) => join(chinese, weight)) : []),
  ]
  const file = join(CACHE, `fonts-${chineseFonts ? 'chinese' : 'latin'}.conf`)
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${join(CACHE, 'fontconfig')}</cachedir></fontconfig>`,
  )
  return file
}
