import type { Locator, Page } from 'playwright-core'

// Test support: walks a journey as a person would and counts what it costs her.

export type Journey = {
  /** Types into the field of that label. Correcting the same field does not count twice. */
  type: (label: string | RegExp, text: string) => Promise<void>
  /** One click on what is found by role and name. */
  click: (role: Parameters<Page['getByRole']>[0], name: string | RegExp) => Promise<void>
  /** One click on anything else. */
  press: (what: Locator) => Promise<void>
  /** Picks from a drop-down of the browser: two clicks. */
  choose: (label: string | RegExp, option: string) => Promise<void>
  /** Types a few letters into a picker and takes the first found: counts as a typed field only. */
  pick: (label: string, letters: string) => Promise<void>
  cost: () => { typed: number; clicks: number }
  /** Prints the cost in one line. */
  tell: () => void
}

export const journey = (page: Page, name: string): Journey => {
  const typed = new Set<string>()
  let clicks = 0
  const cost = () => ({ typed: typed.size, clicks })
  const press = async (what: Locator): Promise<void> => {
    clicks += 1
    await what.click()
  }
  return {
    press,
    cost,
    type: async (label, text) => {
      typed.add(`${new URL(page.url()).pathname} ${label}`)
      await page.getByLabel(label).first().fill(text)
    },
    click: (role, found) => press(page.getByRole(role, { name: found }).first()),
    choose: async (label, option) => {
      clicks += 2
      await page.getByLabel(label).first().selectOption({ label: option })
    },
    pick: async (label, letters) => {
      typed.add(`${new URL(page.url()).pathname} ${label}`)
      await page.getByLabel(label).first().pressSequentially(letters)
      await page.keyboard.press('Enter')
    },
    tell: () => {
      const { typed: fields, clicks: pressed } = cost()
      process.stdout.write(`# journey "${name}": ${fields} typed fields, ${pressed} clicks\n`)
    },
  }
}
