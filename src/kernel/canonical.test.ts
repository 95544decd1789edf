import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test('the order of keys does not matter, the order of a list does', () => {
  expect(canonical({ b: [1, { d: 2, c: 'é"' }], a: null })).toBe('{"a":null,"b":[1,{"c":"é\\"","d":2}]}')
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
  expect(canonical({ a: undefined })).toBe('{}')
})

test('what it spells is the value, for everything that JSON can say', () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    const sent = JSON.stringify(value)
    return canonical(JSON.parse(canonical(value))) === canonical(JSON.parse(sent))
  })
  expect(fc.check(property).failed).toBe(false)
})
