import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { routes } from './app.ts'
import { fieldName, TERMS } from './glossary.ts'

/** Every field that a schema asks for, at any depth. */
const fieldsOf = (schema: unknown): string[] => {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => [name, ...fieldsOf(inner)])
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fieldsOf(schema.unwrap())
  return []
}

test('every field that a request may hold has a Chinese name, so that no fault is told in English', () => {
  const fields = routes.flatMap(({ endpoint }) =>
    [endpoint.params, endpoint.query, endpoint.body].flatMap(fieldsOf),
  )
  const nameless = [...new Set(fields)].filter((field) => fieldName(field) === field)
  assert.deepEqual(nameless, [])
})

test('no two terms share a word, so that each has one identifier', () => {
  const words = Object.values<string>(TERMS)
  assert.deepEqual(
    words.filter((word, at) => words.indexOf(word) !== at),
    [],
  )
})
