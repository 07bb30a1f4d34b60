import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown, transformWithOxc } from 'vite'

const here = import.meta.dirname

/** Kilobytes of JavaScript and CSS, gzipped, that a person waits for before the first page stands. */
const BUDGET = 180

export default defineConfig({
  root: join(here, 'src/web'),
  publicDir: false,
  cacheDir: join(here, '.cache/vite'),
  plugins: [react(), woff2Only(), compressed(), firstLoad(), worker()],
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: true,
    // Under `font-src 'self'` and `script-src 'self'` nothing may travel as a data: address or inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: 'router', test: /node_modules[\\/]@tanstack[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.ZHIXING_SERVER ?? 'http://127.0.0.1:7400' } },
})

/** Every browser that runs these pages reads woff2; the woff twins would double the folder. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform: (code, id) =>
      /@fontsource.*\.css/.test(id)
        ? code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
        : null,
  }
}

/** Leaves `.gz` and `.br` beside each text file, so that the server never compresses while someone waits. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
        const bytes = readFileSync(join(dir, file))
        writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }))
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes))
      }
    },
  }
}

/** Prints and writes to dist/sizes.json what the first load weighs: the entry, all it imports at once, and their CSS. */
function firstLoad(): Plugin {
  return {
    name: 'first-load',
    writeBundle({ dir = '' }, bundle) {
      const files = [...firstFiles(bundle)].map((file) => ({
        file,
        gzip: gzipSync(readFileSync(join(dir, file)), { level: 9 }).length,
      }))
      const weigh = (end: string) =>
        files.filter(({ file }) => file.endsWith(end)).reduce((sum, { gzip }) => sum + gzip, 0)
      const sizes = {
        budget: BUDGET * 1024,
        gzip: weigh('.js') + weigh('.css'),
        js: weigh('.js'),
        css: weigh('.css'),
        files,
      }
      writeFileSync(join(dir, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`)
      const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
      this.info(
        `first load ${kilobytes(sizes.gzip)} KB gzip (JS ${kilobytes(sizes.js)}, CSS ${kilobytes(sizes.css)}), budget ${BUDGET} KB`,
      )
    },
  }
}

/** What must lie on a device for these to open without a network, besides the first load. */
const POCKET = /[\\/](RecordPage|OutboxPage|Pocket|Leaving|using|temporal-polyfill)\b/

/** Leaves /sw.js: the service worker, and the files it keeps. */
function worker(): Plugin {
  return {
    name: 'worker',
    async writeBundle({ dir = '' }, bundle) {
      const pocket = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' && chunk.isDynamicEntry && POCKET.test(chunk.facadeModuleId ?? '')
          ? [chunk.fileName]
          : [],
      )
      const files = [...firstFiles(bundle, pocket)].map((file) => `/${file}`)
      const source = join(here, 'src/web/worker.ts')
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
      writeFileSync(join(dir, 'sw.js'), `const FILES = ${JSON.stringify(files)}\n${code}`)
    },
  }
}

/** The entries, `more`, all they import at once, and their CSS. */
function firstFiles(bundle: Rolldown.OutputBundle, more: readonly string[] = []): Set<string> {
  const seen = new Set<string>()
  const walk = (name: string): void => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || seen.has(name)) return
    seen.add(name)
    for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css)
    chunk.imports.forEach(walk)
  }
  for (const [name, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) walk(name)
  more.forEach(walk)
  return seen
}
