import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorsIn } from '../ui/errors.ts'
import { setUp } from './contract.ts'
import { BLANK, type Draft, faultsOfStep, formOf, officersOf, STEPS, shownAs, stepOf } from './set-up-form.ts'

const FILLED: Draft = {
  ...BLANK,
  organ: '江北市妇联机关',
  branch: '机关第一党支部',
  branchFoundedOn: '2019-05-06',
  groups: ['第一党小组', '', ' '],
  committee: {
    ...BLANK.committee,
    secretary: '沈岚',
    organization: '林若溪',
    'committee-member': '贺知微、梁安',
  },
  self: 'organization 林若溪',
  userName: '若溪',
  password: '一句只有我知道的话很长',
}
const faults = (draft: Draft) =>
  Object.fromEntries(STEPS.map(({ id }) => [id, Object.keys(faultsOfStep(draft, id, errorsIn))]))

test('a filled form is what the contract takes, each person once', () => {
  const form = formOf(FILLED, 'a-token')

  assert.ok(setUp.body.safeParse(form).success)
  assert.deepEqual(form.groups, ['第一党小组'])
  assert.deepEqual(form.officer.name, '林若溪')
  assert.deepEqual(
    form.posts.map(({ post, name }) => `${post} ${name}`),
    ['secretary 沈岚', 'committee-member 贺知微', 'committee-member 梁安'],
  )
})

test('a blank form has its faults in the step that shows the field', () => {
  assert.deepEqual(faults(FILLED), { organ: [], groups: [], committee: [], account: [] })
  assert.deepEqual(faults(BLANK), {
    organ: ['organ', 'branch', 'branchFoundedOn'],
    groups: [],
    committee: ['committee.secretary'],
    account: ['self', 'userName', 'password'],
  })
})

test('those may set up whose post keeps the roster', () => {
  assert.deepEqual(
    officersOf(FILLED).map(({ label }) => label),
    ['沈岚（书记）', '林若溪（组织委员）'],
  )
})

test('one who was chosen and then struck from the committee has to be chosen anew', () => {
  const struck = { ...FILLED, committee: { ...FILLED.committee, organization: '' } }
  assert.deepEqual(faults(struck).account, ['self'])
})

test('every field that the server may refuse has its place on the page', () => {
  const places = [
    'organ',
    'electedOn',
    'groups',
    'posts.0.name',
    'officer.userName',
    'officer.name',
    'token',
  ].map((field) => [stepOf(field), shownAs(field)])
  assert.deepEqual(places, [
    ['organ', 'organ'],
    ['committee', 'electedOn'],
    ['groups', 'groups.0'],
    ['committee', 'committee.secretary'],
    ['account', 'userName'],
    ['account', 'self'],
    ['account', 'token'],
  ])
})
