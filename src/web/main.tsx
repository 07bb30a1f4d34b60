import '../ui/styles.css'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './App.tsx'
import { loadFallbackFont } from './fallback-font.ts'

// Without this zod tries to compile its parsers from text, which the content security policy refuses and reports.
config({ jitless: true })

const start = async (): Promise<void> => {
  void loadFallbackFont()
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  createRoot(document.getElementById('root')!).render(<App />)
}

void start()
