/**
 * The small language of `needs`: one fact, a comparison, and what it is measured against.
 *
 *     present >= ceil(4/5 * entitled)
 *     approve > 1/2 * present
 *     candidates >= seats + max(1, ceil(1/5 * seats))
 *     committee >= if(full >= 7, 1, 0)
 *
 * Numbers are whole or fractions of whole numbers; `+ - *`, brackets, `ceil floor max min if`. Nothing else.
 */
export type Formula = { measured: string; comparison: Comparison; against: Expression }

export type Comparison = '>=' | '>' | '<=' | '<' | '='

export type Expression =
  | { is: 'number'; of: number; in: number }
  | { is: 'name'; name: string }
  | { is: '+' | '-' | '*' | 'max' | 'min'; one: Expression; other: Expression }
  | { is: 'ceil' | 'floor'; one: Expression }
  | {
      is: 'if'
      left: Expression
      comparison: Comparison
      right: Expression
      then: Expression
      else: Expression
    }

const TOKEN = /\s*(\d+\/[1-9]\d*|\d+|[a-zA-Z]+|>=|<=|[><=+\-*(),])/y
const COMPARISONS: readonly string[] = ['>=', '>', '<=', '<', '=']
const FUNCTIONS: readonly string[] = ['ceil', 'floor', 'max', 'min', 'if']

/** Reads a formula. Throws SyntaxError naming the place, since formulas come from rule files, not from people. */
export const parseFormula = (text: string): Formula => {
  const tokens = tokensOf(text)
  let at = 0
  const fault = (wanted: string) =>
    new SyntaxError(`formula "${text}": wanted ${wanted}, found ${tokens[at] ?? 'the end'}`)
  const next = (): string => {
    const token = tokens[at]
    if (token === undefined) throw fault('more')
    at += 1
    return token
  }
  const expect = (token: string): void => {
    if (tokens[at] !== token) throw fault(`"${token}"`)
    at += 1
  }

  const comparison = (): Comparison => {
    if (!COMPARISONS.includes(tokens[at] ?? '')) throw fault('a comparison')
    return next() as Comparison
  }

  const sum = (): Expression => {
    let one = product()
    while (tokens[at] === '+' || tokens[at] === '-') one = { is: next() as '+' | '-', one, other: product() }
    return one
  }

  const product = (): Expression => {
    let one = factor()
    while (tokens[at] === '*') {
      at += 1
      one = { is: '*', one, other: factor() }
    }
    return one
  }

  const factor = (): Expression => {
    const token = next()
    if (/^\d/.test(token)) {
      const [of, over] = token.split('/').map(Number)
      return { is: 'number', of: of!, in: over ?? 1 }
    }
    if (token === '(') {
      const inner = sum()
      expect(')')
      return inner
    }
    if (FUNCTIONS.includes(token)) return call(token)
    if (/^[a-z]/i.test(token)) return { is: 'name', name: token }
    at -= 1
    throw fault('a number, a fact or a function')
  }

  const call = (name: string): Expression => {
    expect('(')
    const read = (): Expression => {
      if (name === 'ceil' || name === 'floor') return { is: name, one: sum() }
      if (name === 'if') return choice()
      const one = sum()
      expect(',')
      return { is: name as 'max' | 'min', one, other: sum() }
    }
    const result = read()
    expect(')')
    return result
  }

  const choice = (): Expression => {
    const left = sum()
    const compared = comparison()
    const right = sum()
    expect(',')
    const then = sum()
    expect(',')
    return { is: 'if', left, comparison: compared, right, then, else: sum() }
  }

  const measured = next()
  if (!/^[a-z]/i.test(measured) || FUNCTIONS.includes(measured)) throw fault('a fact at the left')
  const formula: Formula = { measured, comparison: comparison(), against: sum() }
  if (at < tokens.length) throw fault('the end')
  return formula
}

const tokensOf = (text: string): string[] => {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const start = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) throw new SyntaxError(`formula "${text}": cannot read "${text.slice(start).trim()}"`)
    tokens.push(match[1]!)
  }
  return tokens
}

/** Every fact and constant that an expression names. */
export const namesIn = (expression: Expression): string[] => {
  switch (expression.is) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'ceil':
    case 'floor':
      return namesIn(expression.one)
    case 'if':
      return [expression.left, expression.right, expression.then, expression.else].flatMap(namesIn)
    default:
      return [expression.one, expression.other].flatMap(namesIn)
  }
}
