import { recordOpenings } from '../audit/openings-store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { MOST_SLIPS, packed, unpacked } from './box.ts'
import * as contract from './contract.ts'
import * as store from './opinion-store.ts'
import { noRound, notYours, staleRound } from './refusals.ts'
import { led, shownAnew } from './round-routes.ts'
import { changeRound, membersOf, roundOf } from './round-store.ts'
import { contentName, wordsOf } from './view-jobs.ts'

const addLifeOpinion = route(contract.addLifeOpinion, async (asked) => {
  const { tx, today, sealed, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if ((body.about === 'person') !== (body.aboutId !== null))
    return refuse('invalid', '对个人的意见要选定是对谁的，其他意见不选人。请核对。', { field: 'aboutId' })
  const id = crypto.randomUUID()
  const content = sealed.conceal(
    JSON.stringify({ text: body.text, name: null }),
    contentName('life_opinion', id),
  )
  const { source, about, aboutId } = body
  const opinion = { id, roundId: round.id, unitId: round.unitId, source, about, aboutId, content }
  await store.insertOpinions(tx, [{ ...opinion, cameOn: today.toString() }])
  return shownAnew(asked, round.id)
})

/**
 * Anonymous: nothing is written but the box, and of the box nothing but its sealed content, so neither the row nor the trail
 * knows who was here. See docs/decisions/2026-11-22-life-meetings.md.
 */
const dropLifeOpinions = route(contract.dropLifeOpinions, async ({ tx, sealed, params, body }) => {
  // The box first: whoever opens it at this moment holds it, and only afterwards does the round say that it is open.
  const box = await store.takeBox(tx, params.round)
  const round = box && (await roundOf(tx, params.round))
  if (!round) return noRound()
  if (round.boxOpenedOn !== null)
    return refuse(
      'conflict',
      `意见箱已在 ${round.boxOpenedOn} 打开，不再收意见。有意见可以直接向支委会提出。`,
    )
  const of = contentName('life_box', round.id)
  const slips = [...unpacked(sealed.reveal(box, of)), ...body.slips]
  if (slips.length > MOST_SLIPS)
    return refuse('conflict', '意见箱满了，请先请支委会打开。', { field: 'slips' })
  await store.putBox(tx, round.id, sealed.conceal(packed(slips), of))
  return { dropped: true as const }
})

const openLifeBox = route(contract.openLifeBox, async (asked) => {
  const { tx, today, sealed, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if (round.boxOpenedOn !== null) return refuse('conflict', `意见箱已在 ${round.boxOpenedOn} 打开。`)
  const box = await store.takeBox(tx, round.id)
  if (!box) return noRound()
  const on = today.toString()
  if (!(await changeRound(tx, round.id, body.version, { boxOpenedOn: on }))) return staleRound()
  const of = contentName('life_box', round.id)
  const slips = unpacked(sealed.reveal(box, of))
  const members = await membersOf(tx, round.path, round.forYear, on)
  if (slips.length > 0)
    await store.insertOpinions(
      tx,
      slips.map(({ about, aboutName, text }) => {
        const id = crypto.randomUUID()
        const named = members.filter(({ name }) => name === aboutName?.trim())
        const aboutId = about === 'person' && named.length === 1 ? named[0]!.personId : null
        const content = sealed.conceal(
          JSON.stringify({ text, name: aboutName }),
          contentName('life_opinion', id),
        )
        const source = 'box' as const
        return {
          id,
          roundId: round.id,
          unitId: round.unitId,
          source,
          about,
          aboutId,
          content,
          cameOn: on,
        }
      }),
    )
  await store.putBox(tx, round.id, sealed.conceal(packed([]), of))
  return shownAnew(asked, round.id)
})

const readPersonalOpinions = route(contract.readPersonalOpinions, async (asked) => {
  const { tx, actor, today, sealed, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  const opinions = (await store.opinionsOf(tx, round.id)).filter(({ about }) => about === 'person')
  const members = await membersOf(tx, round.path, round.forYear, today.toString())
  await recordOpenings(
    tx,
    opinions.flatMap(({ id, aboutId }) =>
      aboutId === null || aboutId === actor.person
        ? []
        : [
            {
              aboutId,
              recordKind: 'life-opinion',
              recordId: id,
              purpose: contract.PURPOSE_WORDS[body.purpose],
            },
          ],
    ),
  )
  return {
    opinions: opinions.map(({ id, aboutId, content }) => {
      const { text, name } = wordsOf(sealed.reveal(content, contentName('life_opinion', id)))
      return { id, name: members.find(({ personId }) => personId === aboutId)?.name ?? name, text }
    }),
  }
})

const passLifeOpinion = route(contract.passLifeOpinion, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const opinion = await store.opinionOf(tx, params.opinion)
  if (!opinion) return noOpinion()
  if (!may(actor.grants, 'life.lead', opinion.path)) return notYours('支部')
  if (opinion.about !== 'person') return refuse('conflict', '这条意见不是对个人的，不用反馈给某一位。')
  if (opinion.passedOn !== null) return refuse('conflict', `这条意见已在 ${opinion.passedOn} 反馈给本人。`)
  const aboutId = opinion.aboutId ?? body.aboutId
  if (aboutId === null)
    return refuse('invalid', '这条意见没有对上名册里的人。请先选定是对谁的意见。', { field: 'aboutId' })
  const passed = await store.passOpinion(tx, opinion.id, body.version, { aboutId, on: today.toString() })
  return passed ? shownAnew(asked, opinion.roundId) : staleRound()
})

const removeLifeOpinion = route(contract.removeLifeOpinion, async (asked) => {
  const { tx, actor, params } = asked
  const opinion = await store.opinionOf(tx, params.opinion)
  if (!opinion) return noOpinion()
  if (!may(actor.grants, 'life.lead', opinion.path)) return notYours('支部')
  if (opinion.passedOn !== null) return refuse('conflict', '这条意见已经反馈给本人，不能删去。')
  await store.removeOpinion(tx, opinion.id)
  return shownAnew(asked, opinion.roundId)
})

const noOpinion = () => refuse('not-found', '没有这条意见，或不由您办理。请从列表中选择。')

export const opinionRoutes: readonly Route[] = [
  addLifeOpinion,
  dropLifeOpinions,
  openLifeBox,
  readPersonalOpinions,
  passLifeOpinion,
  removeLifeOpinion,
]
